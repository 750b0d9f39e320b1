/** Shifts: spans as people see them, each whole. */
import { DAY, END_OF_TIME, WEEK, type Instant } from '../time/instant.ts'
import { bounded, type Interval } from '../time/interval.ts'
import { endOf, type Layer, type Rotation } from '../model/rotation.ts'
import { inForce } from './in-force.ts'
import { lifeOf, turnAround } from './layer.ts'
import { timelineOf } from './rotation.ts'
import type { Span } from './span.ts'

/** A span with somebody in it, in its full length. */
export type Shift = Span

/** Turns that are longer are looked at piece by piece: what lies on top of them mostly ends sooner. */
const STEP = 40 * DAY

/** The shifts of a rotation that touch an interval, in order, each whole and not cut at its ends. */
export function shiftsOf(rotation: Rotation, within: Interval): Shift[] {
  const asked = bounded(within)
  const furthest = widened(rotation, asked)
  for (let step = STEP; ; step *= 2) {
    const whole = {
      start: Math.max(asked.start - step, furthest.start),
      end: Math.min(asked.end + step, furthest.end),
    }
    const shifts = spansTouching(rotation, asked, whole)
    const last = shifts.at(-1)
    const isCut =
      (shifts[0]?.start === whole.start && whole.start > furthest.start) ||
      (last?.end === whole.end && whole.end < furthest.end)
    if (isCut) continue
    if (last?.end === whole.end) shifts[shifts.length - 1] = unended(last)
    return shifts
  }
}

/** The spans with somebody in them that touch an interval, as far as they lie in another. */
function spansTouching(rotation: Rotation, asked: Interval, whole: Interval): Span[] {
  const spans: Span[] = []
  for (const span of timelineOf(rotation, whole)) {
    if (span.people.length === 0 || span.end <= asked.start) continue
    if (span.start >= asked.end) break
    spans.push(span)
  }
  return spans
}

/** The shift at an instant, undefined where nobody is on call. */
export function shiftAt(rotation: Rotation, at: Instant): Shift | undefined {
  return shiftsOf(rotation, { start: at, end: at + 1 })[0]
}

/** The first shift that begins at an instant or later; undefined where there is none. */
export function nextShift(rotation: Rotation, from: Instant): Shift | undefined {
  const last = Math.min(lastEdge(rotation), END_OF_TIME)
  let start = Math.max(from, firstEdge(rotation))
  for (let step = 8 * DAY; start < last; step *= 2) {
    const end = Math.min(start + step, last)
    const found = shiftsOf(rotation, { start, end }).find((next) => next.start >= from)
    if (found !== undefined) return found
    start = end
  }
  return undefined
}

/** The last shift that ended at an instant or earlier; undefined where there is none. */
export function previousShift(rotation: Rotation, until: Instant): Shift | undefined {
  const first = firstEdge(rotation)
  let end = Math.min(until, lastEdge(rotation))
  if (end === Infinity) end = END_OF_TIME
  for (let step = 8 * DAY; end > first; step *= 2) {
    const start = Math.max(end - step, first)
    const found = shiftsOf(rotation, { start, end }).findLast((shift) => shift.end <= until)
    if (found !== undefined) return found
    end = start
  }
  return undefined
}

/** The interval and the whole of the turns and overrides that its ends lie in, as far as they have an end. */
function widened({ layers, overrides }: Rotation, within: Interval): Interval {
  let { start, end } = within
  const widen = (whole: Interval | undefined): void => {
    if (whole === undefined) return
    start = Math.min(start, whole.start)
    end = Math.max(end, whole.end === Infinity ? END_OF_TIME + WEEK : whole.end)
  }
  for (const layer of layers) {
    widen(turnAround(layer, within.start))
    widen(turnAround(layer, within.end - 1))
  }
  for (const override of inForce(overrides, within)) widen(override)
  return { start, end }
}

/** A shift that was cut where time can no longer be spoken of, without an end if it has none. */
function unended(shift: Shift): Shift {
  const { layer, end } = shift
  if (layer === null || end < END_OF_TIME) return shift
  return turnAround(layer, end - 1)?.end === Infinity ? { ...shift, end: Infinity } : shift
}

/** No shift begins before. */
function firstEdge({ layers, overrides }: Rotation): Instant {
  let first = Infinity
  for (const layer of layers) if (isStaffed(layer)) first = Math.min(first, layer.start.instant)
  for (const { start } of overrides) first = Math.min(first, start)
  return first
}

/** No shift ends after. */
function lastEdge(rotation: Rotation): Instant {
  const { layers, overrides } = rotation
  let last = -Infinity
  for (const layer of layers) if (isStaffed(layer)) last = Math.max(last, lifeOf(layer).end)
  for (const { end } of overrides) last = Math.max(last, end)
  return Math.min(last, endOf(rotation))
}

/** Whether anybody is listed, and not only `nobody`. */
function isStaffed({ members }: Layer): boolean {
  return members.some(({ people }) => people.length > 0)
}
