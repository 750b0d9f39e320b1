/** The rest that somebody has between two shifts, across rotations. */
import { HOUR } from '../../../time/instant.ts'
import type { Interval } from '../../../time/interval.ts'
import type { Shift } from '../../../timeline/shifts.ts'

/**
 * What is asked for where the workspace says nothing: less than the working day between two nights on call, which a team
 * that is on call outside office hours has every day.
 */
export const LEAST_REST: number = 6 * HOUR

/** Time off call, between the shift that ended last before it and the one that begins first after it. */
interface Rest extends Interval {
  readonly last: Shift
  readonly next: Shift
}

/**
 * All the rests between somebody's shifts. What follows at once is no lack of rest but one longer stretch: whoever is
 * secondary is often primary next; nor is there rest between two openings of one turn.
 */
export function restsBetween(shifts: readonly Shift[]): Rest[] {
  const rests: Rest[] = []
  let last: Shift | undefined
  for (const next of [...shifts].sort((a, b) => a.start - b.start)) {
    if (last !== undefined && next.start > last.end && !isOneTurn(last, next))
      rests.push({ start: last.end, end: next.start, last, next })
    if (last === undefined || next.end > last.end) last = next
  }
  return rests
}

/** Two openings of one turn, or what an override in the middle of it has left. */
function isOneTurn(a: Shift, b: Shift): boolean {
  if (a.rotation !== b.rotation) return false
  if (a.layer === b.layer && a.turn === b.turn) return true
  const ofB = new Set(b.overrides)
  return a.overrides.some((override) => ofB.has(override))
}
