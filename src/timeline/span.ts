/** Spans and timelines: who is on call when, and why. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Layer, Override, Rotation } from '../model/rotation.ts'

/** People on call for a rotation for a stretch, and why. With no people it is a hole that somebody made on purpose. */
export interface Span extends Interval {
  readonly rotation: Rotation
  readonly people: readonly string[]
  /** The layer and the turn that put them there; both null where an override alone did. */
  readonly layer: Layer | null
  readonly turn: number | null
  /** The overrides at work, in the order in which they apply. */
  readonly overrides: readonly Override[]
}

/** What is said about a piece of a rotation's time, before it is known how long it is. */
export type Saying = Omit<Span, 'rotation' | 'start' | 'end'>

/** Spans in order of time, disjoint. Where there is none, nobody is on call. */
export type Timeline = readonly Span[]

export const NO_OVERRIDES: readonly Override[] = []

/** What is said where nobody is on call, and nobody said so on purpose. */
export const NOTHING: Saying = { people: [], layer: null, turn: null, overrides: NO_OVERRIDES }

/** Whether two lists hold the same things in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]))
}

/** Whether two spans of one rotation say the same: layer, turn, people and the overrides at work. */
export function saysTheSame(a: Span, b: Span): boolean {
  return (
    a.layer === b.layer &&
    a.turn === b.turn &&
    sameList(a.people, b.people) &&
    sameList(a.overrides, b.overrides)
  )
}

/** Adds a span to the end of a timeline, joined to the last one where both say the same. */
export function append(timeline: Span[], span: Span): void {
  const last = timeline.at(-1)
  if (last !== undefined && last.end === span.start && saysTheSame(last, span)) {
    timeline[timeline.length - 1] = { ...last, end: span.end }
  } else {
    timeline.push(span)
  }
}

/** The piece of a span from `start` to `end`. */
export function cut(span: Span, start: Instant, end: Instant): Span {
  return span.start === start && span.end === end ? span : { ...span, start, end }
}

/** The index of the first span that ends after an instant. */
export function firstEndingAfter(timeline: readonly Interval[], at: Instant): number {
  let low = 0
  let high = timeline.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timeline[middle]?.end ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
