/** What counts from a time on, or until one: people in a team, entries in a roster. */
import type { Instant } from '../time/instant.ts'
import type { Moment } from '../time/written.ts'

export interface Dated {
  readonly from?: Moment
  readonly until?: Moment
}

/** Whether it counts at an instant, which may be one that never comes (Infinity). */
export function countsAt({ from, until }: Dated, at: Instant): boolean {
  return (from?.instant ?? -Infinity) <= at && (until === undefined || at < until.instant)
}
