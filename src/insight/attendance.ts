/** Meetings as those who attend see them: at what time of their own day, and when a clock change moves that. */
import { WEEK, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { timeOfWall, type Wall } from '../time/wall.ts'
import { allTerms, type Meeting } from '../model/meeting.ts'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'

/** Somebody at a meeting, and their local time. */
export interface Participant {
  readonly person: Person
  /** The name of the zone in which they live then. */
  readonly zone: string
  /** When it begins on their wall clock. */
  readonly local: Wall
  /** The time of day (ms) of the last one held when due, where a clock change is why this one differs. */
  readonly movedFrom: number | undefined
}

/** A meeting that is held, and who is at it. */
export interface Attendance {
  readonly occurrence: Occurrence
  readonly attendees: readonly Participant[]
}

/** The occurrences of a meeting that touch an interval, with everybody's local time. */
export function attendanceOf(
  workspace: Workspace,
  meeting: Meeting,
  within: Interval,
): Attendance[] {
  const found = occurrencesOf(workspace, meeting, within)
  const first = found[0]
  if (first === undefined) return []
  let last = lastAsDue(workspace, meeting, first.start)
  return found.map((occurrence) => {
    const people = occurrence.attendees.flatMap((id) => workspace.people.get(id) ?? [])
    const before = last
    if (isAsDue(occurrence)) last = occurrence
    const attendees = people.map((person) => ({
      person,
      zone: person.zone.nameAt(occurrence.start),
      local: person.zone.wallAt(occurrence.start),
      movedFrom: before && movedByClock(person, occurrence, before),
    }))
    return { occurrence, attendees }
  })
}

/** The last occurrence before an instant that was held when it was due, if there was one within a year or so. */
function lastAsDue(workspace: Workspace, meeting: Meeting, at: Instant): Occurrence | undefined {
  const usual = Math.max(
    ...allTerms(meeting).map(({ every: { count, unit } }) =>
      unit === 'months' ? count * 5 : count,
    ),
  )
  for (let weeks = usual + 1; weeks < 2 * (52 + usual); weeks *= 2) {
    const within = { start: at - weeks * WEEK, end: at }
    const found = occurrencesOf(workspace, meeting, within).findLast(isAsDue)
    if (found !== undefined) return found
  }
  return undefined
}

/** One that was itself put at another time moves for everybody, and tells nothing about the clock. */
function isAsDue({ start, due }: Occurrence): boolean {
  return start === due
}

/**
 * The time of day (ms) of an earlier occurrence for somebody, where only a clock can be why this one is at another: both
 * are held when due and on the same terms, and they have not moved in between.
 */
export function movedByClock(
  { zone }: Person,
  now: Occurrence,
  before: Occurrence,
): number | undefined {
  const isAlike = now.terms.at === before.terms.at && now.terms.zone.name === before.terms.zone.name
  const isThere = zone.nameAt(now.start) === zone.nameAt(before.start)
  if (!isAsDue(now) || !isAsDue(before) || !isAlike || !isThere) return undefined
  const was = timeOfWall(zone.wallAt(before.start))
  return was === timeOfWall(zone.wallAt(now.start)) ? undefined : was
}
