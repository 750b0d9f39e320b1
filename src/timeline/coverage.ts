/** Coverage, when somebody must be on call; and gaps, when nobody is although somebody must. */
import { without, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { beforeEnd, timelineOf } from './rotation.ts'
import { openWithin } from './windows.ts'

/** When somebody must be on call within an interval: sorted, disjoint. */
export function coverageOf(rotation: Rotation, within: Interval): Interval[] {
  const { coverage, zone } = rotation
  const asked = beforeEnd(rotation, within)
  if (coverage === 'none' || asked === undefined) return []
  return coverage === 'always' ? [asked] : openWithin(coverage, zone, asked)
}

/** When nobody is on call within an interval although somebody must be: the longest such stretches. */
export function gapsIn(rotation: Rotation, within: Interval): Interval[] {
  const held = timelineOf(rotation, within).filter(({ people }) => people.length > 0)
  return gapsBetween(held, rotation, within)
}

/** The same, where the shifts that touch the interval are known already. */
export function gapsBetween(
  held: readonly Interval[],
  rotation: Rotation,
  within: Interval,
): Interval[] {
  return without(coverageOf(rotation, within), held)
}
