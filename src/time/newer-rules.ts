/** What newer zone data know and older do not: told apart by what a zone's clock says, as far as that can be known here. */
import { HOUR, type Instant } from './instant.ts'
import type { Zone } from './zone.ts'

/** A zone whose clock goes by another rule since, and the release of the IANA database that says so first. */
interface NewerRule {
  readonly zone: string
  readonly release: string
  /** An instant at which the new rule shows. */
  readonly at: Instant
  /** Milliseconds ahead of UTC then. */
  readonly offset: number
}

const rule = (zone: string, release: string, at: Instant, hours: number): NewerRule => ({
  zone,
  release,
  at,
  offset: hours * HOUR,
})

/** Since 2023c, with which the oldest Node came that runs rotate. A zone that is new is an error there of itself. */
const RULES: readonly NewerRule[] = [
  rule('America/Scoresbysund', '2023d', 1_733_011_200_000, -2),
  rule('Antarctica/Casey', '2023d', 1_719_792_000_000, 8),
  rule('Antarctica/Vostok', '2023d', 1_704_067_200_000, 5),
  rule('Asia/Almaty', '2024a', 1_711_929_600_000, 5),
  rule('Asia/Qostanay', '2024a', 1_711_929_600_000, 5),
  rule('America/Asuncion', '2025a', 1_751_328_000_000, -3),
]

/** The rules of these zones that the data of this machine do not know, one for each zone. */
export function newerRulesOf(zones: Iterable<Pick<Zone, 'name' | 'offsetAt'>>): NewerRule[] {
  const names = new Set<string>()
  return [...zones].flatMap((zone) => {
    const name = zone.name.toLowerCase()
    if (names.has(name)) return []
    names.add(name)
    const found = RULES.find((one) => one.zone.toLowerCase() === name)
    return found === undefined || zone.offsetAt(found.at) === found.offset ? [] : [found]
  })
}
