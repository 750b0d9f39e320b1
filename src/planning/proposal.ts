/** A proposal: changes as data, what they do to whom, and what speaks against them. */
import type { Instant } from '../time/instant.ts'
import type { Change } from '../model/change.ts'
import type { Difference } from '../timeline/compare.ts'

/** A stretch of a rotation in which other people are to be on call. */
export interface Exchange extends Difference {
  readonly rotation: string
}

/** What changes are to do to the timelines: nothing else may differ. */
export type Meant =
  /** These stretches, and not an hour more. */
  | { readonly kind: 'exactly'; readonly exchanges: readonly Exchange[] }
  /** These rotations, from these instants on. */
  | {
      readonly kind: 'from'
      readonly starts: readonly { readonly rotation: string; readonly from: Instant }[]
    }
  /** What was over by then: no shift that ends after it, and no meeting that begins after it. */
  | { readonly kind: 'until'; readonly at: Instant }

/** Exchanges, to the hour. */
export type Exactly = Extract<Meant, { readonly kind: 'exactly' }>

export interface Proposal {
  readonly changes: readonly Change[]
  readonly meant: Meant
  /** What speaks against it that was not so before. */
  readonly against: readonly Trouble[]
}

/** What keeps somebody from being on call in a stretch. */
export type Trouble =
  | Stretch<'busy', { readonly rotations: readonly string[] }>
  | Stretch<'away', { readonly why?: string }>
  | Stretch<'not-in-team'>
  /** Between the end of one shift and the start of the next; `least` is what it should be, in milliseconds. */
  | Stretch<'rest', { readonly rotations: readonly string[]; readonly least: number }>

type Stretch<K extends string, More = unknown> = {
  readonly kind: K
  /** The id of the person. */
  readonly person: string
  readonly start: Instant
  readonly end: Instant
} & More
