/** The occurrences of a meeting: when each was due, when it really is, who has which role and who comes. */
import { DAY, type Instant } from '../time/instant.ts'
import { bounded, touches, type Interval } from '../time/interval.ts'
import { elapsed } from '../time/length.ts'
import type { Day } from '../time/wall.ts'
import { countsAt } from '../model/dated.ts'
import { dueBetween, duesOn, isSkipped, type Due } from '../model/due.ts'
import { allTerms, CHAIR, type Attendee, type Meeting, type Terms } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import { holderOfRole } from './roles.ts'
import { onCallAt } from './rotation.ts'

export interface Occurrence extends Interval {
  readonly meeting: Meeting
  /** What is true of the meeting for this one. */
  readonly terms: Terms
  /** The instant at which it was due; equal to its start unless it was moved. */
  readonly due: Instant
  /** The day on which it was due, where the meeting was then. */
  readonly day: Day
  /** The id of who leads it; null where nobody does. */
  readonly chair: string | null
  /** The ids of those who have the other roles, by the name of the role. */
  readonly roles: ReadonlyMap<string, string | null>
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
  return duesTouching(meeting, asked)
    .map((due) => ({ due, start: startOf(meeting, due) }))
    .map(({ due, start }) => ({ due, start, end: start + elapsed(due.terms.duration) }))
    .filter((stretch) => touches(stretch, asked))
    .sort((a, b) => a.start - b.start || a.due.at - b.due.at || a.due.named - b.due.named)
    .map(({ due, start, end }) => ({
      meeting,
      terms: due.terms,
      start,
      end,
      due: due.at,
      day: due.day,
      chair: meeting.chair ? holderOfRole(workspace, meeting, meeting.chair, due, start) : null,
      roles: new Map(
        [...meeting.roles].map(([name, role]) => [
          name,
          holderOfRole(workspace, meeting, role, due, start),
        ]),
      ),
      attendees: attendeesAt(workspace, due.terms.attendees, start),
    }))
}

/** The id of who has a role in one, the chair among them; null where nobody does. */
export function holderIn({ chair, roles }: Occurrence, role: string): string | null {
  return role === CHAIR ? chair : (roles.get(role) ?? null)
}

/** Who has which role in one, the chair first; those that nobody has left out. */
export function holdersIn({ chair, roles }: Occurrence): [role: string, id: string][] {
  return [[CHAIR, chair] as const, ...roles].flatMap(([role, id]): [string, string][] =>
    id === null ? [] : [[role, id]],
  )
}

/** What is due and held that may really touch an interval. */
function duesTouching(meeting: Meeting, within: Interval): Due[] {
  const longest = Math.max(...allTerms(meeting).map(({ duration }) => elapsed(duration)))
  // Wall clocks are less than a day from UTC, and what a zone skips is due at most a day later.
  const first = Math.floor((within.start - longest) / DAY) - 2
  const last = Math.floor(within.end / DAY) + 2
  const near = dueBetween(meeting, Math.max(first, (meeting.start ?? first) - 1), last)
  const moved = meeting.move
    .flatMap(({ due }) => duesOn(meeting, due))
    .filter(({ named }) => named < first || named > last)
  return [...moved, ...near].filter((due) => !isSkipped(meeting, due))
}

/** When an occurrence really begins. */
function startOf(meeting: Meeting, { day, at, terms }: Due): Instant {
  const to = meeting.move.find(({ due }) => due === day)?.to
  if (to === undefined) return at
  return to.moment?.instant ?? terms.zone.instantAt(to.day * DAY + terms.at)
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
