/** Times of day that a clock change makes odd. */
import { DAY } from './instant.ts'
import type { Wall } from './wall.ts'
import type { Zone } from './zone.ts'

/** The clock never shows it that day, or shows it twice. */
export type Oddity = 'skipped' | 'doubled'

/** What is odd about a wall-clock time in a zone; undefined where it comes once, as nearly always. */
export function oddityOf(zone: Zone, wall: Wall): Oddity | undefined {
  const first = zone.instantAt(wall)
  if (zone.wallAt(first) !== wall) return 'skipped'
  // The clock goes back within a day after the first time, to before it.
  const soon = zone.changesIn({ start: first + 1, end: first + DAY + 1 })
  const again = soon.some(({ at, before, after }) => wall >= at + after && wall < at + before)
  return again ? 'doubled' : undefined
}
