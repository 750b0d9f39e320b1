/** A plan to make PagerDuty agree, as nouns that a view can say; the requests stay with whoever made it. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Layer } from './rotation.ts'

export type Verb =
  /** A schedule is made, taken over, renamed, marked or deleted. */
  | 'create'
  | 'adopt'
  | 'rename'
  | 'mark'
  | 'delete'
  /** Others are on call in a stretch. */
  | 'change'
  /** What goes on by itself in PagerDuty is set anew from an instant on. */
  | 'turns'
  /** What it does not give is filled in, until an instant. */
  | 'fill'
  /** What somebody made in PagerDuty stays, or goes. */
  | 'keep'
  | 'remove'

/** One step; people are names. */
export interface Step {
  /** `primary/1`: the rotation and a number. */
  readonly id: string
  readonly verb: Verb
  readonly rotation: string
  readonly stretch?: Interval
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly why?: string
  /** Of turns: the layer, and how long each is; `after` is in their order. */
  readonly layer?: string
  readonly turn?: Layer['turn']
  /** How many shifts are filled in one by one. */
  readonly count?: number
}

/** Why nothing is written, with a way out. */
export interface Refusal {
  readonly code: 'guard' | 'cannot-express' | 'marker-full' | 'not-adopted' | 'other-team' | 'gone'
  readonly rotation: string
  readonly message: string
}

/** What PagerDuty was found to say in the end. */
export interface Verdict {
  readonly rotation: string
  readonly schedule: string
  readonly until: Instant
  /** How many shifts agree. */
  readonly shifts: number
  /** Where it does not agree: before is what PagerDuty says, after what the file says. */
  readonly differences: readonly (Interval & {
    readonly before: readonly string[]
    readonly after: readonly string[]
  })[]
}
