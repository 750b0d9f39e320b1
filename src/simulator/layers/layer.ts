/** The nouns of a schedule of layers: turns that go round, restrictions, layers on top of layers, overrides on top of all. */
import type { Interval } from '../interval.ts'

/** A window in which a layer is active. */
export interface Restriction {
  readonly type: 'daily_restriction' | 'weekly_restriction'
  /** As `09:00:00`, in the zone of the schedule. */
  readonly start_time_of_day: string
  readonly duration_seconds: number
  /** 1 is Monday; of weekly ones only. */
  readonly start_day_of_week?: number
}

/** How a layer is set: who takes turns from when to when. The end is Infinity where there is none. */
export interface Setting extends Interval {
  readonly virtualStart: number
  readonly turnSeconds: number
  readonly users: readonly string[]
  readonly restrictions: readonly Restriction[]
}

/** A layer of a layer-based schedule. */
export interface Layer {
  readonly id: string
  readonly name: string
  readonly setting: Setting
  /** How it was set before, oldest first: an edit does not change what has been. */
  readonly past: readonly Setting[]
}

/** An override of a layer-based schedule. */
export interface LayerOverride extends Interval {
  readonly id: string
  readonly user: string
}

/** A layer-based schedule. */
export interface LayerSchedule {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly description: string
  readonly teams: readonly string[]
  /** Oldest first; the newest lies on top. */
  readonly layers: readonly Layer[]
  readonly overrides: readonly LayerOverride[]
}
