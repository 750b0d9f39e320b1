/** A role that somebody holds at any time: its layers, and its overrides on top. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Length, Unit } from '../time/length.ts'
import type { MonthDay } from '../time/month-day.ts'
import type { Oddity } from '../time/oddity.ts'
import type { Wall } from '../time/wall.ts'
import type { Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import type { Dated } from './dated.ts'
import type { Place } from './place.ts'
import type { Window } from './window.ts'

/**
 * An entry of a roster: one person, a pair, or nobody (an empty list). It takes part in turns that begin at or after
 * `from` and before `until`.
 */
export interface Member extends Dated {
  readonly people: readonly string[]
  readonly place: Place
}

export type Turn = Length<Exclude<Unit, 'minutes'>>

/** A turn that never ends. */
export const ENDLESS: Turn = { count: Infinity, unit: 'hours' }

/** One pattern inside a rotation. */
export interface Layer {
  /** Its name, or its number from 1 as text. */
  readonly name: string
  readonly zone: Zone
  readonly start: Moment
  readonly end?: Moment
  /** How long each turn is: `ENDLESS` where somebody holds the layer always. */
  readonly turn: Turn
  /** Of turns of months: the day of the month on which each begins, where that is not the date of the first. */
  readonly handoff?: MonthDay
  /** Where `start` is written with an offset that is not the zone's then, by whose clock the turns go on. */
  readonly otherOffset?: { readonly offset: number; readonly place: Place }
  readonly members: readonly Member[]
  /**
   * Of a table of dates and names: when each row begins, in order of the wall clock. Member k holds row k, which is turn
   * k, until the next one begins; `turn` is the longest that one lasts.
   */
  readonly rows?: readonly Moment[]
  /** When it is active; always where there is none. */
  readonly during: readonly Window[]
  readonly place: Place
}

/** Somebody else, for a stretch. */
export interface Override extends Interval {
  readonly kind: 'replace' | 'add'
  /** Who is on call instead or besides; an empty list is `nobody`. */
  readonly people: readonly string[]
  /** Whom it replaces, and only there; everybody where left out. */
  readonly insteadOf?: string
  readonly why?: string
  /** Where `to` is written, when that is a date alone: its midnight, which people often do not mean. */
  readonly dateOnlyTo?: Place
  /** How it is written, where that is worth a second look. */
  readonly written?: Writing
  readonly place: Place
}

/** How an override is written. */
export interface Writing {
  /** Whether it is said in days alone: `on`, or dates as both ends. */
  readonly wholeDays: boolean
  /** Its ends that a clock change skips or doubles. */
  readonly odd: readonly OddEnd[]
}

/** An end of an override, as it is written, at a time of day that is none or two in its zone. */
export interface OddEnd {
  readonly key: 'from' | 'to'
  readonly wall: Wall
  readonly oddity: Oddity
}

/** When somebody must be on call. */
export type Coverage = 'always' | 'none' | readonly Window[]

/** What a rotation says about its schedule in PagerDuty. */
export interface PagerDutySchedule {
  readonly schedule?: string
  readonly kind: 'shifts' | 'layers'
  readonly foreign: 'keep' | 'remove'
  /** The id of the team in PagerDuty that a new schedule belongs to; never sent again. */
  readonly team?: string
}

export interface Rotation {
  readonly id: string
  readonly name: string
  readonly zone: Zone
  readonly coverage: Coverage
  /** When it is over: nobody holds it from then on, and nobody must. */
  readonly end?: Moment
  /** From the bottom up. Of a rotation that follows another, the other's. */
  readonly layers: readonly Layer[]
  /** How many turns ahead of those layers it is; 0 unless it follows. */
  readonly ahead: number
  /** The rotation that it names as the one it follows. */
  readonly follows?: string
  /** In the order in which they apply: its own first, then those of files of their own. */
  readonly overrides: readonly Override[]
  /** Those of which a clock change leaves nothing: their end is not after their beginning. */
  readonly emptied?: readonly Override[]
  readonly pagerduty?: PagerDutySchedule
  readonly place: Place
}

/** Whether somebody holds a layer always, in one turn from its start to its end. */
export function isAlways({ turn, rows }: Pick<Layer, 'turn' | 'rows'>): boolean {
  return rows === undefined && turn.count === Infinity
}

/** The layers that are written in a rotation: of one that follows another none, since it has the other's. */
export function ownLayers({ follows, layers }: Rotation): readonly Layer[] {
  return follows === undefined ? layers : []
}

/** When a rotation or a layer is over; Infinity where it goes on. */
export function endOf({ end }: Pick<Rotation | Layer, 'end'>): Instant {
  return end?.instant ?? Infinity
}

/** The first instant at which a layer of the rotation begins; Infinity where there are none. */
export function firstStart({ layers }: Rotation): Instant {
  return layers.reduce((first, { start }) => Math.min(first, start.instant), Infinity)
}
