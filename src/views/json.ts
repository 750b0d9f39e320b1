/** Answers for programs. The keys stay; times are UTC. docs/json.md describes them. */
import { writeUtc } from '../time/wall.ts'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Problem } from '../model/problem.ts'
import { positionOf } from '../model/place.ts'
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

/** Shifts, as data. */
export function shiftsJson(
  { start, end }: Interval,
  shifts: readonly Shift[],
  unknown: readonly string[],
): Json {
  return { from: writeUtc(start), to: writeUtc(end), shifts: shifts.map(shiftJson), unknown }
}

function shiftJson(shift: Shift): Json {
  const { rotation, layer, turn, people, start, end, overrides } = shift
  return {
    rotation: rotation.id,
    layer: layer?.name ?? null,
    turn,
    people,
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
): Readonly<Record<string, Json>> {
  return { at: writeUtc(at), rotations: holders.map(holderJson), unknown }
}

/** The overview, as data, to which more may be added. */
export function statusJson(status: Status): Readonly<Record<string, Json>> {
  return {
    at: writeUtc(status.at),
    rotations: status.holders.map(holderJson),
    handoffs: status.ahead.map(shiftJson),
    meetings: status.meetings.map(occurrenceJson),
    problems: countBySeverity(status.problems),
    unknown: [...status.unknown, ...status.unknownMeetings],
  }
}

function holderJson({ rotation, shift, since, until, next }: Holder): Json {
  return {
    rotation: rotation.id,
    people: shift?.people ?? [],
    since: time(since),
    until: time(until),
    layer: shift?.layer?.name ?? null,
    turn: shift?.turn ?? null,
    override: (shift?.overrides.length ?? 0) > 0,
    next:
      next === undefined
        ? null
        : { people: next.people, start: writeUtc(next.start), end: time(next.end) },
  }
}

/** Meetings that are held, as data. */
export function meetingsJson(
  { start, end }: Interval,
  occurrences: readonly Occurrence[],
  unknown: readonly string[],
): Json {
  return {
    from: writeUtc(start),
    to: writeUtc(end),
    meetings: occurrences.map(occurrenceJson),
    unknown,
  }
}

function occurrenceJson(occurrence: Occurrence): Json {
  const { meeting, start, end, chair, roles, attendees, due } = occurrence
  return {
    meeting: meeting.id,
    start: writeUtc(start),
    end: writeUtc(end),
    chair,
    roles: Object.fromEntries(roles),
    attendees,
    due: writeUtc(due),
  }
}

/** Problems with their places, as data. */
export function problemsJson(problems: readonly Problem[]): Json {
  return { problems: problems.map(problemJson) }
}

function problemJson(problem: Problem): Json {
  const { code, severity, message, place, rotation, rotations, meeting, people, start, end } =
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
    ...(people && { people }),
    ...(start !== undefined && { start: time(start) }),
    ...(end !== undefined && { end: time(end) }),
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
