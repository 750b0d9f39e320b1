/** A stretch as somebody would type it behind `--on`, in the viewer's zone. */
import { MINUTE, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall, writeDay, writeUtc, writeWall } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'

/** `2026-12-24`, `2026-12-24..2026-12-26`, `"2026-12-24 16:00..2026-12-26 09:00"`: what the program reads as the same stretch. */
export function typed({ start, end }: Interval, zone: Zone): string {
  const [first, last] = [dayOfWall(zone.wallAt(start)), dayOfWall(zone.wallAt(end - 1))]
  if (startOfDay(zone, first) === start && startOfDay(zone, last + 1) === end) {
    return first === last ? writeDay(first) : `${writeDay(first)}..${writeDay(last)}`
  }
  // Nobody types seconds, and what is offered must not leave any out.
  const [from, to] = [Math.floor(start / MINUTE), Math.ceil(end / MINUTE)].map((n) => n * MINUTE)
  return `"${timeAt(from ?? start, zone)}..${timeAt(to ?? end, zone)}"`
}

/** Of a time that the clock shows twice, the second can be said in UTC only. */
function timeAt(at: Instant, zone: Zone): string {
  const wall = zone.wallAt(at)
  return zone.instantAt(wall) === at ? writeWall(wall) : writeUtc(at)
}
