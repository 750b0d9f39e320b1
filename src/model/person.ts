/** A person who can be on call. */
import type { Interval } from '../time/interval.ts'
import type { Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
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

export interface Person {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly zone: Zone
  readonly hours: WorkingHours
  readonly holidays?: PublicHolidays
  readonly away: readonly Away[]
  /** In the team from then on, and until then; always where left out. */
  readonly from?: Moment
  readonly until?: Moment
  /** The id of their user in PagerDuty, where it is not found by e-mail. */
  readonly pagerduty?: string
  readonly place: Place
}

/** Whether a person is in the team at an instant. */
export function isInTeam({ from, until }: Person, at: number): boolean {
  return (from?.instant ?? -Infinity) <= at && at < (until?.instant ?? Infinity)
}

/** What keeps a person from being on call at an instant, if anything does. */
export function awayAt(person: Person, at: number): Away | undefined {
  return person.away.find(({ start, end }) => start <= at && at < end)
}
