/** What a rule of `check` gets and gives. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Meeting } from '../../model/meeting.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Shift } from '../../timeline/shifts.ts'

export interface Facts {
  readonly workspace: Workspace
  /** The same workspace as it was committed, for rules that judge a change. */
  readonly before?: Workspace
  /** The stretch that is looked at. */
  readonly within: Interval
  /** What is over by then cannot be mended any more. */
  readonly now: Instant
  /** The rotations that are looked at, each with its shifts that touch the stretch, whole and in order. */
  readonly rotations: readonly { readonly rotation: Rotation; readonly shifts: readonly Shift[] }[]
  /** The meetings that are looked at: none where somebody asks about certain rotations. */
  readonly meetings: readonly Meeting[]
}

export interface Rule {
  /** The code of the problems that it finds. */
  readonly code: string
  readonly find: (facts: Facts) => Problem[]
}
