/** Nights of a person: from 22:00 to 07:00 on their own clock, each with the date of its evening. */
import { DAY, HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import { intersection, type Interval } from '../../time/interval.ts'
import { NIGHT } from '../../time/night.ts'
import { dayOfWall, timeOfWall, type Day } from '../../time/wall.ts'
import { startOfDay } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'

/** The night that an instant lies in, by the date of its evening; undefined by day. */
export function nightAt(zone: Zone, at: Instant): Day | undefined {
  const wall = zone.wallAt(at)
  const time = timeOfWall(wall)
  const day = dayOfWall(wall)
  if (time >= NIGHT.from) return day
  // The evening before, which may be two days ago where the clock skipped a day (Apia, 2011).
  return time < NIGHT.to ? dayOfWall(zone.wallAt(startOfDay(zone, day) - 1)) : undefined
}

/** A clock hour of a night, as a key; one that is shown twice is two. Undefined by day. */
export function sleepHourAt(zone: Zone, at: Instant): string | undefined {
  if (nightAt(zone, at) === undefined) return undefined
  return `${Math.floor(zone.wallAt(at) / HOUR)} ${zone.offsetAt(at)}`
}

/** The nights of which stretches, disjoint and finite, hold a minute or more. */
export function nightsIn(zone: Zone, held: readonly Interval[]): Day[] {
  const time = new Map<Day, number>()
  for (const stretch of held) {
    const last = dayOfWall(zone.wallAt(stretch.end))
    // Apia's lost day, and somebody who moves, may need one more.
    for (let day = dayOfWall(zone.wallAt(stretch.start)) - 2; day <= last; day += 1) {
      const [start, end] = [zone.instantAt(day * DAY + NIGHT.from), endOf(zone, day)]
      const part = start < end ? intersection({ start, end }, stretch) : undefined
      if (part !== undefined) time.set(day, (time.get(day) ?? 0) + part.end - part.start)
    }
  }
  return [...time].flatMap(([day, long]) => (long >= MINUTE ? [day] : []))
}

function endOf(zone: Zone, evening: Day): Instant {
  return zone.instantAt((evening + 1) * DAY + NIGHT.to)
}
