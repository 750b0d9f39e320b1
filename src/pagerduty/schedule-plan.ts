/** What a plan for one schedule is, of either kind: steps that a view can say, and the requests beside them. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Refusal } from '../model/plan.ts'
import type { Layer } from '../model/rotation.ts'
import type { Marker } from './marker.ts'
import type { LayerOverride, MemberOverride, CustomShift, Remote } from './remote.ts'
import type { Request } from './request.ts'
import { isSame, zip, type Slice, type Who } from './slices.ts'

/** What the runs of one program tell the planner; nothing of it survives the program. */
export interface Circumstances {
  readonly marker: Marker | undefined
  /** The text before the marker. */
  readonly before: string
  readonly mayRewrite: boolean
  /** How much later than now something must begin, where PagerDuty would not have it begin now. */
  readonly lead: number
}

export type Foreign = CustomShift | MemberOverride | LayerOverride

/** Turns that are set so that PagerDuty goes on with them by itself. */
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

export interface SchedulePlan {
  readonly requests: readonly Request[]
  readonly refusals: readonly Refusal[]
  /** Who is to be on call, with what people did by hand on top. */
  readonly wanted: readonly Slice[]
  readonly actual: readonly Slice[]
  readonly foreign: readonly Foreign[]
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

export interface Difference extends Interval {
  readonly before: Who
  readonly after: Who
}

/** Where PagerDuty and the file differ within an interval. */
export function differences(
  actual: readonly Slice[],
  wanted: readonly Slice[],
  { start, end }: Interval,
): Difference[] {
  return zip(actual, wanted).flatMap((both) => {
    const from = Math.max(both.start, start)
    const to = Math.min(both.end, end)
    if (isSame(both.a, both.b) || from >= to) return []
    return [{ start: from, end: to, before: both.a, after: both.b }]
  })
}

/** The path under which a schedule is, or will be once it was created. */
export function pathOf(kind: 'shifts' | 'layers', remote: Pick<Remote, 'id'> | undefined): string {
  const id = remote === undefined ? '{schedule}' : encodeURIComponent(remote.id)
  return kind === 'shifts' ? `/v3/schedules/${id}` : `/schedules/${id}`
}
