/** The zone by whose clock something goes on: the one in which most of it is at the same times of day. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { timeOfWall } from '../time/wall.ts'
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'
import { KNOWN_ZONES } from '../time/zone-names.ts'
import { countsOf } from '../model/counts.ts'

/** Whose clocks most people live by; many others do the same as one of these. */
const MOST_PEOPLE = [
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Australia/Sydney',
]

/** Zones that may be meant: those that are likely, then UTC, then those of many people. */
export function zonesFor(likely: readonly Zone[]): Zone[] {
  const known = [...MOST_PEOPLE, ...KNOWN_ZONES].flatMap((name) => zoneNamed(name) ?? [])
  return [...new Map([...likely, UTC, ...known].map((zone) => [zone.name, zone])).values()]
}

/** Of zones whose clocks do the same within an interval the first, since nothing there tells them apart. */
export function apartWithin(zones: readonly Zone[], { start, end }: Interval): Zone[] {
  const seen = new Set<string>()
  return zones.filter((zone) => {
    const changes = zone.changesIn({ start, end })
    // A clock that never changes shows other times, but nothing decides between two of them.
    const clock = changes.map(({ at, before, after }) => `${at} ${after - before}`).join()
    return !seen.has(clock) && seen.add(clock)
  })
}

/** Of zones, in order of likelihood, the one in which most instants are at few times of day. */
export function zoneOf(at: readonly Instant[], zones: readonly Zone[]): Zone {
  let [best, most] = [zones[0] ?? UTC, 0]
  // Nothing tells them apart.
  if (at.length === 0) return best
  for (const zone of zones) {
    const sum = togetherIn(at, zone)
    // Some odd times are together by chance in a zone that nobody means.
    if (most === 0 || sum > Math.max(most * 1.02, most + at.length)) [best, most] = [zone, sum]
  }
  return best
}

function togetherIn(at: readonly Instant[], zone: Zone): number {
  const counts = countsOf(at.map((one) => timeOfWall(zone.wallAt(one))))
  let sum = 0
  for (const count of counts.values()) sum += count * count
  return sum
}
