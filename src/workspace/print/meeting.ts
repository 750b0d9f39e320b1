/** A meeting as YAML. */
import { writeLength } from '../../time/length.ts'
import { writeDay, writeTimeOfDay, writeWall, writeUtc } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import {
  termsOn,
  type Attendee,
  type Meeting,
  type MeetingChange,
  type Move,
  type Skip,
  type Terms,
} from '../../model/meeting.ts'
import type { Workspace } from '../../model/workspace.ts'
import { wordsOfDays } from '../../model/days.ts'
import { given, list, map, tall, text, word, wordsOf, type Yaml } from './emit.ts'
import { printRole } from './role.ts'
import { rangeText } from './time.ts'

export function printMeeting(meeting: Meeting, { zone: usual }: Workspace): Yaml {
  const { id, name, zone, chair, roles, skip, move, changes, start, end } = meeting
  const { days, at, timezone, duration, every, attendees, place } = printTerms(meeting)
  const isEveryone = meeting.attendees.length === 1 && meeting.attendees[0]?.kind === 'everyone'
  const others = [...roles].map(([role, its]) => [role, printRole(its, start, zone)] as const)
  return tall(
    given({
      name: name === id ? undefined : text(name),
      days,
      at,
      timezone: zone.name === usual.name ? undefined : timezone,
      duration,
      start: start === undefined ? undefined : word(writeDay(start)),
      end: end === undefined ? undefined : word(writeDay(end)),
      every: meeting.every.count === 1 ? undefined : every,
      attendees: isEveryone ? undefined : attendees,
      chair: chair && printRole(chair, start, zone),
      roles: others.length === 0 ? undefined : tall(given(Object.fromEntries(others))),
      skip: skip.length === 0 ? undefined : list(skip.map(printSkip)),
      move: move.length === 0 ? undefined : list(move.map((one) => printMove(one, meeting))),
      place,
      changes: changes.length === 0 ? undefined : list(changes.map(printChange)),
    }),
  )
}

function printChange({ from, said }: MeetingChange): Yaml {
  return map({ from: word(writeDay(from)), ...printTerms(said) })
}

type TermsKey = 'days' | 'at' | 'timezone' | 'duration' | 'every' | 'attendees' | 'place'

function printTerms(terms: Partial<Terms>): { readonly [K in TermsKey]: Yaml | undefined } {
  const { days, at, zone, duration, every, attendees, where } = terms
  return {
    days: days && wordsOf(wordsOfDays(days)),
    at: at === undefined ? undefined : word(writeTimeOfDay(at)),
    timezone: zone && word(zone.name),
    duration: duration && word(writeLength(duration)),
    every: every && word(writeLength(every)),
    attendees: attendees && list(attendees.map(printAttendee)),
    place: where === undefined ? undefined : text(where),
  }
}

function printAttendee(attendee: Attendee): Yaml {
  switch (attendee.kind) {
    case 'everyone':
      return word('everyone')
    case 'person':
      return word(attendee.person)
    case 'on-call':
      return map({ 'on-call': word(attendee.rotation) })
  }
}

function printSkip(skip: Skip): Yaml {
  return word(skip.kind === 'list' ? skip.list.name : rangeText(skip))
}

function printMove({ due, to: { day, moment } }: Move, meeting: Meeting): Yaml {
  const to = moment ? timeText(moment, termsOn(meeting, due).zone) : writeDay(day)
  return map({ from: word(writeDay(due)), to: word(to) })
}

/** With its time, also at midnight: a date alone keeps the meeting's time of day. */
function timeText(moment: { readonly wall: number; readonly instant: number }, zone: Zone): string {
  const { wall, instant } = moment
  return zone.instantAt(wall) === instant ? writeWall(wall) : writeUtc(instant)
}
