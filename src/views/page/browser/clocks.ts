/** Clock changes of those who are looked at. */
import { DAY, QUARTER, sayElapsed, timeOfDay, Clock } from './clock.ts'
import { nameAll, zoneOf } from './names.ts'
import type { Gap, Person } from './things.ts'

/** The clocks of one or more zones, put forward or back at an instant. */
export interface ClockChange {
  readonly at: number
  readonly zones: readonly ZoneChange[]
}

interface ZoneChange {
  readonly zone: string
  /** What the clock would have shown, and what it shows. */
  readonly before: number
  readonly after: number
  readonly people: readonly Person[]
}

/** Those of people, and of the clock that is looked by, in a stretch of time; in order. */
export function clockChanges(people: readonly Person[], within: Gap, clock: Clock): ClockChange[] {
  const zones = new Map<string, Person[]>([[clock.zone, []]])
  for (const person of people) {
    for (const zone of new Set([zoneOf(person, within.start), zoneOf(person, within.end)])) {
      const there = zones.get(zone) ?? []
      zones.set(zone, there)
      there.push(person)
    }
  }
  const changes = new Map<number, ZoneChange[]>()
  for (const [zone, all] of zones) {
    for (const at of changesOf(Clock.of(zone), within)) {
      const there = all.filter((person) => zoneOf(person, at) === zone)
      if (there.length === 0 && zone !== clock.zone) continue
      const one = changes.get(at) ?? []
      changes.set(at, one)
      const of = Clock.of(zone)
      one.push({ zone, before: at + of.offsetAt(at - 1), after: of.wallAt(at), people: there })
    }
  }
  return [...changes].map(([at, of]) => ({ at, zones: of })).sort((a, b) => a.at - b.at)
}

/** `Europe/Amsterdam: 02:00 becomes 03:00, 1 h forward (Alice Lindqvist)` */
export function sayChange({ zone, before, after, people }: ZoneChange): string {
  const by = sayElapsed(Math.abs(after - before))
  const whose = people.length === 0 ? '' : ` (${nameAll(people)})`
  const way = after > before ? 'forward' : 'back'
  return `${zone}: ${timeOfDay(before)} becomes ${timeOfDay(after)}, ${by} ${way}${whose}`
}

/** The days on which the offset is another at the end are few; the quarter of an hour is looked for in them. */
function changesOf(clock: Clock, { start, end }: Gap): number[] {
  if (!clock.isKnown) return []
  const found: number[] = []
  for (let day = start; day < end; day += DAY) {
    const next = Math.min(day + DAY, end)
    const before = clock.offsetAt(day)
    if (clock.offsetAt(next) === before) continue
    let low = day
    let high = next
    while (high - low > QUARTER) {
      const middle = Math.ceil((low + high) / 2 / QUARTER) * QUARTER
      if (middle >= high) break
      if (clock.offsetAt(middle) === before) low = middle
      else high = middle
    }
    found.push(Math.ceil(high / QUARTER) * QUARTER)
  }
  return found
}
