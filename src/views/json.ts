/** Answers for programs. The keys stay; times are UTC. docs/json.md describes them. */
import { writeUtc } from '../time/wall.ts'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Problem } from '../model/problem.ts'
import { positionOf } from '../model/place.ts'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Difference } from '../timeline/compare.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import type { Shift } from '../timeline/shifts.ts'
import type { Holder } from '../insight/holder.ts'
import { cleanJson } from './clean.ts'
import { countBySeverity } from './problems.ts'
import type { Status } from './status.ts'

/** A value that JSON can say. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The text of an answer, with a line break at its end. */
export function writeJson(value: Json): string {
  return cleanJson(`${JSON.stringify(value, null, 2)}\n`)
}

/** Whose names stand beside their ids. */
type Named = Pick<Workspace, 'people'>

/** The names of people, in the order of their ids. */
export function namesOf(ids: readonly string[], { people }: Named): string[] {
  return ids.map((id) => people.get(id)?.name ?? id)
}

function nameOrNull(id: string | null, workspace: Named): string | null {
  return id === null ? null : (namesOf([id], workspace)[0] ?? id)
}

/** How somebody is reached: `{ "phone": "+46 70 000 00 00" }` */
export function contactJson({ contact }: Pick<Person, 'contact'>): Json {
  return Object.fromEntries(contact.map(({ name, value }) => [name, value]))
}

/** Shifts, as data. */
export function shiftsJson(
  { start, end }: Interval,
  shifts: readonly Shift[],
  unknown: readonly string[],
  workspace: Named,
): Json {
  return {
    from: writeUtc(start),
    to: writeUtc(end),
    shifts: shifts.map((shift) => shiftJson(shift, workspace)),
    unknown,
  }
}

/** A shift, as data; `end` is null where it never ends. */
export function shiftJson(shift: Shift, workspace: Named): { [key: string]: Json } {
  const { rotation, layer, turn, people, start, end, overrides } = shift
  return {
    rotation: rotation.id,
    layer: layer?.name ?? null,
    turn,
    people,
    names: namesOf(people, workspace),
    start: writeUtc(start),
    end: time(end),
    override: overrides.length > 0,
  }
}

/** Who holds each rotation, as data, to which more may be added. */
export function whoJson(
  at: Instant,
  holders: readonly Holder[],
  unknown: readonly string[],
  workspace: Named,
): Readonly<Record<string, Json>> {
  const rotations = holders.map((holder) => {
    const contacts = (holder.shift?.people ?? []).map((id) => {
      const person = workspace.people.get(id)
      return person === undefined ? {} : contactJson(person)
    })
    return { ...holderJson(holder, workspace), contacts }
  })
  return { at: writeUtc(at), rotations, unknown }
}

/** The overview, as data, to which more may be added. */
export function statusJson(status: Status): Readonly<Record<string, Json>> {
  const { workspace } = status
  return {
    at: writeUtc(status.at),
    rotations: status.holders.map((holder) => holderJson(holder, workspace)),
    handoffs: status.handoffs.map((shift) => shiftJson(shift, workspace)),
    meetings: status.meetings.map((occurrence) => occurrenceJson(occurrence, workspace)),
    problems: countBySeverity([...status.soon, ...status.problems]),
    soon: status.soon.map((problem) => problemJson(problem, workspace)),
    unknown: [...status.unknown, ...status.unknownMeetings],
  }
}

function holderJson(
  { rotation, shift, since, until, next }: Holder,
  workspace: Named,
): { [key: string]: Json } {
  const people = shift?.people ?? []
  return {
    rotation: rotation.id,
    people,
    names: namesOf(people, workspace),
    since: time(since),
    until: time(until),
    layer: shift?.layer?.name ?? null,
    turn: shift?.turn ?? null,
    override: (shift?.overrides.length ?? 0) > 0,
    next:
      next === undefined
        ? null
        : {
            people: next.people,
            names: namesOf(next.people, workspace),
            start: writeUtc(next.start),
            end: time(next.end),
          },
  }
}

/** Meetings that are held, as data. */
export function meetingsJson(
  { start, end }: Interval,
  occurrences: readonly Occurrence[],
  unknown: readonly string[],
  workspace: Named,
): { [key: string]: Json } {
  return {
    from: writeUtc(start),
    to: writeUtc(end),
    meetings: occurrences.map((occurrence) => occurrenceJson(occurrence, workspace)),
    unknown,
  }
}

/** An occurrence of a meeting, as data. */
export function occurrenceJson(occurrence: Occurrence, workspace: Named): { [key: string]: Json } {
  const { meeting, start, end, chair, roles, attendees, due } = occurrence
  return {
    meeting: meeting.id,
    start: writeUtc(start),
    end: writeUtc(end),
    chair,
    chair_name: nameOrNull(chair, workspace),
    roles: Object.fromEntries(roles),
    role_names: Object.fromEntries(
      [...roles].map(([role, id]) => [role, nameOrNull(id, workspace)]),
    ),
    attendees,
    attendee_names: namesOf(attendees, workspace),
    due: writeUtc(due),
  }
}

/** Problems with their places, as data. */
export function problemsJson(problems: readonly Problem[], workspace: Named): Json {
  return { problems: problems.map((problem) => problemJson(problem, workspace)) }
}

function problemJson(problem: Problem, workspace: Named): Json {
  const { code, severity, message, place, rotation, rotations, meeting, people, start, end, free } =
    problem
  const position = place && positionOf(place)
  return {
    code,
    severity,
    message,
    ...(place &&
      position && { file: place.source.path, line: position.line, column: position.column }),
    ...(rotation !== undefined && { rotation }),
    ...(rotations && { rotations }),
    ...(meeting !== undefined && { meeting }),
    ...(people && { people, names: namesOf(people, workspace) }),
    ...(start !== undefined && { start: time(start) }),
    ...(end !== undefined && { end: time(end) }),
    ...(free && { free, free_names: namesOf(free, workspace) }),
  }
}

/** A stretch in which two sides name other people, under the keys by which the sides go. */
export function differenceJson(
  { start, end, before, after }: Difference,
  [was, is]: readonly [string, string] = ['pagerduty', 'file'],
): { readonly [key: string]: Json } {
  return { start: writeUtc(start), end: time(end), [was]: before, [is]: after }
}

/** An instant in UTC; null where there is none or it never comes. */
export function time(at: Instant | undefined): string | null {
  return at === undefined || at === Infinity ? null : writeUtc(at)
}
