/** What the page knows of, as things with names. Times are milliseconds. */
import type { PageCalendar, PageHolidays } from '../data.ts'
import type { Link } from './links.ts'

/** A person. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly zone: string
  /** Seconds, and the zone from then on. */
  readonly moves: readonly (readonly [at: number, zone: string])[]
  /** The same everywhere, in the terminal too. */
  readonly colour: string
  /** What is read best on it. */
  readonly letters: string
  /** `AL`: known by it where there is no room. */
  readonly mark: string
  /** Seconds, and which of the lists of days off is theirs from then on; -1 for none. */
  readonly countries: readonly (readonly [at: number, holidays: number])[]
  readonly away: readonly Away[]
  /** How to reach them, where the page may say it. */
  readonly contact: readonly (readonly [name: string, value: string])[]
  readonly link: Link | undefined
}

/** A stretch in which somebody cannot be on call. */
export interface Away extends Gap {
  readonly link: Link | undefined
}

/** What `check` warns of; without an end it is true of all time. */
export interface Warning extends Gap {
  readonly text: string
  readonly link: Link | undefined
}

/** A shift: people on call, and why. */
export interface Shift {
  readonly start: number
  readonly end: number
  readonly people: readonly Person[]
  readonly why: string
  readonly isOverride: boolean
  /** The place in its rotation of the first piece of the same turn. */
  readonly turn: number
  /** Where the reason stands. */
  readonly link: Link | undefined
}

/** A stretch of time; of a rotation one in which somebody must be on call and nobody is. */
export interface Gap {
  readonly start: number
  readonly end: number
}

/** A page of somebody: their phone rang. */
export interface Ring {
  readonly at: number
  readonly isNight: boolean
  readonly title: string | undefined
}

/** A rotation, with its shifts and gaps in order of time. */
export interface Rotation {
  readonly id: string
  readonly name: string
  /** When it is over; Infinity where it goes on. */
  readonly end: number
  /** Sorted, disjoint. */
  readonly shifts: readonly Shift[]
  /** The same for pictures: where people follow themselves, be it by another turn or layer, that is one. */
  readonly stays: readonly Shift[]
  readonly gaps: readonly Gap[]
  readonly zone: string
  /** Those that follow it, by their place among the rotations. */
  readonly followers: readonly number[]
  readonly warnings: readonly Warning[]
  readonly link: Link | undefined
  /** What rang, in order of time; undefined where the page does not know. */
  readonly rang: readonly Ring[] | undefined
  /** Everybody who is ever on call in it. */
  readonly people: ReadonlySet<Person>
}

/** A meeting that is held once. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  /** When it was due; equal to its start unless it was moved. */
  readonly due: number
  readonly name: string
  readonly place: string
  /** Undefined where nobody ever leads it; null where nobody does for once. */
  readonly chair: Person | null | undefined
  /** What else somebody does in it; null where nobody does for once. */
  readonly roles: readonly { readonly name: string; readonly person: Person | null }[]
  readonly people: readonly Person[]
  readonly everyone: boolean
  readonly link: Link | undefined
}

/** All that the page knows. */
export interface Rota {
  readonly team: string
  readonly from: number
  readonly to: number
  readonly changed: number | undefined
  readonly people: readonly Person[]
  readonly rotations: readonly Rotation[]
  /** Of all meetings, in order of start. */
  readonly occurrences: readonly Occurrence[]
  /** About meetings. */
  readonly warnings: readonly Warning[]
  readonly holidays: readonly PageHolidays[]
  readonly calendars: readonly PageCalendar[]
}
