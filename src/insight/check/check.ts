/** All that is wrong or risky about who is on call, rule by rule. */
import type { Interval } from '../../time/interval.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { shiftsOf } from '../../timeline/shifts.ts'
import { awayOnCall } from './away-on-call.ts'
import { doubleBooking } from './double-booking.ts'
import { gap } from './gap.ts'
import { notInTeam } from './not-in-team.ts'
import type { Rule } from './rule.ts'

const RULES: readonly Rule[] = [gap, doubleBooking, notInTeam, awayOnCall]

/**
 * The problems of a workspace within an interval, rule by rule; those that it turned off (`checks:`) left out.
 * @param chosen the rotations to look at
 */
export function check(
  workspace: Workspace,
  within: Interval,
  chosen: readonly Rotation[] = [...workspace.rotations.values()],
): Problem[] {
  const rotations = chosen.map((rotation) => ({ rotation, shifts: shiftsOf(rotation, within) }))
  return RULES.filter(({ code }) => !workspace.checks.off.has(code)).flatMap(({ find }) =>
    find({ workspace, within, rotations }),
  )
}
