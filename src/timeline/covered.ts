/** When somebody must be on call, where nobody says it: as far as turns show what is meant. */
import { without, type Interval } from '../time/interval.ts'
import { firstStart, type Coverage, type Rotation } from '../model/rotation.ts'
import type { Window } from '../model/window.ts'
import { gapsIn } from './coverage.ts'
import { openWithin } from './windows.ts'

/**
 * Always, where somebody is known to be on call all the time, or would be but for overrides and before the first turn;
 * else the windows of the layers, where those are held; else none.
 */
export function coverageFor(rotation: Rotation, isHeldAlways: boolean, within: Interval): Coverage {
  if (isHeldAlways) return 'always'
  const start = Math.max(within.start, firstStart(rotation))
  const turns = { start, end: Math.max(start, within.end) }
  const isHeld = (coverage: Coverage): boolean =>
    gapsIn({ ...rotation, coverage, overrides: [] }, turns).length === 0
  if (rotation.layers.length === 0) return 'none'
  if (isHeld('always')) return 'always'
  const windows = windowsOf(rotation, turns)
  return windows.length > 0 && isHeld(windows) ? windows : 'none'
}

/** Each window of the layers once, without those that the others hold. */
function windowsOf({ layers, zone }: Rotation, within: Interval): readonly Window[] {
  const all = layers.flatMap(({ during }) => during)
  const each = [...new Map(all.map((window) => [JSON.stringify(window), window])).values()]
  return each.reduce<readonly Window[]>((left, window) => {
    const others = left.filter((one) => one !== window)
    const open = openWithin(others, zone, within)
    return without(openWithin([window], zone, within), open).length === 0 ? others : left
  }, each)
}
