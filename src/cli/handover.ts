/** `rotate handover` */
import { resolve } from 'node:path'
import { exists, readText, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { writeWhole } from '../io/write.ts'
import { handoverJson } from '../views/handover-json.ts'
import { keptIn, type Kept } from '../views/handover-keep.ts'
import { handoverMarkdown, sayHandover, type Handover } from '../views/handover.ts'
import { clean } from '../views/clean.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { textOf, type Command, type Input } from './command.ts'
import { formatOf, sayAs } from './format.ts'
import { askedFor } from './handover-asked.ts'
import { reportsOn } from './handover-reports.ts'
import { answering, rotations, TIMES } from './options.ts'
import { openForWriting } from './session.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Handover> = {
  md: handoverMarkdown,
  text: sayHandover,
  json: (answer) => writeJson(handoverJson(answer)),
}

export const handover: Command = {
  details: `Of the turn under way if at most a quarter of it, and at most a day, is left,
else of the last one that has ended. With PAGERDUTY_TOKEN also what rang, who
was woken, what is open, and the last notes; without one everything but that.
With --out what people wrote between the marks stays in the file.
Nights (22:00 to 07:00) are by each responder's own clock.
docs/handover.md explains each number.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    { flag: '--at <time>', help: 'as at that time (default: now)' },
    { flag: '--from <time>', help: 'of any stretch, from then' },
    { flag: '--to <time>', help: 'up to then' },
    {
      flag: '--meeting <id>',
      help: 'since the last time that this meeting was held, of all rotations',
      offer: 'meetings',
    },
    { flag: '--out <file>', help: 'write it there, around what people wrote in it' },
    {
      flag: '--previous <folder>',
      help: 'earlier reports as JSON, so that less has to be read',
      offer: 'folders',
    },
    { flag: '--no-titles', help: 'numbers and services only, for public places' },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate handover primary', 'what happened on this shift'],
    ['rotate handover --meeting infrastructure --out handovers/2026-11-30.md', 'from CI'],
    ['rotate handover primary --at -7d', 'the turn that had ended a week ago'],
    ['rotate handover primary --from -2w --json', 'for programs'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const out = textOf(input, 'out')
    const target = out === undefined ? undefined : resolve(io.cwd, out)
    const current = target === undefined ? undefined : textAt(target, io)
    const kept = current === undefined ? undefined : keptOf(current, out ?? '', input)
    const asked = await askedFor(input, session, io)
    const previous = textOf(input, 'previous')
    const { reports, hasPager } = await reportsOn(asked, session, previous, io)
    const answer: Handover = {
      workspace: session.workspace,
      reports,
      isMany: asked.isMany,
      hasPager,
      isBare: input.options['titles'] === false,
      kept,
    }
    const said = sayAs(OUTPUTS, answer, input, session.look)
    if (target === undefined) io.out.write(said)
    else {
      if (said !== current) writeWhole(target, said, io.cwd)
      const what = said === current ? 'nothing has changed' : 'written'
      io.err.write(`${clean(shown(target, io.cwd))}: ${what}\n`)
    }
    return 0
  },
}

function textAt(path: string, io: Io): string | undefined {
  return exists(path) ? readText(path, io.cwd) : undefined
}

/** What people wrote; a file that is not one of ours is left alone. */
function keptOf(text: string, named: string, input: Input): Kept | undefined {
  const format = formatOf(input)
  if (format === 'text') throw new Failure('--out writes Markdown or JSON, not text', 2)
  if (format === 'json') {
    if (/^\s*[[{]\s*[{]?\s*"rotation"/.test(text)) return undefined
    throw new Failure(`--out ${named}: this is no report of rotate's, nothing was written`, 2)
  }
  const kept = keptIn(text)
  if (typeof kept !== 'string') return kept
  throw new Failure(`--out ${named}: ${kept}: nothing was written`, 2)
}
