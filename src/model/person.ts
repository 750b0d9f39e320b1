/** A person who can be on call. */
import { HOUR } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import type { Dated } from './dated.ts'
import type { PublicHolidays } from './holidays.ts'
import type { Place } from './place.ts'

/** Times that a person cannot be on call. */
export interface Away extends Interval {
  readonly why?: string
  readonly place: Place
}

/** A working day, in milliseconds since midnight; where `to` is not after `from`, it ends on the next day. */
export interface WorkingHours {
  readonly from: number
  readonly to: number
}

/** Of somebody who says nothing else. */
export const WORKING_DAY: WorkingHours = { from: 9 * HOUR, to: 18 * HOUR }

/** `from` and `until` are when they come to the team and leave it. */
export interface Person extends Dated {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly zone: Zone
  readonly hours: WorkingHours
  readonly holidays?: PublicHolidays
  readonly away: readonly Away[]
  /** The id of their user in PagerDuty, where it is not found by e-mail. */
  readonly pagerduty?: string
  readonly place: Place
}

/** What keeps a person from being on call at an instant, if anything does. */
export function awayAt(person: Person, at: number): Away | undefined {
  return person.away.find(({ start, end }) => start <= at && at < end)
}
