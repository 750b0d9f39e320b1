/** What concerns a person: what they hold now and next, what others took from them, what they lead, when they are away. */
import { DAY, type Instant } from '../time/instant.ts'
import { intersection, joined, type Interval } from '../time/interval.ts'
import { CHAIR, type Meeting } from '../model/meeting.ts'
import { awayWithin, type Away, type Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import { timelineOf, turnsWithin } from '../timeline/rotation.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { shiftsAfter, shiftsBefore } from '../timeline/stays.ts'

/** How long somebody holds a rotation without a break, shift after shift, whoever is beside them. */
export interface Stay extends Interval {
  readonly rotation: Rotation
  readonly shifts: readonly Shift[]
}

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
export interface Concerns {
  readonly person: Person
  /** What they hold at the instant. */
  readonly now: readonly Stay[]
  /** What they hold next, in order of time. */
  readonly next: readonly Stay[]
  readonly given: readonly Given[]
  readonly led: readonly Led[]
  readonly away: readonly Absence[]
}

/** Further ahead nobody asks what is theirs. */
const AHEAD = 2 * 366 * DAY

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
  const near = { start: at, end: at + NEAR }
  return {
    person,
    now: staysIn(rotations, id, { start: at, end: at + 1 }),
    next: nextStays(rotations, id, at, count.shifts),
    given: rotations.flatMap((rotation) => givenIn(rotation, id, near)).sort(byStart),
    led: nextLed(workspace, id, at, count.meetings),
    away: absencesIn(person, rotations, near),
  }
}

/**
 * The next stays of somebody that begin after an instant, in order of time: the soonest, and of those that there is room
 * for the first of each rotation, so that the days of a desk do not hide the week.
 */
function nextStays(
  rotations: readonly Rotation[],
  person: string,
  after: Instant,
  count: number,
): Stay[] {
  const next = (some: readonly Rotation[], most: number): Stay[] =>
    soonest(most, after, (within) =>
      staysIn(some, person, within).filter(({ start }) => start > after),
    )
  const firsts = rotations
    .flatMap((rotation) => next([rotation], 1))
    .sort(byStart)
    .slice(0, count)
  const others = next(rotations, count).filter((stay) => !firsts.some((one) => isSame(one, stay)))
  return [...firsts, ...others.slice(0, count - firsts.length)].sort(byStart)
}

function isSame(a: Stay, b: Stay): boolean {
  return a.rotation === b.rotation && a.start === b.start
}

function byStart(a: Interval, b: Interval): number {
  return a.start - b.start
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
      .flatMap((occurrence) => rolesOf(occurrence, person).map((role) => ({ occurrence, role })))
      .sort((a, b) => a.occurrence.start - b.occurrence.start),
  )
}

/** The names of the roles that somebody has in an occurrence, the chair among them. */
export function rolesOf({ chair, roles }: Occurrence, person: string): string[] {
  const others = [...roles].flatMap(([role, id]) => (id === person ? [role] : []))
  return chair === person ? [CHAIR, ...others] : others
}

/** The ids of all whom an occurrence concerns: who comes, and who has a role in it. */
export function concernedBy({ chair, roles, attendees }: Occurrence): string[] {
  const others = [...roles.values()].flatMap((id) => id ?? [])
  return [...attendees, ...(chair === null ? [] : [chair]), ...others]
}

/** The first of what is found, looking further and further ahead until there are enough. */
export function soonest<T>(
  count: number,
  after: Instant,
  find: (within: Interval) => readonly T[],
): T[] {
  let found: readonly T[] = []
  for (let length = 16 * DAY; found.length < count && length < 2 * AHEAD; length *= 2) {
    found = find({ start: after, end: after + Math.min(length, AHEAD) })
  }
  return found.slice(0, count)
}

/** The stays of somebody that touch an interval, whole, in order of time. */
function staysIn(rotations: readonly Rotation[], person: string, within: Interval): Stay[] {
  return rotations.flatMap((rotation) => staysOf(rotation, person, within)).sort(byStart)
}

function staysOf(rotation: Rotation, person: string, within: Interval): Stay[] {
  const theirs = shiftsOf(rotation, within).filter(({ people }) => people.includes(person))
  const stays: Stay[] = []
  for (const shift of theirs) {
    const last = stays.at(-1)
    if (last?.end !== shift.start) stays.push({ ...shift, shifts: [shift] })
    else stays[stays.length - 1] = { ...last, end: shift.end, shifts: [...last.shifts, shift] }
  }
  // What lies beyond the ends of the interval may go on.
  const [first, last] = [stays[0], stays.at(-1)]
  if (first !== undefined && first.start <= within.start) stays[0] = begun(first, person)
  if (last !== undefined && last.end >= within.end) {
    stays[stays.length - 1] = ended(stays.at(-1) ?? last, person)
  }
  return stays
}

/** So many shifts in a row are as good as without end. */
const MOST = 1000

function begun(stay: Stay, person: string): Stay {
  const shifts = [...stay.shifts]
  const [first] = shifts
  for (const before of first === undefined ? [] : shiftsBefore(stay.rotation, first)) {
    const isOn = before.end === shifts[0]?.start && before.people.includes(person)
    if (!isOn || shifts.length === MOST) break
    shifts.unshift(before)
  }
  return { ...stay, start: shifts[0]?.start ?? stay.start, shifts }
}

function ended(stay: Stay, person: string): Stay {
  const shifts = [...stay.shifts]
  const last = shifts.at(-1)
  for (const next of last === undefined ? [] : shiftsAfter(stay.rotation, last)) {
    const isOn = next.start === shifts.at(-1)?.end && next.people.includes(person)
    if (!isOn || shifts.length === MOST) break
    shifts.push(next)
  }
  // Somebody who is alone in a rotation goes from turn to turn for ever.
  const end = shifts.length < MOST ? (shifts.at(-1)?.end ?? stay.end) : Infinity
  return { ...stay, end, shifts }
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
