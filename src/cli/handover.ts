/** `rotate handover` */
import { resolve } from 'node:path'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import {
  meetingRanges,
  occurrenceNear,
  turnsBefore,
  turnToReport,
} from '../insight/handover/ranges.ts'
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
import { chosenOf, notOver, unknownName } from './chosen.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { formatOf, sayAs } from './format.ts'
import { reportsOn, type Asked } from './handover-reports.ts'
import { answering, rotations, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { endOf as endOfRange, timeOf } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Handover> = {
  md: handoverMarkdown,
  text: sayHandover,
  json: (answer) => writeJson(handoverJson(answer)),
}

/** How many earlier ranges a report is held against. */
const EARLIER = 4

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
    ['rotate handover primary --at "last monday"', 'the turn that had ended then'],
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
    const { reports, why } = await reportsOn(asked, session, previous, io)
    const answer: Handover = {
      workspace: session.workspace,
      reports,
      isMany: asked.isMany,
      why,
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

/** What each report is about. */
async function askedFor(input: Input, session: Session, io: Io): Promise<Asked> {
  const { workspace, look } = session
  const at = (await timeOf('at', input, look)) ?? look.now
  const chosen = notOver(chosenOf(input, session), input, at).rotations
  if (chosen.length === 0) throw new Failure('there is no rotation to report on', 2)
  const meeting = textOf(input, 'meeting')
  const isMany = chosen.length > 1 || meeting !== undefined
  const isStretch = textOf(input, 'from') !== undefined || textOf(input, 'to') !== undefined
  refuseTogether(input, isStretch, meeting)
  if (isStretch) {
    const within = await stretchOf(input, session, at)
    return { at, isMany, about: chosen.map((rotation) => ({ rotation, within, earlier: [] })) }
  }
  if (meeting !== undefined) {
    const { within, earlier } = betweenMeetings(meeting, session, at)
    const there = chosen.filter((rotation) => endOf(rotation) > within.start)
    return { at, isMany, about: there.map((rotation) => ({ rotation, within, earlier })) }
  }
  const about = chosen.flatMap((rotation) => aboutTurn(rotation, at) ?? [])
  const without = chosen.filter((one) => !about.some(({ rotation }) => rotation === one))
  if (about.length === 0) {
    const ids = without.map(({ id }) => `'${id}'`).join(', ')
    throw new Failure(`no turn of ${ids} has ended yet: --from and --to name a stretch`, 2)
  }
  for (const { id } of without) {
    io.err.write(`${clean(id)}: no turn of it has ended, so there is no report\n`)
  }
  return { at, isMany, about }
  function aboutTurn(rotation: Rotation, when: Instant): Asked['about'][number] | undefined {
    const range = turnToReport(rotation, when)
    if (range === undefined) return undefined
    const { start, end, layer, turn } = range
    return {
      rotation,
      within: { start, end },
      shift: { layer: layer.name, turn },
      earlier: turnsBefore(rotation, range, EARLIER),
    }
  }
  function betweenMeetings(
    id: string,
    { workspace: { meetings, unsound } }: Session,
    when: Instant,
  ): { within: Interval; earlier: readonly Interval[] } {
    const found = meetings.get(id)
    if (found === undefined) {
      throw unknownName('meeting', id, [...meetings.keys(), ...unsound.meetings])
    }
    const end = occurrenceNear(workspace, found, when)?.start ?? when
    const [within, ...earlier] = meetingRanges(workspace, found, end, EARLIER + 1)
    if (within === undefined) {
      throw new Failure(
        `'${id}' was not held in the year before: --from and --to name a stretch`,
        2,
      )
    }
    return { within, earlier }
  }
}

function refuseTogether(input: Input, isStretch: boolean, meeting: string | undefined): void {
  if (isStretch && meeting !== undefined) {
    throw new Failure('--meeting says from when to when: leave out --from and --to', 2)
  }
  if (isStretch && textOf(input, 'at') !== undefined) {
    throw new Failure('--at looks for a turn: leave it out beside --from and --to', 2)
  }
  if (textOf(input, 'out') !== undefined && formatOf(input) === 'text') {
    throw new Failure('--out writes Markdown or JSON, not text', 2)
  }
  if (isOn(input, 'out')) throw new Failure('--out: which file?', 2)
}

async function stretchOf(input: Input, { look }: Session, at: Instant): Promise<Interval> {
  const start = await timeOf('from', input, look)
  const end = (await endOfRange(input, look, start)) ?? at
  if (start === undefined) throw new Failure('--to needs --from', 2)
  if (end <= start) throw new Failure('--to is not after --from', 2)
  return { start, end }
}
