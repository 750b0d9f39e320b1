/** The occurrences of a meeting: when each was due, when it really is, who leads it and who comes. */
import { DAY, type Instant } from '../time/instant.ts'
import { bounded, touches, type Interval } from '../time/interval.ts'
import { elapsed } from '../time/length.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import { isDueOn, type Attendee, type Meeting } from '../model/meeting.ts'
import { countsAt } from '../model/dated.ts'
import { awayAt } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { onCallAt } from './rotation.ts'

export interface Occurrence extends Interval {
  readonly meeting: Meeting
  /** The instant at which it was due; equal to its start unless it was moved. */
  readonly due: Instant
  /** The id of who leads it; null where nobody does. */
  readonly chair: string | null
  /** Ids of those who are expected, in listed order, each once. */
  readonly attendees: readonly string[]
}

/** The occurrences of a meeting that touch an interval, in order of their real start. */
export function occurrencesOf(
  workspace: Workspace,
  meeting: Meeting,
  within: Interval,
): Occurrence[] {
  const asked = bounded(within)
  const duration = elapsed(meeting.duration)
  const days = daysTouching(meeting, asked, duration)
  const found = days
    .map((day) => ({ day, start: startOn(meeting, day) }))
    .filter(({ start }) => touches({ start, end: start + duration }, asked))
    .sort((a, b) => a.start - b.start || a.day - b.day)
  if (found.length === 0) return []
  const last = found.reduce((latest, { day }) => Math.max(latest, day), -Infinity)
  const chairs = chairsUntil(workspace, meeting, last)
  return found.map(({ day, start }) => ({
    meeting,
    start,
    end: start + duration,
    due: dueOn(meeting, day),
    chair: chairs.get(day) ?? null,
    attendees: attendeesAt(workspace, meeting.attendees, start),
  }))
}

/** The days, sorted, on which occurrences are due that may really touch an interval; skipped ones left out. */
function daysTouching(meeting: Meeting, within: Interval, duration: number): Day[] {
  const { zone } = meeting
  const first = dayOfWall(zone.wallAt(within.start - duration)) - 1
  const last = dayOfWall(zone.wallAt(within.end)) + 1
  const moved = meeting.move.map(({ due }) => due).filter((day) => day < first || day > last)
  return [...moved.filter((day) => isHeldOn(meeting, day)), ...heldDays(meeting, first, last)]
}

function heldDays(meeting: Meeting, first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = Math.max(first, meeting.start ?? first); day <= last; day += 1) {
    if (isHeldOn(meeting, day)) days.push(day)
  }
  return days
}

function isHeldOn(meeting: Meeting, day: Day): boolean {
  return (
    isDueOn(meeting, day) && !meeting.skip.some(({ first, last }) => first <= day && day <= last)
  )
}

function dueOn({ zone, at }: Meeting, day: Day): Instant {
  return zone.instantAt(day * DAY + at)
}

/** When the occurrence that is due on a day really begins. */
function startOn(meeting: Meeting, day: Day): Instant {
  const move = meeting.move.find(({ due }) => due === day)
  return move === undefined
    ? dueOn(meeting, day)
    : meeting.zone.instantAt(move.to.day * DAY + move.to.time)
}

/**
 * Who leads each occurrence up to a day, by the day on which it is due. The dates of the list are held against
 * the time due, absences against the real one; since those count, this goes through all from the first.
 */
function chairsUntil(workspace: Workspace, meeting: Meeting, until: Day): Map<Day, string> {
  const chairs = new Map<Day, string>()
  const { chair } = meeting
  if (chair === undefined) return chairs
  const { members } = chair
  let last = -1
  for (const day of heldDays(meeting, chair.start, until)) {
    const due = dueOn(meeting, day)
    const start = startOn(meeting, day)
    for (let step = 1; step <= members.length; step += 1) {
      const place = (last + step) % members.length
      const member = members[place]
      const person = workspace.people.get(member?.people[0] ?? '')
      if (member === undefined || person === undefined) continue
      if (!countsAt(member, due) || awayAt(person, start) !== undefined) continue
      chairs.set(day, person.id)
      last = place
      break
    }
  }
  return chairs
}

function attendeesAt(
  { people, rotations }: Workspace,
  attendees: readonly Attendee[],
  at: Instant,
): string[] {
  const ids = new Set<string>()
  for (const attendee of attendees) {
    switch (attendee.kind) {
      case 'everyone':
        for (const person of people.values()) if (countsAt(person, at)) ids.add(person.id)
        break
      case 'person':
        ids.add(attendee.person)
        break
      case 'on-call': {
        const rotation = rotations.get(attendee.rotation)
        for (const person of rotation === undefined ? [] : onCallAt(rotation, at)) ids.add(person)
      }
    }
  }
  return [...ids]
}
