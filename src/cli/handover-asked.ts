/** What `rotate handover` is to report on: which rotations, from when to when, and what that is held against. */
import { minuteOf, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import {
  meetingRanges,
  occurrenceNear,
  turnsBefore,
  turnToReport,
} from '../insight/handover/ranges.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { meetingNamed, notOver, rotationsOf } from './chosen.ts'
import { textOf, type Input } from './command.ts'
import { formatOf } from './format.ts'
import type { Asked } from './handover-reports.ts'
import type { Session } from './session.ts'
import { endOf as endOfRange, timeOf } from './times.ts'

/** How many earlier ranges a report is held against. */
const EARLIER = 4

/** What each report is about. */
export async function askedFor(input: Input, session: Session, io: Io): Promise<Asked> {
  const { look } = session
  const at = (await timeOf('at', input, look)) ?? look.now
  const chosen = notOver(rotationsOf(input, session), at).rotations
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
}

async function stretchOf(input: Input, session: Session, at: Instant): Promise<Interval> {
  const look = { ...session.look, now: minuteOf(session.look.now) }
  const start = await timeOf('from', input, look)
  const end = (await endOfRange(input, look, start)) ?? minuteOf(at)
  if (start === undefined) throw new Failure('--to needs --from', 2)
  if (end <= start) throw new Failure('--to is not after --from', 2)
  return { start, end }
}

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
  session: Session,
  when: Instant,
): { within: Interval; earlier: readonly Interval[] } {
  const { workspace } = session
  const found = meetingNamed(id, session)
  const end = occurrenceNear(workspace, found, when)?.start ?? when
  const [within, ...earlier] = meetingRanges(workspace, found, end, EARLIER + 1)
  if (within === undefined) {
    throw new Failure(`'${id}' was not held in the year before: --from and --to name a stretch`, 2)
  }
  return { within, earlier }
}
