/** Who is on call differently between two states of a workspace, and what that means for each person. */
import { unheard, type Tell } from '../model/tell.ts'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { formerIds } from '../model/same.ts'
import { burdenDiffs, type BurdenDiff } from './diff-burden.ts'
import { meetingDiffs, type MeetingDiff } from './diff-meetings.ts'
import { personDiffs, type PersonDiff } from './diff-people.ts'
import { rotationDiff, type RotationDiff, type Stretch } from './diff-rotations.ts'
import type { Sides } from './sides.ts'

/** All that differs. */
export interface WorkspaceDiff {
  readonly within: Interval
  readonly now: Instant
  readonly rotations: readonly RotationDiff[]
  readonly people: readonly PersonDiff[]
  /** Those whose shifts weigh otherwise, because their zone, hours, country or weekend was edited. */
  readonly burdens: readonly BurdenDiff[]
  readonly meetings: readonly MeetingDiff[]
  /** Ids of rotations that are not known on one of the sides, because of problems there. */
  readonly unknown: readonly string[]
  /** The same of meetings; none where rotations are named. */
  readonly unknownMeetings: readonly string[]
}

/** What differs within an interval; of these rotations, where some are named. */
export function diff(
  sides: Sides,
  within: Interval,
  now: Instant,
  chosen?: ReadonlySet<string>,
  tell: Tell = unheard,
): WorkspaceDiff {
  const { before, after } = sides
  const former = formerIds(before.people, after.people)
  const unknown = new Set([...before.unsound.rotations, ...after.unsound.rotations])
  const latter = formerIds(after.people, before.people)
  const ids = new Set([...after.rotations.keys(), ...before.rotations.keys()])
  const wanted = [...ids].filter((id) => !unknown.has(id) && (chosen?.has(id) ?? true))
  const rotations = wanted.flatMap((id, i) => {
    tell('comparing', i, wanted.length, 'rotations')
    const [was, is] = [before.rotations.get(id), after.rotations.get(id)]
    return rotationDiff(id, was, is, { within, now, latter }) ?? []
  })
  return {
    within,
    now,
    rotations,
    people: personDiffs(rotations, { before, after }, within, now, latter),
    burdens: chosen === undefined ? burdenDiffs(sides, within, now, former) : [],
    meetings: chosen === undefined ? meetingDiffs({ before, after }, within, now, latter) : [],
    unknown: [...unknown].filter((id) => chosen?.has(id) ?? true),
    unknownMeetings:
      chosen === undefined
        ? [...new Set([...before.unsound.meetings, ...after.unsound.meetings])]
        : [],
  }
}

/** Whether there is any difference at all. */
export function hasChanges({ rotations, meetings }: WorkspaceDiff): boolean {
  return rotations.length > 0 || meetings.length > 0
}

/** The stretches that are running, or begin within the notice that people ought to get. */
export function atShortNotice({ rotations, now }: WorkspaceDiff, notice: number): Stretch[] {
  return rotations.flatMap(({ stretches }) =>
    stretches.filter(({ start, end }) => end > now && start < now + notice),
  )
}
