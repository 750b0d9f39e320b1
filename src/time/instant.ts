/** An instant: what the engine counts in. */

/** Milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored (as POSIX and ECMAScript do). */
export type Instant = number

/** Lengths of elapsed time, in milliseconds. */
export const SECOND = 1000
export const MINUTE: number = 60 * SECOND
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR
export const WEEK: number = 7 * DAY

/** The years that a workspace may speak of: from the first instant of 1970 up to the end of 2200, UTC. */
export const FIRST_YEAR = 1970
export const LAST_YEAR = 2200

/** The first instant after the last year that can be spoken of: no search for "the next" goes on past it. */
export const END_OF_TIME: Instant = 7_289_654_400_000

/** The beginning of the minute in which an instant lies. */
export function minuteOf(at: Instant): Instant {
  return Math.floor(at / MINUTE) * MINUTE
}
