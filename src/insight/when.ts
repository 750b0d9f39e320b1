/** Whether a stretch is over, under way or to come. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'

/** Where a stretch lies, as seen from now. */
export type When = 'past' | 'running' | 'future'

/** Whether a stretch is over, running or still to come. */
export function whenIs({ start, end }: Interval, now: Instant): When {
  if (end <= now) return 'past'
  return start <= now ? 'running' : 'future'
}
