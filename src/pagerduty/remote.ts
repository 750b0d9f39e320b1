/** What stands in PagerDuty, in few nouns: schedules of either kind, read so that a plan can be made. */
import type { Instant } from '../time/instant.ts'
import type { Item, Rendered, Schedule, Source, Stint } from '../sync/schedule.ts'

/** The two kinds of schedule. */
export type Kind = 'shifts' | 'layers'

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

/** A rotation of PagerDuty's: the word is taken by what the file calls so. */
export interface Track {
  readonly id: string
  readonly events: readonly Event[]
}

/** A custom shift, which stands by itself, or an override of a member, which has `instead`. */
export interface ShiftItem extends Item {
  readonly id: string
}

/** A stint of a shift-based schedule, and where it comes from: `turns` is a rotation, `item` a custom shift. */
export interface RenderedShift extends Rendered {
  readonly source: Source
}

/** A shift-based schedule. */
export interface ShiftSchedule extends Schedule {
  readonly kind: 'shifts'
  readonly tracks: readonly Track[]
  readonly items: readonly ShiftItem[]
  readonly rendered: readonly RenderedShift[]
}

/** A window of a layer, in PagerDuty's words. */
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
  readonly rendered: readonly Stint[]
}

/** An override of a layer-based schedule. */
export interface LayerOverride extends Item {
  readonly user: string
}

/** A layer-based schedule. */
export interface LayerSchedule extends Schedule {
  readonly kind: 'layers'
  /** From the bottom up. */
  readonly layers: readonly PagerDutyLayer[]
  readonly items: readonly LayerOverride[]
  /** Ids of the teams that it belongs to: a PUT that did not carry them might take it from them. */
  readonly teams: readonly string[]
}

/** A schedule of either kind. */
export type Remote = ShiftSchedule | LayerSchedule
