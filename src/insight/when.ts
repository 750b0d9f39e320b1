/** Whether a stretch is over, under way or to come. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'

export type When = 'past' | 'running' | 'future'

export function whenIs({ start, end }: Interval, now: Instant): When {
  if (end <= now) return 'past'
  return start <= now ? 'running' : 'future'
}
