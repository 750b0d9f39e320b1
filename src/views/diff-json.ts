/** `rotate diff` for programs. */
import type { Weight } from '../insight/diff-burden.ts'
import { HOUR } from '../time/instant.ts'
import { writeDay, writeUtc } from '../time/wall.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import type { Tally } from '../insight/diff-people.ts'
import type { MeetingDiff, OccurrenceDiff, Attending } from '../insight/diff-meetings.ts'
import type { DiffShown } from './diff.ts'
import { differenceJson, type Json } from './json.ts'
import type { Stretch } from '../insight/diff-rotations.ts'

/** What differs between two states of a workspace, as data. */
export function diffJson({ diff, from, to, notice }: DiffShown): Json {
  const { within, rotations, people, burdens, meetings, unknown, unknownMeetings } = diff
  return {
    from: writeUtc(within.start),
    to: writeUtc(within.end),
    before: from,
    after: to,
    rotations: rotations.map(({ id, change, handoffs, lineUp, stretches }) => ({
      rotation: id,
      change,
      handoffs,
      line_up: lineUp,
      stretches: stretches.map(stretchJson),
    })),
    people: people.map(({ id, ahead, past, freed, taken }) => ({
      person: id,
      ...tallyJson(ahead),
      past: tallyJson(past),
      holidays_freed: freed.map(writeDay),
      holidays_taken: taken.map(writeDay),
    })),
    burdens: burdens.map(({ id, ahead, past }) => ({
      person: id,
      ...weightJson(ahead),
      past: weightJson(past),
    })),
    meetings: meetings.map(meetingJson),
    unknown,
    unknown_meetings: unknownMeetings,
    ...(notice && {
      notice: { until: writeUtc(notice.until), moved: notice.near.map(stretchJson) },
    }),
  }
}

function stretchJson(stretch: Stretch): Json {
  return { ...differenceJson(stretch, ['before', 'after']), when: stretch.when }
}

function weightJson({ offHours, nightHours, weekendHours, holidayHours }: Weight): {
  [key: string]: Json
} {
  return {
    off_hours: rounded(offHours),
    night_hours: rounded(nightHours),
    weekend_hours: rounded(weekendHours),
    holiday_hours: rounded(holidayHours),
  }
}

/** To the second, more or less. */
function rounded(hours: number): number {
  return Math.round(hours * 1000) / 1000
}

/** Hours to the second: programs add them up. */
function tallyJson({ shifts, time }: Tally): { [key: string]: Json } {
  return { shifts, hours: Math.round((time / HOUR) * 1000) / 1000 }
}

function meetingJson({ id, change, occurrences, comes, leaves }: MeetingDiff): Json {
  return {
    meeting: id,
    change,
    occurrences: occurrences.map(({ kind, role, when, before, after }: OccurrenceDiff) => ({
      kind,
      ...(role !== undefined && { role }),
      when,
      before: occurrence(before),
      after: occurrence(after),
    })),
    comes: comes.map(attending),
    leaves: leaves.map(attending),
  }
}

function occurrence(one: Occurrence | undefined): Json {
  if (one === undefined) return null
  const { start, end, chair, roles } = one
  return { start: writeUtc(start), end: writeUtc(end), chair, roles: Object.fromEntries(roles) }
}

function attending({ person, count, first }: Attending): Json {
  return { person, count, first: writeUtc(first) }
}
