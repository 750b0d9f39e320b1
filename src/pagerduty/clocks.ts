/** PagerDuty's clock and ours. */
import { MINUTE, type Instant } from '../time/instant.ts'

/** What both said at one moment. */
export interface Clocks {
  readonly theirs: Instant
  readonly ours: Instant
}

/** The clocks are too far apart for writing: who is on call now, and what has begun, would be judged wrongly. */
export class WrongClock extends Error {
  readonly clocks: Clocks

  constructor(clocks: Clocks) {
    super('the clocks are apart')
    this.clocks = clocks
  }
}

/** Further apart than the slowest answer makes them. */
export function apart({ theirs, ours }: Clocks): boolean {
  return Math.abs(theirs - ours) > 5 * MINUTE
}
