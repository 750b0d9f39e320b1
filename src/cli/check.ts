/** `rotate check` */
import { createHash } from 'node:crypto'
import { DAY } from '../time/instant.ts'
import { SETTABLE } from '../model/checks.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { check as findProblems } from '../insight/check/check.ts'
import { baseOf } from '../io/base.ts'
import { shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { trailersBetween } from '../io/git.ts'
import type { Io } from '../io/io.ts'
import { CODES } from '../workspace/codes.ts'
import { suggest } from '../workspace/suggest.ts'
import { githubAnnotations } from '../views/annotations.ts'
import { codeQuality } from '../views/code-quality.ts'
import { problemsJson, writeJson } from '../views/json.ts'
import { countProblems } from '../views/problems.ts'
import { sayFound } from '../views/repeated.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { formatOf } from './format.ts'
import { answering, from, rotations, since, TIMES, toAfter } from './options.ts'
import { chosenOf } from './chosen.ts'
import { loadAt } from './revisions.ts'
import { open, type Session } from './session.ts'
import { rangeAhead } from './times.ts'

const FORMATS = ['text', 'json', 'github', 'gitlab'] as const
type Format = (typeof FORMATS)[number]

export const check: Command = {
  details: `Looks ahead, and in git at what an edit does to turns that have begun:
compared with --since, else with the base of the merge request in CI (HEAD~1
where there is none), else with HEAD. Exit code: 0 no errors, 1 errors, 2 the
YAML itself is wrong. What each code means is in docs/problems.md;
'checks: { min-rest: 12h, night-meeting: off }' in the YAML sets them.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    from,
    toAfter('90 days'),
    since,
    { flag: '--rewrite', help: 'turns that have begun are changed on purpose' },
    {
      flag: '--format <format>',
      help: 'text (default), json, github (annotations) or gitlab (code quality)',
      offer: FORMATS,
    },
    { flag: '--strict', help: 'warnings count as errors' },
    {
      flag: '--ignore <codes>',
      help: 'leave out these codes (commas between them)',
      offer: SETTABLE,
      several: true,
    },
    ...answering,
  ],
  examples: [
    ['rotate check', 'before a commit'],
    ['rotate check --strict --ignore away-on-call', 'in CI, where warnings are to stop a merge'],
    ['rotate check --since origin/main', 'all that this branch does'],
    ['rotate check --format gitlab > gl-code-quality-report.json', 'for a merge request'],
    ['rotate check --from 2026-12-20 --to 2027-01-05', 'is Christmas covered?'],
  ],
  async run(input, io) {
    const format = isOn(input, 'json') ? 'json' : formatOf(input, FORMATS)
    const ignored = ignoredIn(input)
    const session = await open(input, io)
    const { workspace, problems, look, exit } = session
    const range = await rangeAhead(input, look, 90 * DAY)
    const asked = !isOn(input, 'rewrite') && !ignored.includes('rewrites-history')
    const before = asked ? await committed(session, input, io) : undefined
    const more = { now: look.now, ...(before && { before }) }
    // What loading finds cannot be ignored: without it the rest would not be the truth.
    const { rotations: chosen } = chosenOf(input, session)
    const named = input.words.length > 0 ? chosen : undefined
    const found = findProblems(workspace, range, named, more)
    const all = [...problems, ...found.filter(({ code }) => !ignored.includes(code))]
    io.out.write(say(format, all, session, io))
    if (exit !== 0) return exit
    return all.some((problem) => isError(problem) || isOn(input, 'strict')) ? 1 : 0
  },
}

/** The codes of `--ignore`. One that there is not would be ignored for ever, and nobody would know. */
function ignoredIn(input: Input): string[] {
  const named = (textOf(input, 'ignore') ?? '').split(',').map((code) => code.trim())
  const ignored = named.filter((code) => code !== '')
  // What loading finds has codes too; nobody is wrong to name one, it is only shown all the same.
  const odd = ignored.find((code) => ![...SETTABLE, ...CODES].includes(code))
  if (odd === undefined) return ignored
  const way = suggest(odd, SETTABLE) || `: there are ${SETTABLE.join(', ')}`
  throw new Failure(`--ignore: there is no check '${odd}'${way}`, 2)
}

/** The workspace as it was committed; undefined where there is none, or where a commit says that it is meant. */
async function committed(
  { folder, workspace }: Session,
  input: Input,
  io: Io,
): Promise<Workspace | undefined> {
  if (workspace.checks.off.has('rewrites-history')) return undefined
  const base = baseOf(folder, textOf(input, 'since'), io.env)
  if (base === undefined) return undefined
  const said = trailersBetween(folder, base.commit, 'HEAD', 'Rewrites-history')
  if (said.some((value) => /^(yes|true)$/i.test(value))) return undefined
  return (await loadAt(folder, base)).workspace
}

function say(
  format: Format,
  problems: readonly Problem[],
  { folder, look }: Session,
  io: Io,
): string {
  switch (format) {
    case 'json':
      return writeJson(problemsJson(problems))
    case 'github':
      return githubAnnotations(problems)
    case 'gitlab':
      return writeJson(codeQuality(problems, shown(folder, io.cwd), sha256))
    case 'text':
      return `${sayFound(problems, look)}${problems.length > 0 ? '\n' : ''}${countProblems(problems)}\n`
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
