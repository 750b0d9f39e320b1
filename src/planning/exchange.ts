/** Stretches in which other people are to be on call, held against those in which they are. */
import type { Interval } from '../time/interval.ts'
import { compare, samePeople, type Difference } from '../timeline/compare.ts'
import type { Timeline } from '../timeline/span.ts'

/** What differs where only one of two lists of differences says so, or each says something else. */
export interface Unlike extends Interval {
  /** Who is on call by the first and by the second; undefined where it says that nothing differs. */
  readonly first: readonly string[] | undefined
  readonly second: readonly string[] | undefined
}

/** The same of something in a workspace. */
export interface Unmeant extends Unlike {
  /** The id of the rotation, or of the meeting. */
  readonly rotation: string
}

/** Where two lists of differences do not say the same, in whatever pieces and order. */
export function unlike(first: readonly Difference[], second: readonly Difference[]): Unlike[] {
  const all = [...first, ...second]
  if (all.length === 0) return []
  const within = {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  }
  return compare(signed(first), signed(second), within).map(({ start, end, before, after }) => ({
    start,
    end,
    first: comingIn(before),
    second: comingIn(after),
  }))
}

/** Both sides of each difference as one list of people, so that nothing at all is something else than nobody. */
function signed(
  differences: readonly Difference[],
): Pick<Timeline[number], 'start' | 'end' | 'people'>[] {
  return differences
    .filter(({ before, after }) => !samePeople(before, after))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, before, after }) => ({
      start,
      end,
      people: [...before.map((id) => `-${id}`), '>', ...after.map((id) => `+${id}`)],
    }))
}

function comingIn(people: readonly string[]): string[] | undefined {
  if (people.length === 0) return undefined
  return people.filter((id) => id.startsWith('+')).map((id) => id.slice(1))
}
