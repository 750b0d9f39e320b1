/** Turns that have begun, before and after an edit: what is history already, or under way. */
import { DAY, type Instant } from '../../../time/instant.ts'
import type { Rotation } from '../../../model/rotation.ts'
import { compare, type Difference } from '../../../timeline/compare.ts'
import { patternOf, turnAround } from '../../../timeline/layer.ts'
import { turnsWithin } from '../../../timeline/rotation.ts'

/** A rotation before and after an edit that changes turns which have begun. */
export interface Rewritten {
  readonly was: Rotation
  readonly is: Rotation
  /** In order, one or more. */
  readonly changes: readonly Difference[]
}

/** As far back as statistics look by default. What was longer ago is history that nobody asks for. */
const BACK = 90 * DAY

/**
 * When somebody else holds, or nobody, what was a turn that has begun; overrides left aside. `former` gives the ids by
 * which people went before.
 * @param is the rotation as it is now; undefined where it is gone
 */
export function changesIn(
  was: Rotation,
  is: Rotation | undefined,
  former: (id: string) => string,
  now: Instant,
): Difference[] {
  const within = { start: now - BACK, end: endOfTurns(was, now) }
  const begun = turnsWithin(was, within).filter(
    ({ layer, turn }) =>
      layer !== null && turn !== null && patternOf(layer).turns.startOf(turn) <= now,
  )
  const present = (is === undefined ? [] : turnsWithin(is, within)).map((span) => ({
    ...span,
    people: span.people.map(former),
  }))
  // Where nobody had a turn, somebody may get one.
  return compare(begun, present, within).filter(({ before }) => before.length > 0)
}

/** When the last of the turns that are under way is over; what is to come of one that never ends is no history. */
function endOfTurns({ layers }: Rotation, now: Instant): Instant {
  const ends = layers.flatMap((layer) => turnAround(layer, now)?.end ?? [])
  return Math.max(now, ...ends.filter((end) => end < Infinity))
}
