/** `rotate check` */
import { DAY } from '../time/instant.ts'
import { isError } from '../model/problem.ts'
import { check as findProblems } from '../insight/check/check.ts'
import { Failure } from '../io/failure.ts'
import { problemsJson, writeJson } from '../views/json.ts'
import { countProblems, sayProblems } from '../views/problems.ts'
import { isOn, textOf, type Command } from './command.ts'
import { answering, from, rotations, TIMES, toAfter } from './options.ts'
import { chosenOf } from './chosen.ts'
import { open } from './session.ts'
import { rangeAhead } from './times.ts'

const FORMATS = ['text', 'json']

export const check: Command = {
  name: 'check',
  summary: 'Everything that is wrong or risky, with its place and a way out',
  details: `Exit code: 0 no errors, 1 errors, 2 the YAML itself is wrong. What each code
means is in docs/problems.md.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    from,
    toAfter('90 days'),
    { flag: '--format <format>', help: 'text (default) or json', offer: FORMATS },
    { flag: '--strict', help: 'warnings count as errors' },
    {
      flag: '--ignore <codes>',
      help: 'leave out these codes (commas between them)',
      several: true,
    },
    ...answering,
  ],
  examples: [
    ['rotate check', 'before a commit'],
    ['rotate check --strict --ignore away-on-call', 'in CI, where warnings are to stop a merge'],
    ['rotate check --from 2026-12-20 --to 2027-01-05', 'is Christmas covered?'],
  ],
  async run(input, io) {
    const format = isOn(input, 'json') ? 'json' : (textOf(input, 'format') ?? 'text')
    if (!FORMATS.includes(format))
      throw new Failure(`--format '${format}': expected ${FORMATS.join(' or ')}`, 2)
    const session = await open(input, io)
    const { workspace, problems, look, exit } = session
    const range = await rangeAhead(input, look, 90 * DAY)
    const ignored = (textOf(input, 'ignore') ?? '').split(',').map((code) => code.trim())
    // What loading finds cannot be ignored: without it the rest would not be the truth.
    const found = findProblems(workspace, range, chosenOf(input, session).rotations)
    const all = [...problems, ...found.filter(({ code }) => !ignored.includes(code))]
    if (format === 'json') io.out.write(writeJson(problemsJson(all)))
    else
      io.out.write(`${sayProblems(all, look)}${all.length > 0 ? '\n' : ''}${countProblems(all)}\n`)
    if (exit !== 0) return exit
    return all.some((problem) => isError(problem) || isOn(input, 'strict')) ? 1 : 0
  },
}
