/** The keys of a meeting, their shapes and what they say. */
import { timeOfDayIn } from '../../time/written.ts'
import type { Meeting } from '../../model/meeting.ts'
import { daysMeantBy } from '../day-words.ts'
import { meetingDays } from './days.ts'
import { skipEntry } from './holidays.ts'
import { role, roles, type RolesText, type RoleText } from './role.ts'
import { record } from './record.ts'
import { choice, list, prose, some, text, type Fields, type Shape, type Told } from './shape.ts'
import { date, length, time, timeOfDay, type Texts, type Times } from './values.ts'
import { zone } from './zone.ts'

interface OnCallText {
  'on-call': Texts
}

export type AttendeeText = Told<string> | Fields<OnCallText>

export interface MoveText {
  from: Told<{ day: number }>
  to: Times
}

/** What can change from a date on. */
export interface TermsText {
  days: Texts
  at: Told<{ time: number }>
  timezone: Told<string>
  duration: Told<Meeting['duration']>
  every: Told<Meeting['every']>
  attendees: readonly AttendeeText[]
  place: Told<string>
}

export interface MeetingChangeText extends TermsText {
  from: Told<{ day: number }>
}

export interface MeetingText extends TermsText {
  name: Told<string>
  start: Told<{ day: number }>
  end: Told<{ day: number }>
  changes: readonly Fields<MeetingChangeText>[]
  chair: Fields<RoleText>
  roles: RolesText
  skip: Texts
  move: readonly Fields<MoveText>[]
}

const attendee: Shape<AttendeeText> = choice<AttendeeText>(
  {
    scalar: { read: text.read, schema: () => ({ ...text.schema(), examples: ['everyone'] }) },
    map: record<OnCallText>('an attendee', {
      'on-call': {
        shape: some(list(text), 'the id of a rotation'),
        doc: 'Whoever holds this rotation.',
        required: true,
      },
    }),
  },
  'a person, or { on-call: ROTATION }',
)

const terms = {
  days: {
    shape: meetingDays,
    doc: 'Weekdays (monday, mon-fri), or days of the month (first monday, last friday, 15th, last day).',
  },
  at: { shape: timeOfDay, doc: 'The time of day at which it begins.' },
  timezone: { shape: zone, doc: 'The zone of its times. Default: the workspace’s.' },
  duration: {
    shape: length(['hours', 'minutes'], '15 minutes'),
    doc: 'How long it takes: 15 minutes, 1 hour.',
  },
  every: {
    shape: length(['months', 'weeks'], '2 weeks'),
    doc: 'Every so many weeks; with days of the month, months. Default: 1.',
    mistaken: (written: string) => (daysMeantBy(written) === undefined ? undefined : 'days'),
  },
  attendees: {
    shape: list(attendee),
    doc: 'everyone (the default), or people and { on-call: ROTATION }.',
  },
  place: { shape: prose, doc: 'Where: a room or an address.' },
}

export const meeting: Shape<Fields<MeetingText>> = record<MeetingText>('a meeting', {
  name: { shape: prose, doc: 'The name as people see it. Default: the id.' },
  ...terms,
  days: { ...terms.days, required: true },
  at: { ...terms.at, required: true },
  duration: { ...terms.duration, required: true },
  start: {
    shape: date,
    doc: 'None before this date; and the phase of `every`.',
    mistaken: (written) => (timeOfDayIn(written) === undefined ? undefined : 'at'),
  },
  end: { shape: date, doc: 'None on this date or later.' },
  chair: {
    shape: role,
    doc: 'Who leads it: goes round with each occurrence that is held, or whoever is on call.',
  },
  roles: { shape: roles, doc: 'What else somebody does in it, by name, each as a chair.' },
  skip: {
    shape: list(skipEntry),
    doc: 'When it is not held: dates, ranges, lists of holidays.',
  },
  move: {
    shape: list(
      record<MoveText>('a move', {
        from: { shape: date, doc: 'The date on which it was due.', required: true },
        to: { shape: time, doc: 'When it is held instead.', required: true },
      }),
    ),
    doc: 'Occurrences that are held at another time.',
  },
  changes: {
    shape: list(
      record<MeetingChangeText>('a change', {
        from: { shape: date, doc: 'What is due on this date or later.', required: true },
        ...terms,
      }),
    ),
    doc: 'What is new from a date on; all else stays, and so does what was before.',
  },
})
