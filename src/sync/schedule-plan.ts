/** The plan for one schedule, of any kind: what a view can say of it, and the requests beside that. */
import type { Instant } from '../time/instant.ts'
import type { Refusal } from '../model/plan.ts'
import type { Layer } from '../model/rotation.ts'
import type { Marker } from './marker.ts'
import type { Request } from './request.ts'
import type { Item } from './schedule.ts'
import type { Slice, Who } from './slices.ts'

/** What the runs of one program tell the planner; nothing of it survives the program. */
export interface Circumstances {
  readonly marker: Marker | undefined
  /** The text before the marker. */
  readonly before: string
  readonly mayRewrite: boolean
  /** How much later than now something must begin, where the service would not have it begin now. */
  readonly lead: number
}

/** Native turns: they are set so that the service goes on with them by itself. */
export interface Going {
  readonly from: Instant
  /** Infinity where the last of them is not in sight. */
  readonly until: Instant
  /** The layer, and how long its turns last. */
  readonly layer: string
  readonly turn: Layer['turn']
  /** In the order of their turns; of a pair both. */
  readonly who: readonly Who[]
}

/** What is to be done about one schedule, and what that comes to. */
export interface SchedulePlan {
  readonly requests: readonly Request[]
  readonly refusals: readonly Refusal[]
  /** Who is to be on call, with what people did by hand on top. */
  readonly wanted: readonly Slice[]
  readonly actual: readonly Slice[]
  readonly foreign: readonly Item[]
  /** Until when what turns alone do not give is filled in; undefined where that is nothing. */
  readonly patched: Instant | undefined
  /** Whether all that is to be done is to add patches. */
  readonly isOnlyPatched: boolean
  /** Until when the patches that stand there reach. */
  readonly reach: Instant
  /** What is set anew, in order of time. */
  readonly going: readonly Going[]
  /** How many patches are added. */
  readonly patches: number
}
