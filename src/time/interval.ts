/** A stretch of time. */
import { DAY, END_OF_TIME, type Instant } from './instant.ts'

/** From `start` to `end`, half open: `start` belongs to it, `end` does not. `end` may be `Infinity`. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

/** An interval without an end, or without a beginning, as far as time can be spoken of. */
export function bounded(interval: Interval): Interval {
  const { start, end } = interval
  if (start > -Infinity && end < Infinity) return interval
  // In the east 1970 began while in UTC it was still 1969.
  return { start: Math.max(start, -DAY), end: Math.min(end, END_OF_TIME) }
}

/** Whether two intervals have an instant in common; one that merely ends where the other begins has not. */
export function touches(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** What two intervals have in common, or undefined where that is nothing. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : undefined
}

/** The sorted, disjoint union of intervals that are sorted by start; those that overlap or touch become one. */
export function union(sorted: readonly Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const next of sorted) {
    const last = joined.at(-1)
    if (last === undefined || next.start > last.end) joined.push(next)
    else if (next.end > last.end) joined[joined.length - 1] = { start: last.start, end: next.end }
  }
  return joined
}

/** The same of intervals in any order. */
export function joined(intervals: readonly Interval[]): Interval[] {
  return union([...intervals].sort((a, b) => a.start - b.start))
}

/** How long disjoint intervals last together (ms). */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + (end - start), 0)
}

/** What is left of the sorted, disjoint `base` outside the sorted, disjoint `taken`. */
export function without(base: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = []
  let first = 0
  for (const whole of base) {
    let start = whole.start
    while (first < taken.length && (taken[first]?.end ?? 0) <= start) first += 1
    for (let i = first; i < taken.length; i += 1) {
      const cut = taken[i]
      if (cut === undefined || cut.start >= whole.end) break
      if (cut.start > start) left.push({ start, end: cut.start })
      start = Math.max(start, cut.end)
    }
    if (start < whole.end) left.push({ start, end: whole.end })
  }
  return left
}
