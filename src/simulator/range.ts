/** The stretch of time that a request asks about: `since`, `until` and the zone to answer in. */
import { readMoment, type Moment } from './moment.ts'
import type { Interval } from './interval.ts'
import type { Readings } from './readings.ts'
import { invalid } from './refusal.ts'
import type { Request } from './route.ts'
import { DAY, instantOf, isZone } from './zone.ts'

/** An instant in the query; one without an offset is read in a zone. Undefined where it is missing. */
export function instantIn(
  request: Request,
  name: string,
  zone: string = 'Etc/UTC',
): number | undefined {
  const value = request.query.get(name)
  if (value === null) return undefined
  // A `+` that was not escaped arrives as a space.
  const written = value.replace(/ (?=\d\d:?\d\d$)/, '+')
  const fixed = readMoment(written)
  if (fixed !== undefined) return fixed.at
  const local: Moment | undefined = readMoment(`${written}Z`) ?? readMoment(`${written}T00:00:00Z`)
  if (local === undefined) throw invalid({ [name]: ['must be an ISO 8601 date and time'] })
  return instantOf(zone, local.wall)
}

/** From `since` to `until`, both of which must be there. */
export function requiredRange(request: Request, readings: Readings): Interval {
  const start = instantIn(request, 'since')
  const end = instantIn(request, 'until')
  if (start === undefined) throw invalid({ since: ["can't be blank"] })
  if (end === undefined) throw invalid({ until: ["can't be blank"] })
  return ordered({ start, end }, readings)
}

/** The range, if it is one: an empty or reversed one is refused, and perhaps a long one. */
export function ordered(range: Interval, { longStretch }: Readings): Interval {
  if (range.start >= range.end) throw invalid({ until: ['must be after since'] })
  if (longStretch === 'refused' && range.end - range.start > 90 * DAY) {
    throw invalid({ until: ['must be within 90 days of since'] })
  }
  return range
}

/** The time zone that a query names. */
export function zoneIn(request: Request, otherwise: string): string {
  const value = request.query.get('time_zone')
  if (value === null) return otherwise
  if (!isZone(value)) throw invalid({ time_zone: ['is not a valid IANA time zone'] })
  return value
}

/** Whether a parameter of a query says yes. */
export function flag(request: Request, name: string): boolean {
  return request.query.get(name) === 'true'
}
