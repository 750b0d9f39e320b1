/** Looking for things in order of time: who holds a rotation, what touches a stretch. */
import type { Gap, Rotation, Shift } from './things.ts'

/** The index of the first that ends after an instant, of things that are sorted and disjoint. */
export function firstEndingAfter(sorted: readonly Gap[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether two stretches have any time in common. */
export function touches(a: Gap, b: Gap): boolean {
  return a.start < b.end && a.end > b.start
}

/** The time that two stretches have in common, if any. */
export function intersection(a: Gap, b: Gap): Gap | undefined {
  if (!touches(a, b)) return undefined
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}

/** Those that touch a stretch, of things that are sorted and disjoint. */
export function within<Thing extends Gap>(sorted: readonly Thing[], { start, end }: Gap): Thing[] {
  const found: Thing[] = []
  for (let i = firstEndingAfter(sorted, start); i < sorted.length; i += 1) {
    const thing = sorted[i]
    if (thing === undefined || thing.start >= end) break
    found.push(thing)
  }
  return found
}

/** Who holds a rotation at an instant, until when, and who is next. */
export interface Holder {
  /** The whole time of theirs: where they follow themselves, all these shifts. */
  readonly shift: Shift | undefined
  /** The gap, where somebody must be on call and nobody is. */
  readonly gap: Gap | undefined
  readonly next: Shift | undefined
}

/** Who holds a rotation at an instant, and what comes next. */
export function holderAt({ shifts, gaps }: Rotation, at: number): Holder {
  const i = firstEndingAfter(shifts, at)
  const first = shifts[i]
  const gap = gaps[firstEndingAfter(gaps, at)]
  if (first !== undefined && first.start <= at) {
    let last = i
    while (followsSelf(shifts[last], shifts[last + 1])) last += 1
    let begin = i
    while (followsSelf(shifts[begin - 1], shifts[begin])) begin -= 1
    const { start = first.start } = shifts[begin] ?? {}
    const { end = first.end } = shifts[last] ?? {}
    return { shift: { ...first, start, end }, gap: undefined, next: shifts[last + 1] }
  }
  return { shift: undefined, gap: gap && gap.start <= at ? gap : undefined, next: first }
}

/** Whether the same people go on, with nobody between. */
export function followsSelf(one: Shift | undefined, other: Shift | undefined): boolean {
  if (one === undefined || other === undefined || one.end !== other.start) return false
  const [a, b] = [new Set(one.people), new Set(other.people)]
  return a.size === b.size && [...a].every((person) => b.has(person))
}
