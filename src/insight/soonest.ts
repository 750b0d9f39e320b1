/** What comes first, however far ahead that is. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'

/** Further ahead nobody asks what is theirs. */
const AHEAD = 2 * 366 * DAY

/** The first of what is found, looking further and further ahead until there are enough. */
export function soonest<T>(
  count: number,
  after: Instant,
  find: (within: Interval) => readonly T[],
): T[] {
  let found: readonly T[] = []
  for (let length = 16 * DAY; found.length < count && length < 2 * AHEAD; length *= 2) {
    found = find({ start: after, end: after + Math.min(length, AHEAD) })
  }
  return found.slice(0, count)
}
