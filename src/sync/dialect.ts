/**
 * A dialect: what one kind of schedule of a service can say, and how. All else about a plan is the same for every kind;
 * `plan.ts` asks its dialect where they differ, and nowhere else is it asked which kind there is.
 */
import type { Interval } from '../time/interval.ts'
import type { Patch, Shown } from './patch.ts'
import type { Standing } from './standing.ts'
import type { Request } from './request.ts'
import type { Item, Rendered, Schedule, Stint } from './schedule.ts'
import type { Going } from './schedule-plan.ts'
import type { Slice, Who } from './slices.ts'
import type { Wish } from './wish.ts'

/** The dialect of one kind of schedule; `N` is what its native turns come to. */
export interface Dialect<S extends Schedule, N extends Native> {
  readonly laying: Laying
  readonly can: Abilities
  readonly words: Words
  /** The turns that stand in a schedule, by their own rules. */
  readonly turnsIn: (schedule: S | undefined, range: Interval) => readonly Turns[]
  /** The native turns: what goes on by itself, and the way there. `onTop` is the file with what is foreign on it. */
  readonly native: (
    wish: Wish,
    schedule: S | undefined,
    standing: Standing,
    onTop: readonly Slice[],
  ) => N
  /** The requests of a plan, in the order in which they are sent. */
  readonly requests: (goal: Goal<S, N>) => readonly Request[]
}

/** How what is laid down shows: it adds up with what is there, or the newest hides all beneath it. */
export interface Laying {
  /** Whether an item does just what is wanted where a set is. */
  readonly says: (item: Item, who: Who) => boolean
  /** Whether an item lies on another that somebody made by hand, and is no more than part of that. */
  readonly isOn: (item: Item, theirs: Item) => boolean
  /** Whether a service shows something because of an item. */
  readonly isInEffect: (item: Item, rendered: readonly Rendered[]) => boolean
  /** The file with what people did by hand on top. */
  readonly withForeign: (
    wish: Wish,
    standing: Standing,
    turns: readonly Turns[],
  ) => readonly Slice[]
  /** The same, once it is known which of it turns and items of ours will still show. */
  readonly withStrangers: (
    onTop: readonly Slice[],
    wish: Wish,
    standing: Standing,
    turns: readonly Shown[],
  ) => readonly Slice[]
  /** The items that have to go, with what is foreign where that is not kept; `turns` is what turns will show. */
  readonly unneeded: (
    wish: Wish,
    standing: Standing,
    wanted: readonly Slice[],
    turns: readonly Shown[],
  ) => ReadonlySet<Item>
  /** Who will be shown once these are gone. */
  readonly shown: (
    wish: Wish,
    standing: Standing,
    unneeded: ReadonlySet<Item>,
    turns: readonly Shown[],
  ) => readonly Shown[]
  /** The patches that are missing where these are shown and a set is wanted. */
  readonly missing: (
    shown: readonly Shown[],
    who: Who,
  ) => readonly Omit<Patch, keyof Interval | 'cause'>[]
  /**
   * Who has the turn that runs, beneath what was laid over it; `beneath` is what turns show, and `turns` what they hold
   * by their own rules.
   */
  readonly turnNow: (
    wish: Wish,
    standing: Standing,
    beneath: readonly Slice[],
    turns: readonly Turns[],
  ) => Who
}

/** What a dialect can say. */
export interface Abilities {
  /** Two people on call at once. */
  readonly two: boolean
  /** That nobody is on call where turns say somebody. */
  readonly nobody: boolean
  /** The most characters of a description; Infinity where nobody counts them. */
  readonly marker: number
  /** How long the name of a schedule may be. */
  readonly name: number
}

/** The words of a dialect for what it cannot say. */
export interface Words {
  readonly service: string
  /** `a layer-based schedule`. */
  readonly schedule: string
  /** What holds turns there: `a layer`. */
  readonly turns: string
  /** What to write instead. */
  readonly remedy: string
}

/** Who holds turns whose rules are not known. */
export const ANYBODY = '?'

/** Turns that stand in a schedule, on which items may hang: what they hold by their own rules, and when they count. */
export interface Turns {
  readonly id: string
  readonly held: readonly Stint[]
  readonly inForce: readonly Interval[]
}

/** The native part of a plan: turns that a service goes on with by itself. */
export interface Native {
  /** What they will show within the range. */
  readonly shows: readonly Shown[]
  /** What they show now, beneath items, as far as the dialect knows it apart from them. */
  readonly beneath: readonly Slice[]
  /** Everybody who goes round now. */
  readonly round: Who
  /** Which turns are set anew. */
  readonly going: readonly Going[]
  /** Whether anything about them has to be written. */
  readonly isChanged: boolean
  /** Whether a new schedule would have no turns in it, of a kind that needs some. */
  readonly isEmpty: boolean
}

/** What a schedule is to become. */
export interface Goal<S, N> {
  readonly wish: Wish
  readonly schedule: S | undefined
  readonly native: N
  readonly description: string
  /** Whether name and description say so already. */
  readonly isInOrder: boolean
  readonly unneeded: ReadonlySet<Item>
  readonly items: readonly Item[]
  readonly patches: readonly Patch[]
}
