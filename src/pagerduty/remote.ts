/** What stands in PagerDuty, in few nouns: schedules of either kind, read so that a plan can be made. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'

/** Somebody for a stretch, by the id of their user; null is PagerDuty's empty member. */
export interface Piece extends Interval {
  readonly user: string | null
}

/** A schedule, before it is known what is in it. */
export interface Frame {
  readonly kind: 'shifts' | 'layers'
  readonly id: string
  readonly name: string
  readonly description: string
  readonly zone: string
  /** Names of the escalation policies that use it; undefined where PagerDuty did not say. */
  readonly policies: readonly string[] | undefined
}

/** Items outside the range that was asked for, as far as they are known: all, where the mark needs it. */
export interface Beyond<Item> {
  readonly beyond: readonly Item[]
}

/** What recurs within a rotation of a shift-based schedule. */
export interface Event {
  readonly id: string
  readonly name?: string
  readonly start: Instant
  readonly end: Instant
  readonly startZone: string
  readonly since: Instant
  /** Infinity where it does not end. */
  readonly until: Instant
  readonly recurrence: readonly string[]
  /** How many occurrences each serves; 0 where all serve each. */
  readonly perMember: number
  readonly members: readonly (string | null)[]
}

export interface Lane {
  readonly id: string
  readonly events: readonly Event[]
}

export interface CustomShift extends Piece {
  readonly id: string
}

/** One of `lane` and `custom` says on what it hangs. */
export interface MemberOverride extends Piece {
  readonly id: string
  readonly lane: string | undefined
  readonly custom: string | undefined
  readonly instead: string | null
}

/** A piece of the schedule that PagerDuty renders, and where it comes from. */
export interface Rendered extends Piece {
  readonly lane: string | undefined
  readonly custom: string | undefined
  readonly override: string | undefined
}

export interface ShiftSchedule extends Frame, Beyond<CustomShift | MemberOverride> {
  readonly kind: 'shifts'
  readonly lanes: readonly Lane[]
  readonly customs: readonly CustomShift[]
  readonly overrides: readonly MemberOverride[]
  readonly rendered: readonly Rendered[]
}

export interface Restriction {
  readonly type: 'daily_restriction' | 'weekly_restriction'
  readonly start_time_of_day: string
  readonly duration_seconds: number
  readonly start_day_of_week?: number
}

/** A layer of a layer-based schedule, and what it renders by itself. */
export interface PagerDutyLayer {
  readonly id: string
  readonly name: string | undefined
  readonly start: Instant
  readonly end: Instant
  readonly virtualStart: Instant
  readonly seconds: number
  readonly users: readonly string[]
  readonly restrictions: readonly Restriction[]
  readonly rendered: readonly Piece[]
}

export interface LayerOverride extends Piece {
  readonly id: string | undefined
  readonly user: string
}

export interface LayerSchedule extends Frame, Beyond<LayerOverride> {
  readonly kind: 'layers'
  /** From the bottom up. */
  readonly layers: readonly PagerDutyLayer[]
  readonly overrides: readonly LayerOverride[]
  readonly rendered: readonly Piece[]
  /** Ids of the teams that it belongs to: a PUT that did not carry them might take it from them. */
  readonly teams: readonly string[]
}

export type Remote = ShiftSchedule | LayerSchedule
