/** Instants as text: ISO 8601 with an offset in, whole seconds out. */
import { MINUTE, offsetAt, SECOND, type Wall } from './zone.ts'

/** A date-time as it was sent: the instant, and the digits without regard to the offset. */
export interface Moment {
  readonly at: number
  readonly wall: Wall
}

/** Reads `2026-11-30T16:00:00Z` or `...+01:00`; undefined for anything else. Parts of a second are dropped. */
export function readMoment(text: string): Moment | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/i.exec(text)
  if (match === null) return undefined
  const [, date, time, zone = 'Z'] = match
  const wall = Date.parse(`${date}T${time}Z`)
  // Date.parse takes the 31st of June for the 1st of July.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined
  return { at: wall - offsetOf(zone), wall }
}

/** As `2026-11-30T16:00:00Z`. */
export function inUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** As `2026-11-30T17:00:00+01:00`, or with `Z` where the zone's clock shows UTC. */
export function inZone(at: number, zone: string): string {
  const offset = offsetAt(zone, at)
  if (offset === 0) return inUtc(at)
  const minutes = Math.abs(offset) / MINUTE
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0')
  const mm = String(Math.floor(minutes % 60)).padStart(2, '0')
  return `${inUtc(at + offset).slice(0, 19)}${offset < 0 ? '-' : '+'}${hh}:${mm}`
}

/** The second in which an instant lies; PagerDuty keeps no parts of one. */
export function wholeSecond(at: number): number {
  return Math.floor(at / SECOND) * SECOND
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0
  const size = (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))) * MINUTE
  return text.startsWith('-') ? -size : size
}
