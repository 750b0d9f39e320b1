/** `meeting-without`: something of a meeting names nothing: days without a meeting, a role that nobody has then. */
import { END_OF_TIME } from '../../time/instant.ts'
import { dayOfWall, writeDay } from '../../time/wall.ts'
import { isDueOn, type Meeting } from '../../model/meeting.ts'
import type { Place } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { occurrencesOf, type Occurrence } from '../../timeline/occurrences.ts'
import { onCallAt } from '../../timeline/rotation.ts'
import type { Facts, Rule } from './rule.ts'

export const meetingWithout: Rule = {
  name: 'meeting-without',
  severity: 'warning',
  summary: 'Something of a meeting names nothing.',
  wrong: `
people: { alice: {}, bob: {} }
meetings:
  weekly: { days: monday, at: 16:00, duration: 15 minutes, skip: [2026-12-01..2026-12-03] }
`,
  right: `
people: { alice: {}, bob: {} }
meetings:
  weekly: { days: monday, at: 16:00, duration: 15 minutes, skip: [2026-12-07..2026-12-09] }
`,
  check: (facts) =>
    facts.meetings.flatMap((meeting) =>
      [
        ...neverHeld(meeting, facts),
        ...emptySkips(meeting, facts),
        ...lateChair(meeting, facts),
        ...attendance(meeting, facts),
      ].map(({ message, place }) => ({
        message,
        place: place ?? meeting.place,
        meeting: meeting.id,
      })),
    ),
}

interface Fault {
  readonly message: string
  readonly place?: Place
}

/** Between `start` and `end` no day is one of `days`. */
function neverHeld(meeting: Meeting, { now }: Facts): Fault[] {
  const { id, start, end, zone } = meeting
  if (end === undefined || end <= dayOfWall(zone.wallAt(now))) return []
  const first = start ?? dayOfWall(zone.wallAt(now))
  for (let day = first; day < end; day += 1) if (isDueOn(meeting, day)) return []
  return [
    { message: `'${id}' is never held: no day before 'end' (${writeDay(end)}) is one of 'days'` },
  ]
}

/** A range that skips nothing; single days are looked at when the file is read. */
function emptySkips(meeting: Meeting, { now }: Facts): Fault[] {
  const today = dayOfWall(meeting.zone.wallAt(now))
  return meeting.skip.flatMap(({ first, last, place }) => {
    if (first === last || last < today || last - first > 366) return []
    for (let day = first; day <= last; day += 1) if (isDueOn(meeting, day)) return []
    const message = `no meeting of '${meeting.id}' is due from ${writeDay(first)} to ${writeDay(last)}, so this skips nothing: correct the dates, or delete them`
    return [{ message, ...(place && { place }) }]
  })
}

function lateChair({ id, chair, end }: Meeting, { now }: Facts): Fault[] {
  if (chair === undefined || end === undefined || chair.start < end) return []
  if (end <= dayOfWall(now)) return []
  const message = `nobody ever chairs '${id}': the chair goes round from ${writeDay(chair.start)} on, and there is no meeting after ${writeDay(end - 1)}`
  return [{ message, ...(chair.members[0] && { place: chair.members[0].place }) }]
}

/** A role that nobody has at any of the coming meetings, or nobody at all who comes. */
function attendance(meeting: Meeting, { workspace, within }: Facts): Fault[] {
  if (within.end > END_OF_TIME) return []
  const held = occurrencesOf(workspace, meeting, within)
  if (held.length === 0) return []
  const roles = meeting.attendees.flatMap((attendee) =>
    attendee.kind === 'on-call' && !isEverHeld(workspace, attendee.rotation, held)
      ? {
          message: `nobody is on call for '${attendee.rotation}' at any of the next meetings of '${meeting.id}', so '{ on-call: ${attendee.rotation} }' invites nobody: name another rotation or other days`,
        }
      : [],
  )
  if (roles.length > 0 || held.some(({ attendees }) => attendees.length > 0)) return roles
  return [{ message: `nobody is invited to '${meeting.id}': name somebody under 'attendees'` }]
}

function isEverHeld({ rotations }: Workspace, id: string, held: readonly Occurrence[]): boolean {
  const rotation = rotations.get(id)
  return rotation === undefined || held.some(({ start }) => onCallAt(rotation, start).length > 0)
}
