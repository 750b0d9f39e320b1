/** How it is said that turns which have begun are held by others. */
import type { Interval } from '../../../time/interval.ts'
import { sayFullTime } from '../../../time/words.ts'
import type { Zone } from '../../../time/zone.ts'
import type { Difference } from '../../../timeline/compare.ts'
import { namesOf } from '../overrides/written-overrides.ts'

/** How to say that it is meant. */
export const WAY_ROUND =
  "if it is meant, '--rewrite' or the line 'Rewrites-history: yes' at the end of the commit message says so"

/**
 * `'erin' instead of 'bob' from Mon 4 Jan 2027 16:00 to Mon 11 Jan 2027 16:00 (UTC), and 2 more stretches in the last
 * 90 days`: the latest of some changes, which are in order.
 */
export function sayChanges(changes: readonly Difference[], zone: Zone): string {
  const { start, end, before, after } = changes.at(-1) as Difference
  const latest = `${namesOf(after)} instead of ${namesOf(before)} from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.name})`
  const more = changes.length - 1
  if (more === 0) return latest
  return `${latest}, and ${more} more ${more === 1 ? 'stretch' : 'stretches'} in the last 90 days`
}

/** From the first to the last. */
export function spanOf(changes: readonly Difference[]): Interval {
  return {
    start: changes.reduce((first, { start }) => Math.min(first, start), Infinity),
    end: changes.reduce((last, { end }) => Math.max(last, end), -Infinity),
  }
}
