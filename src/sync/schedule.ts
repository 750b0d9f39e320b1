/** The nouns of a schedule as a service holds it, read so that a plan can be made; no service is named here. */
import type { Interval } from '../time/interval.ts'

/** Somebody on call for a stretch, by the id of their user; null is nobody. */
export interface Stint extends Interval {
  readonly user: string | null
}

/** A schedule, before it is known what is in it. */
export interface Frame {
  /** Which of the service's kinds of schedule it is. */
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly description: string
  readonly zone: string
  /** Names of the escalation policies that use it; undefined where the service did not say. */
  readonly policies: readonly string[] | undefined
}

/** Something laid on what goes on by itself, be it a patch of ours or what somebody made by hand. */
export interface Item extends Stint {
  /** Undefined where the service does not tell it: such an item cannot be withdrawn. */
  readonly id: string | undefined
  /** Whom alone it replaces, null for nobody; left out of an item that stands by itself. */
  readonly instead?: string | null
  /** The id of what it hangs on: turns, or another item. */
  readonly on?: string | undefined
  /** Whether it hangs on another item. */
  readonly isOnItem?: boolean
}

/** Whether an item stands by itself, and in no place of anybody's or of nobody's. */
export function isByItself({ instead }: Item): boolean {
  return instead === undefined
}

/** Items that stand by themselves, and those that replace somebody. */
export function parted(items: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isByItself), items.filter((one) => !isByItself(one))]
}

/** Where a rendered stint comes from: turns or an item, and the item laid over that. */
export interface Source {
  readonly turns: string | undefined
  readonly item: string | undefined
  readonly over: string | undefined
}

/** A stint that a service renders; `source` is left out by those that do not say where it comes from. */
export interface Rendered extends Stint {
  readonly source?: Source
}

/** A schedule with all in it that matters within a range. */
export interface Schedule extends Frame {
  readonly items: readonly Item[]
  readonly rendered: readonly Rendered[]
  /** Items outside the range, as far as they are known: all, where the mark needs it. */
  readonly beyond: readonly Item[]
}

/** A schedule as a list names it. */
export interface Listed {
  readonly kind: string
  readonly id: string
  readonly name: string
  /** Undefined where the list does not tell it. */
  readonly description: string | undefined
}
