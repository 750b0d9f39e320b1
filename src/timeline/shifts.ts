/** Shifts: spans as people see them, each whole. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { turnAround } from './layer.ts'
import { timelineOf } from './rotation.ts'
import type { Span } from './span.ts'

/** A span with somebody in it, in its full length. */
export interface Shift extends Span {
  readonly rotation: Rotation
}

/** The shifts of a rotation that touch an interval, in order, each whole and not cut at its ends. */
export function shiftsOf(rotation: Rotation, within: Interval): Shift[] {
  const shifts: Shift[] = []
  for (const span of timelineOf(rotation, widened(rotation, within))) {
    if (span.people.length > 0 && touches(span, within)) shifts.push(shift(rotation, span))
  }
  return shifts
}

/** The shift at an instant, undefined where nobody is on call. */
export function shiftAt(rotation: Rotation, at: Instant): Shift | undefined {
  return shiftsOf(rotation, { start: at, end: at + 1 })[0]
}

/** The first shift that begins at an instant or later; undefined where there is none. */
export function nextShift(rotation: Rotation, from: Instant): Shift | undefined {
  const last = lastEdge(rotation)
  let start = from
  for (let step = 8 * DAY; start <= last && start < END_OF_TIME; step *= 2) {
    const end = Math.min(start + step, END_OF_TIME)
    const found = shiftsOf(rotation, { start, end }).find((next) => next.start >= from)
    if (found !== undefined) return found
    start = end
  }
  return undefined
}

/** The last shift that ended at an instant or earlier; undefined where there is none. */
export function previousShift(rotation: Rotation, until: Instant): Shift | undefined {
  const first = firstEdge(rotation)
  let end = until
  for (let step = 8 * DAY; end > first; step *= 2) {
    const start = Math.max(end - step, first)
    const found = shiftsOf(rotation, { start, end }).findLast((shift) => shift.end <= until)
    if (found !== undefined) return found
    end = start
  }
  return undefined
}

/** The interval and the whole of the turns and overrides that its ends lie in. */
function widened({ layers, overrides }: Rotation, within: Interval): Interval {
  let { start, end } = within
  const widen = (whole: Interval | undefined): void => {
    if (whole === undefined) return
    start = Math.min(start, whole.start)
    end = Math.max(end, whole.end)
  }
  for (const layer of layers) {
    widen(turnAround(layer, within.start))
    widen(turnAround(layer, within.end - 1))
  }
  for (const override of overrides) if (touches(override, within)) widen(override)
  return { start, end }
}

function firstEdge({ layers, overrides }: Rotation): Instant {
  const starts = [
    ...layers.map(({ start }) => start.instant),
    ...overrides.map(({ start }) => start),
  ]
  return starts.reduce((a, b) => Math.min(a, b), Infinity)
}

function lastEdge({ layers, overrides }: Rotation): Instant {
  const ends = [
    ...layers.map(({ end }) => end?.instant ?? Infinity),
    ...overrides.map(({ end }) => end),
  ]
  return ends.reduce((a, b) => Math.max(a, b), -Infinity)
}

function shift(rotation: Rotation, { start, end, people, layer, turn, overrides }: Span): Shift {
  return { start, end, people, layer, turn, overrides, rotation }
}
