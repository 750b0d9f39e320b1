/** How long an event lasts, and each occurrence of one that comes again. */
import ICAL from 'ical.js'
import { DAY, SECOND, type Instant } from '../time/instant.ts'
import type { CalendarMoment, CalendarZones } from './times.ts'

/** When an occurrence that begins then ends; undefined where the zone of DTEND is not known. */
export function lastingOf(
  event: ICAL.Component,
  start: CalendarMoment,
  zones: CalendarZones,
): ((at: Instant) => Instant) | undefined {
  const ending = event.getFirstProperty('dtend')
  const { nominal, exact } =
    ending == null
      ? lengthIn(event, start)
      : { nominal: lengthTo(zones.momentOf(ending)?.instant, start, zones), exact: 0 }
  if (nominal === undefined) return undefined
  return (at) =>
    (nominal === 0 ? at : zones.instantAt(start, zones.wallOf(start, at) + nominal)) + exact
}

/** By the clock on the wall, as people mean it. */
function lengthTo(
  end: Instant | undefined,
  start: CalendarMoment,
  zones: CalendarZones,
): number | undefined {
  return end === undefined ? undefined : zones.wallOf(start, end) - start.wall
}

/** Weeks and days of a DURATION are those of the clock on the wall, all else is elapsed (RFC 5545, section 3.8.2.5). */
function lengthIn(
  event: ICAL.Component,
  { time }: CalendarMoment,
): { readonly nominal: number; readonly exact: number } {
  const length = event.getFirstPropertyValue('duration')
  if (!(length instanceof ICAL.Duration)) return { nominal: time.isDate ? DAY : 0, exact: 0 }
  const { weeks, days, isNegative } = length
  const whole = (isNegative ? -1 : 1) * (weeks * 7 + days) * DAY
  return { nominal: whole, exact: length.toSeconds() * SECOND - whole }
}
