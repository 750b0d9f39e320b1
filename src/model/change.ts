/** A change: an edit of the workspace, as data. Whoever proposes one need not know how it is written. */
import type { Override } from './rotation.ts'

/** What an override says, wherever it may stand. */
export type NewOverride = Omit<Override, 'place' | 'dateOnlyTo'>

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

export type Change = AddOverride | RemoveOverride

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
