/** A person who can be on call. */
import { DAY, HOUR, type Instant } from '../time/instant.ts'
import { intersection, type Interval } from '../time/interval.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import type { Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import type { Dated } from './dated.ts'
import { daysBetween, type Days } from './days.ts'
import type { PublicHolidays } from './holidays.ts'
import { NOWHERE, type Place } from './place.ts'

/** Times that a person cannot be on call. */
export interface Away extends Interval {
  readonly why?: string
  readonly place: Place
}

/** Days that a person cannot be on call, again and again, from one time to another where that is said. */
export interface RecurringAway extends Dated {
  readonly days: Days
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

/** Where somebody lives and when they work. */
export interface Setting {
  readonly zone: Zone
  readonly hours: WorkingHours
  /** As it is written: `NL`, `DE-SN`. */
  readonly country?: string
  readonly holidays?: PublicHolidays
  /** The days of the weekend, the bit 1 << 0 is Monday; undefined where the country says. */
  readonly weekend?: number
}

/** What is true from midnight of a day on, in the new zone: the whole of it. */
export interface NewSetting extends Setting {
  readonly from: Moment
  readonly place: Place
}

/** A way to reach somebody: `phone`, `slack`, whatever a team uses. */
export interface Contact {
  readonly name: string
  readonly value: string
}

/** `from` and `until` are when they come to the team and leave it. */
export interface Person extends Dated {
  readonly id: string
  readonly name: string
  readonly email?: string
  /** Their clock, which moves with them. */
  readonly zone: Zone
  readonly setting: Setting
  /** In order of time; before the first of them `setting` is true. */
  readonly changes: readonly NewSetting[]
  readonly away: readonly Away[]
  readonly recurring: readonly RecurringAway[]
  /** In nothing that is published. */
  readonly contact: readonly Contact[]
  /** The id of their user in PagerDuty, where it is not found by e-mail. */
  readonly pagerduty?: string
  readonly place: Place
}

/** Somebody of whom no more is known: no absences, and the usual working day by one clock. */
export function newPerson(known: Pick<Person, 'id' | 'name' | 'email' | 'zone'>): Person {
  return {
    ...known,
    setting: { zone: known.zone, hours: WORKING_DAY },
    changes: [],
    away: [],
    recurring: [],
    contact: [],
    place: NOWHERE,
  }
}

/** What is true of a person at an instant. */
export function settingAt({ setting, changes }: Person, at: Instant): Setting {
  return changes.findLast(({ from }) => from.instant <= at) ?? setting
}

/** What is true of a person, one after the other: from always on, to the end of time. */
export function settingsOf({ setting, changes }: Person): (Interval & { setting: Setting })[] {
  const starts = [-Infinity, ...changes.map(({ from }) => from.instant), Infinity]
  return [setting, ...changes].map((one, i) => ({
    setting: one,
    start: starts[i] ?? -Infinity,
    end: starts[i + 1] ?? Infinity,
  }))
}

/** What keeps a person from being on call at an instant, if anything does. */
export function awayAt(person: Person, at: Instant): Away | undefined {
  return (
    person.away.find(({ start, end }) => start <= at && at < end) ??
    person.recurring
      .flatMap((recurring) => stretchesOf(recurring, person, { start: at, end: at + 1 }))
      .find(({ start, end }) => start <= at && at < end)
  )
}

/** The absences of a person that touch an interval, by what says them; those that come again are cut at its days. */
export function awayWithin(person: Person, within: Interval): Away[][] {
  return [
    ...person.away.map((away) => [away]),
    ...person.recurring.map((recurring) => stretchesOf(recurring, person, within)),
  ]
}

/** Midnight to midnight on the person's clock. */
function stretchesOf(
  { days, from, until, why, place }: RecurringAway,
  { zone }: Person,
  within: Interval,
): Away[] {
  const first = dayOfWall(zone.wallAt(within.start)) - SLACK
  const last = dayOfWall(zone.wallAt(within.end)) + SLACK
  const bounds = { start: from?.instant ?? -Infinity, end: until?.instant ?? Infinity }
  return daysBetween(days, first, last).flatMap((day: Day): Away[] => {
    const whole = { start: zone.instantAt(day * DAY), end: zone.instantAt((day + 1) * DAY) }
    const stretch = intersection(whole, bounds)
    return stretch === undefined ? [] : [{ ...stretch, ...(why !== undefined && { why }), place }]
  })
}

/** A clock can go back over a midnight, and somebody can move around the world. */
const SLACK = 2
