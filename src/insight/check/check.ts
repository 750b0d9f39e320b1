/** All that is wrong or risky about who is on call, rule by rule. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Problem } from '../../model/problem.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { shiftsOf } from '../../timeline/shifts.ts'
import { awayOnCall } from './away-on-call.ts'
import { backToBack } from './back-to-back.ts'
import { clockChangeNight } from './clock-change-night.ts'
import { dateOnlyTo } from './date-only-to.ts'
import { doubleBooking } from './double-booking.ts'
import { gap } from './gap.ts'
import { idleOverride } from './idle-override.ts'
import { lastTurn } from './last-turn.ts'
import { meetingWithout } from './meeting-without.ts'
import { minRest } from './min-rest.ts'
import { misalignedOverride } from './misaligned-override.ts'
import { neverOnCall } from './never-on-call.ts'
import { nightMeeting } from './night-meeting.ts'
import { notInTeam } from './not-in-team.ts'
import { oldOverride } from './old-override.ts'
import { rewritesHistory } from './rewrites-history.ts'
import { rosterEnds } from './roster-ends.ts'
import type { Rule } from './rule.ts'
import { staleOverride } from './stale-override.ts'
import { unseenLayer } from './unseen-layer.ts'
import { unusedPerson } from './unused-person.ts'

/** Errors first, then what is about the order, overrides, people and meetings. */
const RULES: readonly Rule[] = [
  rewritesHistory,
  gap,
  doubleBooking,
  notInTeam,
  awayOnCall,
  backToBack,
  minRest,
  staleOverride,
  misalignedOverride,
  dateOnlyTo,
  idleOverride,
  oldOverride,
  neverOnCall,
  unseenLayer,
  rosterEnds,
  lastTurn,
  unusedPerson,
  nightMeeting,
  clockChangeNight,
  meetingWithout,
]

/**
 * The problems of a workspace within an interval, rule by rule; those that it turned off (`checks:`) left out.
 * @param chosen the rotations to look at, and nothing else; everything where left out
 * @param more the workspace as it was committed, to find what rewrites history; the present instant (default: where the interval begins)
 */
export function check(
  workspace: Workspace,
  within: Interval,
  chosen?: readonly Rotation[],
  more: { readonly before?: Workspace; readonly now?: Instant } = {},
): Problem[] {
  const rotations = (chosen ?? [...workspace.rotations.values()]).map((rotation) => ({
    rotation,
    shifts: shiftsOf(rotation, within),
  }))
  const meetings = chosen === undefined ? [...workspace.meetings.values()] : []
  const facts = { workspace, within, rotations, meetings, now: within.start, ...more }
  return RULES.filter(({ code }) => !workspace.checks.off.has(code)).flatMap(({ find }) =>
    find(facts),
  )
}
