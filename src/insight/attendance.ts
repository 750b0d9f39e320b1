/** Meetings as those who attend see them: at what time of their own day, and when a clock change moves that. */
import { DAY, WEEK } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall, type Wall } from '../time/wall.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'

export interface Attendee {
  readonly person: Person
  /** When it begins on their wall clock. */
  readonly local: Wall
  /** The time of day (ms) of the meeting before, where a clock change is why this one differs. */
  readonly movedFrom: number | undefined
}

export interface Attendance {
  readonly occurrence: Occurrence
  readonly attendees: readonly Attendee[]
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
  // The one before the range, so that the first one can be held against it too.
  const earlier = { start: first.start - (meeting.every + 1) * WEEK, end: first.start }
  let previous = occurrencesOf(workspace, meeting, earlier).at(-1)
  return found.map((occurrence) => {
    const before = previous
    previous = occurrence
    const people = occurrence.attendees.flatMap((id) => workspace.people.get(id) ?? [])
    const attendees = people.map((person) => ({
      person,
      local: person.zone.wallAt(occurrence.start),
      movedFrom: before && movedFrom(person, occurrence, before),
    }))
    return { occurrence, attendees }
  })
}

/** Only what a clock did counts: a meeting that was itself put at another time moves for everybody. */
function movedFrom({ zone }: Person, now: Occurrence, before: Occurrence): number | undefined {
  if (now.start !== now.due || before.start !== before.due) return undefined
  const was = timeOfDay(zone.wallAt(before.start))
  return was === timeOfDay(zone.wallAt(now.start)) ? undefined : was
}

function timeOfDay(wall: Wall): number {
  return wall - dayOfWall(wall) * DAY
}
