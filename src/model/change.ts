/** A change: an edit of the workspace, as data. Whoever proposes one need not know how it is written. */
import type { Moment } from '../time/written.ts'
import type { Dated } from './dated.ts'
import { wordsOfDays } from './days.ts'
import type { Away, RecurringAway } from './person.ts'
import type { RoleOverride } from './role.ts'
import type { Override } from './rotation.ts'

/** What an override says, wherever it may stand. */
export type NewOverride = Omit<Override, 'place' | 'dateOnlyTo' | 'written'>

/** An override more, which lies on top of all that there are for its stretch. */
export interface AddOverride {
  readonly kind: 'add-override'
  /** The id of the rotation. */
  readonly rotation: string
  readonly override: NewOverride
}

/** An override less: the last of those that say the same. */
export interface RemoveOverride {
  readonly kind: 'remove-override'
  /** The id of the rotation. */
  readonly rotation: string
  readonly override: NewOverride
  /** What goes with it: the same words, where they are for other rotations too. */
  readonly others?: readonly Pick<RemoveOverride, 'rotation' | 'override'>[]
}

/** What an entry of a roster says. */
export interface NewMember extends Dated {
  readonly people: readonly string[]
}

/** Entries of a roster more, or in the place of one. */
export interface EditMembers {
  readonly kind: 'edit-members'
  /** The id of the rotation that has the layer itself. */
  readonly rotation: string
  /** The name of the layer. */
  readonly layer: string
  /** The place in the list, from 0: of the entry that makes way, or before which they come. */
  readonly at: number
  readonly how: 'insert' | 'replace'
  /** None where an entry goes. */
  readonly members: readonly NewMember[]
}

/** What an absence says. */
export type NewAway = Omit<Away, 'place'>

/** An absence more, or less. */
export interface EditAway {
  readonly kind: 'add-away' | 'remove-away'
  /** The id of the person. */
  readonly person: string
  readonly away: NewAway
}

/** What days that come again say. */
export type NewRecurringAway = Omit<RecurringAway, 'place'>

/** Days that came again and again, less. */
export interface RemoveRecurringAway {
  readonly kind: 'remove-recurring-away'
  /** The id of the person. */
  readonly person: string
  readonly days: NewRecurringAway
}

/** Somebody new among the people. */
export interface AddPerson {
  readonly kind: 'add-person'
  readonly id: string
  readonly name?: string
  readonly email?: string
  readonly timezone?: string
  /** The id of their user in PagerDuty, where it is not found by e-mail. */
  readonly pagerduty?: string
}

/** An override more or less. */
export type OverrideChange = AddOverride | RemoveOverride

/** The first handoff of a layer, at another time. */
export interface MoveStart {
  readonly kind: 'move-start'
  /** The id of the rotation that has the layer itself. */
  readonly rotation: string
  /** The name of the layer. */
  readonly layer: string
  readonly start: Moment
}

/** The first row of a table less. */
export interface RemoveRow {
  readonly kind: 'remove-row'
  /** The id of the rotation that has the layer itself. */
  readonly rotation: string
  /** The name of the layer. */
  readonly layer: string
}

/** Somebody else in a role of a meeting, in what is due on some days: more, or less. */
export interface EditRoleOverride {
  readonly kind: 'add-role-override' | 'remove-role-override'
  /** The id of the meeting. */
  readonly meeting: string
  /** `chair`, or the name of another role. */
  readonly role: string
  readonly override: Omit<RoleOverride, 'place'>
}

export type Change =
  | AddPerson
  | EditAway
  | EditMembers
  | EditRoleOverride
  | MoveStart
  | OverrideChange
  | RemoveRecurringAway
  | RemoveRow

/** Whether an override says what is asked for, and nothing else. */
export function isSameOverride(one: NewOverride, other: NewOverride): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.kind === other.kind &&
    one.insteadOf === other.insteadOf &&
    one.people.length === other.people.length &&
    one.people.every((id, i) => id === other.people[i])
  )
}

/** Whether days that come again are those that are asked for, by what is written of them. */
export function isSameRecurring(one: NewRecurringAway, other: NewRecurringAway): boolean {
  return (
    one.from?.instant === other.from?.instant &&
    one.until?.instant === other.until?.instant &&
    one.why === other.why &&
    wordsOfDays(one.days).join() === wordsOfDays(other.days).join()
  )
}
