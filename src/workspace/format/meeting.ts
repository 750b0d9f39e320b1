/** The keys of a meeting, their shapes and what they say. */
import type { DayRange } from '../../time/written.ts'
import type { Meeting } from '../../model/meeting.ts'
import { meetingDays } from './days.ts'
import { member, type MemberText } from './member.ts'
import {
  choice,
  list,
  oneOrMany,
  record,
  some,
  text,
  type Fields,
  type Shape,
  type Told,
} from './shape.ts'
import { date, length, range, time, timeOfDay, type Texts, type Times } from './values.ts'

interface OnCallText {
  'on-call': Texts
}

export type AttendeeText = Told<string> | Fields<OnCallText>

export interface ChairText {
  members: readonly Fields<MemberText>[]
  start: Told<{ day: number }>
}

export interface MoveText {
  from: Told<{ day: number }>
  to: Times
}

export interface MeetingText {
  name: Told<string>
  days: Texts
  at: Told<{ time: number }>
  timezone: Told<string>
  duration: Told<Meeting['duration']>
  start: Told<{ day: number }>
  end: Told<{ day: number }>
  every: Told<Meeting['every']>
  attendees: readonly AttendeeText[]
  chair: Fields<ChairText>
  skip: readonly Told<DayRange>[]
  move: readonly Fields<MoveText>[]
  place: Told<string>
}

const attendee: Shape<AttendeeText> = choice<AttendeeText>(
  {
    scalar: text,
    map: record<OnCallText>('an attendee', {
      'on-call': {
        shape: some(oneOrMany(text), 'the id of a rotation'),
        doc: 'Whoever holds this rotation.',
        required: true,
      },
    }),
  },
  'a person, or { on-call: ROTATION }',
)

export const meeting: Shape<Fields<MeetingText>> = record<MeetingText>('a meeting', {
  name: { shape: text, doc: 'The name as people see it. Default: the id.' },
  days: {
    shape: meetingDays,
    doc: 'Weekdays (monday, mon-fri), or days of the month (first monday, last friday, 15th, last day).',
    required: true,
  },
  at: { shape: timeOfDay, doc: 'The time of day at which it begins.', required: true },
  timezone: { shape: text, doc: 'The zone of its times. Default: the workspace’s.' },
  duration: {
    shape: length(['hours', 'minutes'], '15 minutes'),
    doc: 'How long it takes: 15 minutes, 1 hour.',
    required: true,
  },
  start: { shape: date, doc: 'None before this date; and the phase of `every`.' },
  end: { shape: date, doc: 'None on this date or later.' },
  every: {
    shape: length(['months', 'weeks'], '2 weeks'),
    doc: 'Every so many weeks; with days of the month, months. Default: 1.',
  },
  attendees: {
    shape: oneOrMany(attendee),
    doc: 'everyone (the default), or people and { on-call: ROTATION }.',
  },
  chair: {
    shape: record<ChairText>('a chair', {
      members: {
        shape: some(list(member), 'people'),
        doc: 'Who leads it, in order.',
        required: true,
      },
      start: {
        shape: date,
        doc: 'The first occurrence that counts. Default: the meeting’s start.',
      },
    }),
    doc: 'Who leads it: goes round with each occurrence that is held.',
  },
  skip: { shape: oneOrMany(range), doc: 'Dates on which it is not held.' },
  move: {
    shape: list(
      record<MoveText>('a move', {
        from: { shape: date, doc: 'The date on which it was due.', required: true },
        to: { shape: time, doc: 'When it is held instead.', required: true },
      }),
    ),
    doc: 'Occurrences that are held at another time.',
  },
  place: { shape: text, doc: 'Where: a room or an address.' },
})
