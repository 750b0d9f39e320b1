/** What a rule of `check` is, and what it gets and gives. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { CheckName } from '../../model/checks.ts'
import type { Meeting } from '../../model/meeting.ts'
import type { Problem, Severity } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Shift } from '../../timeline/shifts.ts'

/** What a rule looks at. */
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

/** A problem that a rule finds; its code is the rule's name, and its severity the rule's where it names none. */
export type Finding = Omit<Problem, 'code' | 'severity'> & { readonly severity?: Severity }

/** A rule of `check`, with all that docs/problems.md shows of it. */
export interface Rule {
  /** The code of the problems that it finds, and its name under `checks:`. */
  readonly name: CheckName
  readonly severity: Severity
  /** What is the matter, in the words of docs/problems.md, where its section begins with it. */
  readonly summary: string
  /** A workspace that has the problem in the 90 days from 30 November 2026 on, and no other. */
  readonly wrong: string
  /** The same as somebody would mend it: nothing is found any more. */
  readonly right: string
  /** What was committed, of a rule that judges a change. */
  readonly before?: string
  readonly check: (facts: Facts) => Finding[]
}
