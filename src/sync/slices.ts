/**
 * Slices: who is on call when, by the ids of a service's users. A row of slices follows one another without gaps, and each
 * has the set of everybody who is on call in it, be it empty.
 */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { firstEndingAfter, type Timeline } from '../timeline/span.ts'
import type { Stint } from './schedule.ts'

/** A set of users, sorted, each once. */
export type Who = readonly string[]

/** A stretch in which the same are on call. */
export interface Slice extends Interval {
  readonly who: Who
}

/** The set with nobody in it. */
export const NOBODY: Who = []

/** The set of some users. */
export function setOf(users: Iterable<string>): Who {
  return [...new Set(users)].sort()
}

/** Whether two sets have the same users in them. */
export function isSame(a: Who, b: Who): boolean {
  return a.length === b.length && a.every((user, i) => user === b[i])
}

/** The slices that stints, which may overlap, come to within an interval: everybody who is in any of them. */
export function slicesOf(stints: readonly Stint[], within: Interval): Slice[] {
  const edges: { at: Instant; user: string; by: number }[] = []
  for (const { start, end, user } of stints) {
    if (user === null || end <= within.start || start >= within.end) continue
    edges.push({ at: Math.max(start, within.start), user, by: 1 })
    edges.push({ at: Math.min(end, within.end), user, by: -1 })
  }
  edges.sort((a, b) => a.at - b.at)
  const count = new Map<string, number>()
  const slices: Slice[] = []
  let from = within.start
  for (const { at, user, by } of edges) {
    if (at > from) {
      add(slices, { start: from, end: at, who: [...count.keys()].sort() })
      from = at
    }
    const left = (count.get(user) ?? 0) + by
    if (left === 0) count.delete(user)
    else count.set(user, left)
  }
  if (from < within.end)
    add(slices, { start: from, end: within.end, who: [...count.keys()].sort() })
  return slices
}

/** The stints of slices, one of each who is on call in a slice. */
export function stintsIn(slices: readonly Slice[]): Stint[] {
  return slices.flatMap(({ start, end, who }) => who.map((user) => ({ start, end, user })))
}

/** The slices of a timeline of the file; a person for whom there is no user is left out. */
export function slicesOfTimeline(
  timeline: Timeline,
  idOf: ReadonlyMap<string, string>,
  within: Interval,
): Slice[] {
  const stints = timeline.flatMap(({ start, end, people }) =>
    people.map((person): Stint => ({ start, end, user: idOf.get(person) ?? null })),
  )
  return slicesOf(stints, within)
}

/** A stretch in which neither of two rows of slices changes. */
export interface Zipped extends Interval {
  readonly a: Who
  readonly b: Who
}

/** Two rows of slices side by side, cut where either changes; only where both are. */
export function zip(a: readonly Slice[], b: readonly Slice[]): Zipped[] {
  const all: Zipped[] = []
  let i = firstEndingAfter(a, b[0]?.start ?? 0)
  let j = firstEndingAfter(b, a[0]?.start ?? 0)
  for (;;) {
    const [x, y] = [a[i], b[j]]
    if (x === undefined || y === undefined) return all
    const start = Math.max(x.start, y.start)
    const end = Math.min(x.end, y.end)
    if (start < end) all.push({ start, end, a: x.who, b: y.who })
    if (x.end <= y.end) i += 1
    if (y.end <= x.end) j += 1
  }
}

/** Whether two rows of slices say the same wherever both are. */
export function agree(a: readonly Slice[], b: readonly Slice[]): boolean {
  return zip(a, b).every((both) => isSame(both.a, both.b))
}

/** For how many milliseconds two rows of slices have the same in them, and somebody. */
export function agreedFor(a: readonly Slice[], b: readonly Slice[]): number {
  return zip(a, b).reduce(
    (sum, both) => sum + (both.a.length > 0 && isSame(both.a, both.b) ? both.end - both.start : 0),
    0,
  )
}

/** Slices with what is within an interval changed. */
export function changed(
  slices: readonly Slice[],
  { start, end }: Interval,
  change: (who: Who) => Who,
): Slice[] {
  const all: Slice[] = []
  for (const slice of slices) {
    const from = Math.max(slice.start, start)
    const to = Math.min(slice.end, end)
    if (from >= to) {
      add(all, slice)
      continue
    }
    if (slice.start < from) add(all, { ...slice, end: from })
    add(all, { start: from, end: to, who: change(slice.who) })
    if (to < slice.end) add(all, { ...slice, start: to })
  }
  return all
}

/** Slices cut to an interval. */
export function clipped(slices: readonly Slice[], { start, end }: Interval): Slice[] {
  const all: Slice[] = []
  for (let i = firstEndingAfter(slices, start); ; i += 1) {
    const slice = slices[i]
    if (slice === undefined || slice.start >= end) return all
    const cut = { ...slice, start: Math.max(slice.start, start), end: Math.min(slice.end, end) }
    if (cut.start < cut.end) all.push(cut)
  }
}

/** The set that is on call at an instant. */
export function whoAt(slices: readonly Slice[], at: Instant): Who {
  const slice = slices[firstEndingAfter(slices, at)]
  return slice !== undefined && slice.start <= at ? slice.who : NOBODY
}

/** A stretch in which a service and the file differ. */
export interface Difference extends Interval {
  readonly before: Who
  readonly after: Who
}

/** The differences between what a service shows and what is wanted, within an interval. */
export function differences(
  actual: readonly Slice[],
  wanted: readonly Slice[],
  within: Interval,
): Difference[] {
  return zip(clipped(actual, within), wanted).flatMap(({ start, end, a, b }) =>
    isSame(a, b) ? [] : [{ start, end, before: a, after: b }],
  )
}

/** The slices of rows of stints that lie on each other: the upper one wins wherever it says somebody. */
export function stacked(rows: readonly (readonly Stint[])[], within: Interval): Slice[] {
  let below = slicesOf([], within)
  for (const stints of rows) below = laidOver(below, slicesOf(stints, within))
  return below
}

/** Slices with others on top, which win wherever they say somebody. */
export function laidOver(below: readonly Slice[], top: readonly Slice[]): Slice[] {
  return zip(below, top).map(({ start, end, a, b }) => ({
    start,
    end,
    who: b.length > 0 ? b : a,
  }))
}

function add(slices: Slice[], slice: Slice): void {
  const last = slices.at(-1)
  if (last !== undefined && last.end === slice.start && isSame(last.who, slice.who)) {
    slices[slices.length - 1] = { ...last, end: slice.end }
  } else {
    slices.push(slice)
  }
}

/** One user as a list, which is empty for nobody. */
export function some(user: string | null): readonly string[] {
  return user === null ? [] : [user]
}
