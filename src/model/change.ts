/** A change: an edit of the workspace, as data. Whoever proposes one need not know how it is written. */
import type { Dated } from './dated.ts'
import type { Away } from './person.ts'
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

/** Somebody new among the people. */
export interface AddPerson {
  readonly kind: 'add-person'
  readonly id: string
  readonly name?: string
  readonly email?: string
  readonly timezone?: string
}

/** An override more or less. */
export type OverrideChange = AddOverride | RemoveOverride

/** Somebody else in a role of a meeting, in what is due on a day. */
export interface AddRoleOverride {
  readonly kind: 'add-role-override'
  /** The id of the meeting. */
  readonly meeting: string
  /** `chair`, or the name of another role. */
  readonly role: string
  readonly override: Omit<RoleOverride, 'place'>
}

export type Change = AddRoleOverride | OverrideChange | EditMembers | EditAway | AddPerson

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
