/** A meeting that comes again: every week or month, or every few. */
import type { Length } from '../time/length.ts'
import type { Day } from '../time/wall.ts'
import type { DayRange, Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import type { Days } from './days.ts'
import type { HolidayList } from './holidays.ts'
import type { Place } from './place.ts'
import type { Role } from './role.ts'

/** Who comes: everyone in the team, a person, or whoever is on call when it begins. */
export type Attendee =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'on-call'; readonly rotation: string }

/** What is true of a meeting until it is changed. */
export interface Terms {
  readonly days: Days
  /** Milliseconds since midnight. */
  readonly at: number
  readonly zone: Zone
  readonly duration: Length<'minutes' | 'hours'>
  /** Weeks, with weekdays, or months, with days of the month. */
  readonly every: Length<'weeks' | 'months'>
  /** Where `every` is more than one: the day in whose week or month the counting begins. */
  readonly phase?: Day
  readonly attendees: readonly Attendee[]
  /** Where: a room or an address, as text. */
  readonly where?: string
}

/** What is true from a day on; it is held against the day on which an occurrence would be due. */
export interface MeetingChange {
  readonly from: Day
  /** What is new. */
  readonly said: Partial<Terms>
  /** All that is true then. */
  readonly terms: Terms
  readonly place: Place
}

/** An occurrence that is held at another time. */
export interface Move {
  /** The day on which it was due. */
  readonly due: Day
  /** The day on which it is held instead, and the time where that is another than usual. */
  readonly to: { readonly day: Day; readonly moment?: Moment }
  readonly place: Place
}

/** Days on which none is held: dates, or those of a list. */
export type Skip =
  | (DayRange & { readonly kind: 'days'; readonly place: Place })
  | { readonly kind: 'list'; readonly list: HolidayList; readonly place: Place }

export interface Meeting extends Terms {
  readonly id: string
  readonly name: string
  /** The first day on which one is due, and the first on which none is any more. */
  readonly start?: Day
  readonly end?: Day
  /** In order. */
  readonly changes: readonly MeetingChange[]
  /** Who leads it. */
  readonly chair?: Role
  /** What else somebody does in it, by the name of the role. */
  readonly roles: ReadonlyMap<string, Role>
  readonly skip: readonly Skip[]
  readonly move: readonly Move[]
  readonly place: Place
}

/** What is true of it on a day. */
export function termsOn(meeting: Meeting, day: Day): Terms {
  return meeting.changes.findLast(({ from }) => from <= day)?.terms ?? meeting
}

/** All that is true of it at any time. */
export function allTerms(meeting: Meeting): readonly Terms[] {
  return [meeting, ...meeting.changes.map(({ terms }) => terms)]
}

/** The chair and all other roles, each with its name. */
export function rolesOf({ chair, roles }: Meeting): [name: string, role: Role][] {
  return [...(chair ? [[CHAIR, chair] as [string, Role]] : []), ...roles]
}

/** Its changes over other terms than those that they changed before. */
export function changesOver(
  terms: Terms,
  changes: readonly Omit<MeetingChange, 'terms'>[],
): MeetingChange[] {
  let current = terms
  return changes.map((change) => {
    const { phase, ...others } = current
    const { days, every } = { ...current, ...change.said }
    const isNew = change.said.every !== undefined
    // A new `every` counts from its own beginning, and one of 1 from nowhere.
    const counts = isNew ? change.from : phase
    const isUsual = every.count === 1 && !isNew
    current = {
      ...others,
      ...change.said,
      every: isUsual ? { count: 1, unit: usualUnit(days) } : every,
      ...(every.count > 1 && counts !== undefined && { phase: counts }),
    }
    return { ...change, terms: current }
  })
}

/** What `every` counts with such days: those of the month come every so many months. */
export function usualUnit({ monthDays }: Days): Terms['every']['unit'] {
  return monthDays.length > 0 ? 'months' : 'weeks'
}

/** What the role is called of whoever leads. */
export const CHAIR = 'chair'

/** A role by its name; undefined where the meeting has none of that name. */
export function roleNamed({ chair, roles }: Meeting, name: string): Role | undefined {
  return name === CHAIR ? chair : roles.get(name)
}
