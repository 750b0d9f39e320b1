/** What one person does in a meeting: leads it, takes the notes. */
import type { Day } from '../time/wall.ts'
import type { DayRange } from '../time/written.ts'
import type { Place } from './place.ts'
import type { Member } from './rotation.ts'

export type Role =
  /** Goes round with each occurrence that is held. */
  | {
      readonly kind: 'round'
      readonly members: readonly Member[]
      /** The first day whose occurrence counts. */
      readonly start: Day
      readonly overrides: readonly RoleOverride[]
    }
  /** Whoever holds a rotation when the meeting begins. */
  | {
      readonly kind: 'on-call'
      readonly rotation: string
      readonly overrides: readonly RoleOverride[]
      readonly place: Place
    }

/** Somebody else, or nobody, in what is due on some days. */
export interface RoleOverride extends DayRange {
  readonly person: string | undefined
  readonly why?: string
  readonly place: Place
}

/** The ids of all that a role names. */
export function peopleOfRole(role: Role): string[] {
  const others = role.overrides.flatMap(({ person }) => person ?? [])
  return role.kind === 'round'
    ? [...role.members.flatMap(({ people }) => people), ...others]
    : others
}
