/** `meeting-without`: something of a meeting names nothing: days without a meeting, a role that nobody has then. */
import { END_OF_TIME, type Instant } from '../../time/instant.ts'
import { dayOfWall, writeDay, type Day } from '../../time/wall.ts'
import { dueBetween } from '../../model/due.ts'
import { CHAIR, termsOn, type Meeting, rolesOf } from '../../model/meeting.ts'
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
  const { id, start, end } = meeting
  const today = todayIn(meeting, now)
  if (end === undefined || end <= today) return []
  if (dueBetween(meeting, start ?? today, end - 1).length > 0) return []
  return [
    { message: `'${id}' is never held: no day before 'end' (${writeDay(end)}) is one of 'days'` },
  ]
}

/** A range that skips nothing; single days are looked at when the file is read. */
function emptySkips(meeting: Meeting, { now }: Facts): Fault[] {
  const today = todayIn(meeting, now)
  return meeting.skip.flatMap((skip) => {
    if (skip.kind === 'list') return []
    const { first, last, place } = skip
    if (first === last || last < today || last - first > 366) return []
    if (dueBetween(meeting, first - 1, last).some(({ day }) => first <= day && day <= last))
      return []
    const message = `no meeting of '${meeting.id}' is due from ${writeDay(first)} to ${writeDay(last)}, so this skips nothing: correct the dates, or delete them`
    return [{ message, place }]
  })
}

function todayIn(meeting: Meeting, now: Instant): Day {
  return dayOfWall(termsOn(meeting, dayOfWall(now)).zone.wallAt(now))
}

function lateChair(meeting: Meeting, { now }: Facts): Fault[] {
  const { id, end } = meeting
  if (end === undefined || end <= dayOfWall(now)) return []
  return rolesOf(meeting).flatMap(([name, role]) => {
    if (role.kind !== 'round' || role.start < end) return []
    const does =
      name === CHAIR ? `ever chairs '${id}': the chair` : `is ever ${name} of '${id}': it`
    const message = `nobody ${does} goes round from ${writeDay(role.start)} on, and there is no meeting after ${writeDay(end - 1)}`
    return [{ message, ...(role.members[0] && { place: role.members[0].place }) }]
  })
}

/** A role that nobody has at any of the coming meetings, or nobody at all who comes. */
function attendance(meeting: Meeting, { workspace, within }: Facts): Fault[] {
  if (within.end > END_OF_TIME) return []
  const held = occurrencesOf(workspace, meeting, within)
  if (held.length === 0) return []
  const invited = new Set(held.flatMap(({ terms }) => terms.attendees))
  const roles = [...invited].flatMap((attendee) =>
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
