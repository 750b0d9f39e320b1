/** Two timelines zipped: when other people are on call. */
import type { Interval } from '../time/interval.ts'
import type { Instant } from '../time/instant.ts'
import { firstEndingAfter, type Span } from './span.ts'

/** A longest stretch in which the people on call differ, and are the same two lists throughout. */
export interface Difference extends Interval {
  /** Ids of those on call before and after; empty where nobody is. Their order is no difference. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** As much of a span as is compared. */
type PeopleSpan = Pick<Span, 'start' | 'end' | 'people'>

/** From so many on they are not looked for one by one. */
const MANY = 16

const NOBODY: readonly string[] = []

/** When, within an interval, the people on call differ between two timelines; in order. */
export function compare(
  before: readonly PeopleSpan[],
  after: readonly PeopleSpan[],
  within: Interval,
): Difference[] {
  const differences: Difference[] = []
  const was = new Walk(before, within.start)
  const is = new Walk(after, within.start)
  for (let start = within.start; start < within.end;) {
    const end = Math.min(was.until(start), is.until(start), within.end)
    const pair = { start, end, before: was.peopleAt(start), after: is.peopleAt(start) }
    if (!samePeople(pair.before, pair.after)) join(differences, pair)
    start = end
  }
  return differences
}

/** Whether two lists name the same people, in any order. */
export function samePeople(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  if (a.length < MANY) return a.every((id) => b.includes(id))
  const ofB = new Set(b)
  return a.every((id) => ofB.has(id))
}

function join(differences: Difference[], next: Difference): void {
  const last = differences.at(-1)
  const goesOn =
    last?.end === next.start &&
    samePeople(last.before, next.before) &&
    samePeople(last.after, next.after)
  if (last !== undefined && goesOn) differences[differences.length - 1] = { ...last, end: next.end }
  else differences.push(next)
}

/** A timeline that is asked at instants that only grow. */
class Walk {
  readonly #timeline: readonly PeopleSpan[]
  #next: number

  constructor(timeline: readonly PeopleSpan[], from: Instant) {
    this.#timeline = timeline
    this.#next = firstEndingAfter(timeline, from)
  }

  peopleAt(at: Instant): readonly string[] {
    const span = this.#spanAfter(at)
    return span !== undefined && span.start <= at ? span.people : NOBODY
  }

  /** Up to when an answer holds. */
  until(at: Instant): Instant {
    const span = this.#spanAfter(at)
    if (span === undefined) return Infinity
    return span.start <= at ? span.end : span.start
  }

  #spanAfter(at: Instant): PeopleSpan | undefined {
    while ((this.#timeline[this.#next]?.end ?? Infinity) <= at) this.#next += 1
    return this.#timeline[this.#next]
  }
}
