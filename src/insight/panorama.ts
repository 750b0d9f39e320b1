/** Everything of a workspace in a stretch of time: the shifts and gaps of each rotation, the meetings. */
import type { Interval } from '../time/interval.ts'
import type { Meeting } from '../model/meeting.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { gapsBetween } from '../timeline/coverage.ts'
import { occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'

/** Everything of a workspace in a stretch of time, for whatever draws it. */
export interface Panorama {
  readonly workspace: Workspace
  readonly within: Interval
  readonly lanes: readonly Lane[]
  readonly meetings: readonly HeldMeeting[]
}

/** A rotation; its shifts that touch the stretch are whole, its gaps lie inside it. */
export interface Lane {
  readonly rotation: Rotation
  readonly shifts: readonly Shift[]
  readonly gaps: readonly Interval[]
}

/** A meeting, and when it is held in a stretch. */
export interface HeldMeeting {
  readonly meeting: Meeting
  readonly occurrences: readonly Occurrence[]
}

/** The panorama of a workspace in an interval. */
export function panoramaOf(workspace: Workspace, within: Interval): Panorama {
  // What was over before has nothing to show.
  const lanes = [...workspace.rotations.values()]
    .filter((rotation) => endOf(rotation) > within.start)
    .map((rotation) => {
      const shifts = shiftsOf(rotation, within)
      return { rotation, shifts, gaps: gapsBetween(shifts, rotation, within) }
    })
  const meetings = [...workspace.meetings.values()].map((meeting) => ({
    meeting,
    occurrences: occurrencesOf(workspace, meeting, within),
  }))
  return { workspace, within, lanes, meetings }
}
