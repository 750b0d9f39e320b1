/** The wish: what the file wants of one rotation in a service, in the users of the service. */
import { DAY, SECOND, type Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { timelineOf, turnsWithin } from '../timeline/rotation.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import type { Cause } from './fingerprint.ts'
import { isSame, slicesOfTimeline, whoAt, type Slice, type Who } from './slices.ts'

/** What the file wants of one rotation, as it is read at one moment. */
export interface Wish {
  readonly rotation: Rotation
  /** Whether what people make by hand stays, and counts as wanted. */
  readonly keepsForeign: boolean
  readonly team: string
  readonly idOf: ReadonlyMap<string, string>
  /** Rounded up to a second, so that it is never past when the service reads it. */
  readonly now: Instant
  /** Where the horizon is. */
  readonly horizon: Instant
  /** From now to the end of the last shift that begins within the horizon. */
  readonly range: Interval
  /** Who is to be on call, without what people did by hand. */
  readonly file: readonly Slice[]
  /** The same beneath overrides. */
  readonly turns: readonly Slice[]
  /** Where one shift ends and the next begins. */
  readonly edges: readonly Instant[]
}

/**
 * A moment: what is over as soon as this is left to pass. By the time that the service reads it, and by its clock, it
 * may be past, and a request with it would be refused as a whole.
 */
export const MOMENT: number = 30 * SECOND

/** How far ahead turns are set: twelve months, which services take, less a day for the leap year. */
export const AHEAD: number = 364 * DAY

/** A shift that goes on for longer than this after the horizon is filled up to here first. */
const LONGEST_TAIL = 62 * DAY

/** The wish for a rotation at an instant, for so many milliseconds from there. */
export function wishFor(
  rotation: Rotation,
  keepsForeign: boolean,
  team: string,
  idOf: ReadonlyMap<string, string>,
  at: Instant,
  horizon: number,
): Wish {
  const now = Math.ceil(at / SECOND) * SECOND
  const end = now + horizon
  const last = shiftsOf(rotation, { start: end - 1, end }).at(-1)
  const range = { start: now, end: Math.min(Math.max(end, last?.end ?? end), end + LONGEST_TAIL) }
  const timeline = timelineOf(rotation, range)
  return {
    rotation,
    keepsForeign,
    team,
    idOf,
    now,
    horizon: end,
    range,
    file: slicesOfTimeline(timeline, idOf, range),
    turns: slicesOfTimeline(turnsWithin(rotation, range), idOf, range),
    edges: timeline.flatMap(({ start, end }) => [start, end]),
  }
}

/** The cause of somebody's being wanted: the turns put them there, or an override did. */
export function causeAt({ turns }: Wish, wanted: Who, at: Instant): Cause {
  return isSame(whoAt(turns, at), wanted) ? 'turn' : 'override'
}

/** The sets that are wanted in a stretch, one after another; nothing outside what was reckoned. */
export function wantedIn(wanted: readonly Slice[], within: Interval): Who[] {
  return wanted.filter((slice) => touches(slice, within)).map(({ who }) => who)
}
