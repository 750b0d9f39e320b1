/** What concerns a person: what they hold now and next, what others took from them, what they lead, when they are away. */
import { DAY, minuteOf, type Instant } from '../time/instant.ts'
import { intersection, joined, type Interval } from '../time/interval.ts'
import type { Meeting } from '../model/meeting.ts'
import { awayWithin, type Away, type Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { holdersIn, occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import { timelineOf, turnsWithin } from '../timeline/rotation.ts'
import { byStart, holdingOf, type Holding } from './holding.ts'
import { soonest } from './soonest.ts'

/** A stretch that would be somebody's by their turn, and is another's by an override. */
export interface Given extends Interval {
  readonly rotation: Rotation
  /** Who has it; nobody where empty. */
  readonly to: readonly string[]
  readonly why?: string
}

/** A role that somebody has in an occurrence of a meeting. */
export interface Led {
  readonly occurrence: Occurrence
  readonly role: string
}

/** An absence that is not over, and what they hold in it. */
export interface Absence extends Interval {
  readonly why?: string
  readonly held: readonly (Interval & { readonly rotation: Rotation })[]
}

/** What concerns a person from an instant on: what they hold, gave away, lead, and when they are away. */
export interface Concerns extends Holding {
  readonly given: readonly Given[]
  readonly led: readonly Led[]
  readonly away: readonly Absence[]
}

/** How far it is looked for swaps, and for what is held in an absence. */
const NEAR = 366 * DAY

/** What concerns somebody from an instant on; so many of the next shifts and of the meetings. */
export function concernsOf(
  workspace: Workspace,
  person: Person,
  rotations: readonly Rotation[],
  at: Instant,
  count: { readonly shifts: number; readonly meetings: number },
): Concerns {
  const { id } = person
  const near = { start: minuteOf(at), end: at + NEAR }
  return {
    ...holdingOf(person, rotations, at, count.shifts),
    given: rotations.flatMap((rotation) => givenIn(rotation, id, near)).sort(byStart),
    led: nextLed(workspace, id, at, count.meetings),
    away: absencesIn(person, rotations, near),
  }
}

/** The next roles that somebody has in meetings that are not over at an instant. */
export function nextLed(
  workspace: Workspace,
  person: string,
  at: Instant,
  count: number,
  meetings: Iterable<Meeting> = workspace.meetings.values(),
): Led[] {
  const all = [...meetings]
  return soonest(count, at, (within) =>
    all
      .flatMap((meeting) => occurrencesOf(workspace, meeting, within))
      .flatMap((occurrence) => rolesIn(occurrence, person).map((role) => ({ occurrence, role })))
      .sort((a, b) => a.occurrence.start - b.occurrence.start),
  )
}

/** The names of the roles that somebody has in an occurrence, the chair among them. */
export function rolesIn(occurrence: Occurrence, person: string): string[] {
  return holdersIn(occurrence).flatMap(([role, id]) => (id === person ? [role] : []))
}

/** The ids of all whom an occurrence concerns: who comes, and who has a role in it. */
export function concernedBy(occurrence: Occurrence): string[] {
  return [...occurrence.attendees, ...holdersIn(occurrence).map(([, id]) => id)]
}

function givenIn(rotation: Rotation, person: string, within: Interval): Given[] {
  if (rotation.overrides.length === 0) return []
  const turns = turnsWithin(rotation, within).filter(({ people }) => people.includes(person))
  const held = timelineOf(rotation, within).filter(({ people }) => !people.includes(person))
  return turns.flatMap((turn) =>
    held.flatMap((span): Given[] => {
      const stretch = intersection(turn, span)
      const override = span.overrides.at(-1)
      if (stretch === undefined || override === undefined) return []
      const why = override.why === undefined ? {} : { why: override.why }
      return [{ rotation, ...stretch, to: span.people, ...why }]
    }),
  )
}

/** All that are not over; of those that come again only what somebody is on call in. */
function absencesIn(person: Person, rotations: readonly Rotation[], near: Interval): Absence[] {
  const held = rotations.flatMap((rotation) =>
    joined(timelineOf(rotation, near).filter(({ people }) => people.includes(person.id))).map(
      (stretch) => ({ rotation, ...stretch }),
    ),
  )
  const absence = ({ start, end, why }: Away): Absence => ({
    start,
    end,
    ...(why !== undefined && { why }),
    held: held.flatMap(({ rotation, ...stretch }) => {
      const both = intersection(stretch, { start, end })
      return both === undefined ? [] : [{ rotation, ...both }]
    }),
  })
  const once = person.away.filter(({ end }) => end > near.start).map(absence)
  const again = awayWithin({ ...person, away: [] }, near)
    .flat()
    .map(absence)
  return [...once, ...again.filter(({ held: hit }) => hit.length > 0)].sort(byStart)
}
