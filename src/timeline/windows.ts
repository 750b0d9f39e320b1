/** Windows, opened: when they are open, as intervals. */
import { DAY, type Instant } from '../time/instant.ts'
import { union, type Interval } from '../time/interval.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import { daysBetween } from '../model/days.ts'
import { opensOn, type Window } from '../model/window.ts'

/** The most days that a clock change can lie between a written time and the instant that is meant (Apia, 2011). */
const SLACK = 1

/** When any of the windows is open within an interval: sorted, disjoint, cut at its ends; what touches is one. */
export function openWithin(windows: readonly Window[], zone: Zone, within: Interval): Interval[] {
  const opened = windows.flatMap((window) => openingsWithin(window, zone, within))
  // A clock change can put the openings of even a single window out of order.
  opened.sort((a, b) => a.start - b.start)
  const stretches = union(opened)
  // They are disjoint, so only the first and the last can reach over the ends.
  for (const i of [0, stretches.length - 1]) {
    const { start, end } = stretches[i] ?? within
    if (start < within.start || end > within.end)
      stretches[i] = { start: Math.max(start, within.start), end: Math.min(end, within.end) }
  }
  return stretches
}

/** Whether any of the windows is open at an instant. */
export function isOpenAt(windows: readonly Window[], zone: Zone, at: Instant): boolean {
  const wall = zone.wallAt(at)
  return windows.some((window) => {
    const first = dayOfWall(wall - window.from - window.length) - SLACK
    for (let day = dayOfWall(wall - window.from) + SLACK; day >= first; day -= 1) {
      const opening = opensOn(window, day) && openingOf(window, zone, day)
      if (opening && opening.start <= at && at < opening.end) return true
    }
    return false
  })
}

/** Whether any of the windows opens at an instant, be others open or not. */
export function opensAt(windows: readonly Window[], zone: Zone, at: Instant): boolean {
  const day = dayOfWall(zone.wallAt(at))
  return windows.some((window) => {
    for (let written = day - SLACK; written <= day + SLACK; written += 1) {
      if (opensOn(window, written) && openingOf(window, zone, written)?.start === at) return true
    }
    return false
  })
}

/** What a window that opens on a day holds, or undefined where a clock change leaves nothing of it. */
export function openingOf(window: Window, zone: Zone, day: Day): Interval | undefined {
  const wall = day * DAY + window.from
  const start = zone.instantAt(wall)
  const end = zone.instantAt(wall + window.length)
  return start < end ? { start, end } : undefined
}

/** The whole openings of one window that touch an interval. */
function openingsWithin(window: Window, zone: Zone, within: Interval): Interval[] {
  const first = dayOfWall(zone.wallAt(within.start) - window.from - window.length) - SLACK
  const last = dayOfWall(zone.wallAt(within.end) - window.from) + SLACK
  const opened: Interval[] = []
  for (const day of daysBetween(window, first, last)) {
    if (window.except.length > 0 && !opensOn(window, day)) continue
    const opening = openingOf(window, zone, day)
    if (opening !== undefined && opening.start < within.end && opening.end > within.start) {
      opened.push(opening)
    }
  }
  return opened
}
