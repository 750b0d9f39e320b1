/** All rules of `check`, in the order in which their problems are told. */
import { allAtOnce } from './all-at-once.ts'
import { awayOnCall } from './away-on-call.ts'
import { backToBack } from './back-to-back.ts'
import { clockChangeNight } from './clock-change-night.ts'
import { cutOpening } from './cut-opening.ts'
import { dateOnlyTo } from './date-only-to.ts'
import { doubleBooking } from './double-booking.ts'
import { driftingHandoff } from './drifting-handoff.ts'
import { gap } from './gap.ts'
import { idleOverride } from './idle-override.ts'
import { lastTurn } from './last-turn.ts'
import { meetingWithout } from './meeting-without.ts'
import { minRest } from './min-rest.ts'
import { misalignedOverride } from './misaligned-override.ts'
import { neverOnCall } from './never-on-call.ts'
import { nightMeeting } from './night-meeting.ts'
import { noRotations } from './no-rotations.ts'
import { notInTeam } from './not-in-team.ts'
import { oddTime } from './odd-time.ts'
import { oldOverride } from './old-override.ts'
import { otherOffset } from './other-offset.ts'
import { rewritesBurden } from './rewrites-burden.ts'
import { rewritesHistory } from './rewrites-history.ts'
import { rewritesMeetings } from './rewrites-meetings.ts'
import { rosterEnds } from './roster-ends.ts'
import { staleOverride } from './stale-override.ts'
import { unseenLayer } from './unseen-layer.ts'
import { unusedPerson } from './unused-person.ts'
import type { Rule } from './rule.ts'

/** Errors first, then what is about the order, overrides, people and meetings. */
export const RULES: readonly Rule[] = [
  rewritesHistory,
  rewritesMeetings,
  noRotations,
  gap,
  doubleBooking,
  notInTeam,
  awayOnCall,
  backToBack,
  minRest,
  cutOpening,
  driftingHandoff,
  staleOverride,
  misalignedOverride,
  dateOnlyTo,
  oddTime,
  idleOverride,
  oldOverride,
  otherOffset,
  allAtOnce,
  neverOnCall,
  unseenLayer,
  rosterEnds,
  lastTurn,
  unusedPerson,
  rewritesBurden,
  nightMeeting,
  clockChangeNight,
  meetingWithout,
]
