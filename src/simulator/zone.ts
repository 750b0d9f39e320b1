/** Wall clocks: what a clock in a time zone shows at an instant, and when it shows a given time. */

/** Milliseconds since 1970 as a wall clock would count them; never without its zone. */
export type Wall = number

/** A second in milliseconds. */
export const SECOND = 1000
/** A minute in milliseconds. */
export const MINUTE: number = 60 * SECOND
/** An hour in milliseconds. */
export const HOUR: number = 60 * MINUTE
/** A day in milliseconds. */
export const DAY: number = 24 * HOUR
/** A week in milliseconds. */
export const WEEK: number = 7 * DAY

/** A name of the IANA database, links such as `US/Eastern` included; no offsets. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** Milliseconds that the zone's clock is ahead of UTC. */
export function offsetAt(zone: string, at: number): number {
  const known = (offsets[zone] ??= new Map<number, number>())
  // No clock has changed anywhere since 1970 but at a quarter of an hour, UTC.
  const quarter = Math.floor(at / (15 * MINUTE))
  let offset = known.get(quarter)
  if (offset === undefined) {
    offset = askIntl(zone, at)
    known.set(quarter, offset)
  }
  return offset
}

/** The wall clock of a zone at an instant. */
export function wallAt(zone: string, at: number): Wall {
  return at + offsetAt(zone, at)
}

/**
 * When the zone's clock shows `wall`: of two such instants the first; a time that a clock change skips is read
 * with the offset in force before it (RFC 5545, section 3.3.5).
 */
export function instantOf(zone: string, wall: Wall): number {
  const before = wall - offsetAt(zone, wall - DAY)
  const after = wall - offsetAt(zone, wall + DAY)
  const candidates = [before, after].filter((at) => wallAt(zone, at) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : before
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(wall: Wall): number {
  const day = Math.floor(wall / DAY)
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Midnight at the beginning of the wall-clock day. */
export function midnightOf(wall: Wall): Wall {
  return Math.floor(wall / DAY) * DAY
}

const formats: Record<string, Intl.DateTimeFormat> = {}
const offsets: Record<string, Map<number, number>> = {}

function formatOf(zone: string): Intl.DateTimeFormat {
  return (formats[zone] ??= new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }))
}

function askIntl(zone: string, at: number): number {
  const [, sign, hours, minutes, seconds] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatOf(zone).format(at)) ?? []
  if (sign === undefined) return 0
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND
  return sign === '-' ? -size : size
}
