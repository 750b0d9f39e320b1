/** A meeting that comes again: every week or month, or every few. */
import type { Length } from '../time/length.ts'
import { monthsBetween } from '../time/month-day.ts'
import { weekdayOf, type Day } from '../time/wall.ts'
import type { DayRange } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { isOnDay, type Days } from './days.ts'
import type { Place } from './place.ts'
import type { Member } from './rotation.ts'

/** Who comes: everyone in the team, a person, or whoever is on call when it begins. */
export type Attendee =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'on-call'; readonly rotation: string }

/** An occurrence that is held at another time. */
export interface Move {
  /** The day on which it was due. */
  readonly due: Day
  /** The wall-clock time at which it begins instead, in the meeting's zone. */
  readonly to: { readonly day: Day; readonly time: number }
  readonly place: Place
}

/** Days on which none is held. */
export interface Skip extends DayRange {
  readonly place?: Place
}

/** Who leads the meeting: goes round with each occurrence that is held. */
export interface Chair {
  readonly members: readonly Member[]
  /** The first day whose occurrence counts. */
  readonly start: Day
}

export interface Meeting {
  readonly id: string
  readonly name: string
  readonly zone: Zone
  readonly days: Days
  /** Milliseconds since midnight. */
  readonly at: number
  readonly duration: Length<'minutes' | 'hours'>
  /** The first day on which one is due, and the first on which none is any more. */
  readonly start?: Day
  readonly end?: Day
  /** Weeks, with weekdays, or months, with days of the month: counted from the week or month of `start`. */
  readonly every: Length<'weeks' | 'months'>
  readonly attendees: readonly Attendee[]
  readonly chair?: Chair
  readonly skip: readonly Skip[]
  readonly move: readonly Move[]
  /** Where: a room or an address, as text. */
  readonly where?: string
  readonly place: Place
}

/** Whether an occurrence is due on a day, be it skipped, moved or not. */
export function isDueOn({ days, start, end, every }: Meeting, day: Day): boolean {
  if (day < (start ?? -Infinity) || day >= (end ?? Infinity) || !isOnDay(days, day)) return false
  const { count, unit } = every
  const phase = start ?? day
  if (count === 1) return true
  const passed =
    unit === 'months' ? monthsBetween(phase, day) : (mondayOf(day) - mondayOf(phase)) / 7
  return passed % count === 0
}

function mondayOf(day: Day): Day {
  return day - weekdayOf(day)
}
