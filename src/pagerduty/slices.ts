/** Who is on call when, by the ids of users: slices that follow one another without gaps, each with a set. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Timeline } from '../timeline/span.ts'
import type { Piece } from './remote.ts'

/** A set of users, sorted, each once. */
export type Who = readonly string[]

export interface Slice extends Interval {
  readonly who: Who
}

export const NOBODY: Who = []

export function setOf(users: Iterable<string>): Who {
  return [...new Set(users)].sort()
}

export function isSame(a: Who, b: Who): boolean {
  return a.length === b.length && a.every((user, i) => user === b[i])
}

/** What pieces that may overlap come to within an interval: everybody who is in any of them. */
export function slicesOf(pieces: readonly Piece[], within: Interval): Slice[] {
  const edges: { at: Instant; user: string; by: number }[] = []
  for (const { start, end, user } of pieces) {
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
      add(slices, { start: from, end: at, who: setOf(count.keys()) })
      from = at
    }
    const left = (count.get(user) ?? 0) + by
    if (left === 0) count.delete(user)
    else count.set(user, left)
  }
  if (from < within.end) add(slices, { start: from, end: within.end, who: setOf(count.keys()) })
  return slices
}

/** The slices of a timeline of the file; a person for whom there is no user is left out. */
export function slicesOfTimeline(
  timeline: Timeline,
  idOf: ReadonlyMap<string, string>,
  within: Interval,
): Slice[] {
  const pieces = timeline.flatMap(({ start, end, people }) =>
    people.map((person): Piece => ({ start, end, user: idOf.get(person) ?? null })),
  )
  return slicesOf(pieces, within)
}

export interface Zipped extends Interval {
  readonly a: Who
  readonly b: Who
}

/** Two rows of slices side by side, cut where either changes; only where both are. */
export function zip(a: readonly Slice[], b: readonly Slice[]): Zipped[] {
  const all: Zipped[] = []
  let i = 0
  let j = 0
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

/** The slices with what is within an interval changed. */
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

/** What of the slices lies within an interval. */
export function clipped(slices: readonly Slice[], { start, end }: Interval): Slice[] {
  return slices.flatMap((slice) => {
    const cut = { ...slice, start: Math.max(slice.start, start), end: Math.min(slice.end, end) }
    return cut.start < cut.end ? [cut] : []
  })
}

export function whoAt(slices: readonly Slice[], at: Instant): Who {
  return slices.find(({ start, end }) => start <= at && at < end)?.who ?? NOBODY
}

function add(slices: Slice[], slice: Slice): void {
  const last = slices.at(-1)
  if (last !== undefined && last.end === slice.start && isSame(last.who, slice.who)) {
    slices[slices.length - 1] = { ...last, end: slice.end }
  } else {
    slices.push(slice)
  }
}

/** One user as a list; PagerDuty's empty member is nobody. */
export function some(user: string | null): readonly string[] {
  return user === null ? [] : [user]
}
