/** The frame of a picture: which days lie on a line, and how many characters a day has. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Day } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'

/** The frame of a picture: which days it shows, and how wide a day is. */
export interface Frame {
  /** Of whoever looks; each day has as much room, be it of 23 hours or 25. */
  readonly zone: Zone
  readonly first: Day
  readonly days: number
  /** Characters for each day. */
  readonly cells: number
}

/** Characters for a day, so that each stands for whole hours. */
const CELLS = [24, 12, 8, 6, 4, 3, 2, 1]

/** The most characters for each of `days` days on a line of `room` characters; 0 where there is no room at all. */
export function cellsFor(days: number, room: number): number {
  return CELLS.find((cells) => cells * days <= room) ?? 0
}

/** The interval that a frame shows. */
export function intervalOf({ zone, first, days }: Frame): Interval {
  return { start: startOfDay(zone, first), end: startOfDay(zone, first + days) }
}

/** Where an instant lies on the line, in characters from its beginning, not rounded; cut at both ends. */
export function columnAt({ zone, first, days, cells }: Frame, at: Instant): number {
  const end = days * cells
  if (at === Infinity) return end
  const column = ((zone.wallAt(at) - first * DAY) / DAY) * cells
  return Math.min(Math.max(column, 0), end)
}
