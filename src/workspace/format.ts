/** The format: every key of a file, its shape and what it says. The JSON Schema for editors is made from it. */
import { readLength, type Length, type Unit } from '../time/length.ts'
import {
  readDay,
  readDayRange,
  readTimeOfDay,
  readWritten,
  type DayRange,
  type WrittenTime,
} from '../time/written.ts'
import type { Place } from '../model/place.ts'
import { overrideText } from './report.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Layer } from '../model/rotation.ts'
import { dictionary, type Named } from './dictionary.ts'
import { choice, list, oneOrMany, read, record, scalar, some, text, word } from './shape.ts'
import type { Fields, JsonSchema, Shape, Told } from './shape.ts'

export type Times = Told<WrittenTime>
export type Texts = readonly Told<string>[]

export interface AwayText {
  from: Times
  to: Times
  on: Told<DayRange>
  why: Told<string>
}

export interface PersonText {
  name: Told<string>
  email: Told<string>
  timezone: Told<string>
  hours: Told<{ from: number; to: number }>
  country: Told<string>
  away: readonly AwayEntry[]
  from: Times
  until: Times
  pagerduty: Told<string>
}
export type AwayEntry = Told<DayRange> | Fields<AwayText>

export interface MemberText {
  who: Texts
  from: Times
  until: Times
}

export interface WindowText {
  days: Texts
  from: Told<string>
  to: Told<string>
  except: Texts
}
export type CoverageText = Told<'always' | 'none'> | readonly Fields<WindowText>[]

export interface LayerText {
  name: Told<string>
  timezone: Told<string>
  start: Times
  end: Times
  turn: Told<Layer['turn']>
  members: readonly Fields<MemberText>[]
  during: readonly Fields<WindowText>[]
}

export interface OverrideText {
  who: Texts
  add: Texts
  instead_of: Told<string>
  from: Times
  to: Times
  on: Told<DayRange>
  why: Told<string>
}
export interface FreeOverrideText extends OverrideText {
  rotation: Texts
}

/** Something that is read as a subject of its own: where it stands, and what it says unless that was wrong. */
export interface Apart<T> {
  readonly value: T | undefined
  readonly place: Place
}

export interface PagerDutyText {
  schedule: Told<string>
  kind: Told<'shifts' | 'layers'>
  foreign: Told<'keep' | 'remove'>
}

export interface RotationText extends LayerText {
  coverage: CoverageText
  layers: readonly Fields<LayerText>[]
  overrides: Apart<readonly Fields<OverrideText>[]>
  follows: Told<string>
  by: Told<{ turns: number }>
  pagerduty: Fields<PagerDutyText>
}

export interface OnCallText {
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
  every: Told<Length<'weeks'>>
  attendees: readonly AttendeeText[]
  chair: Fields<ChairText>
  skip: readonly Told<DayRange>[]
  move: readonly Fields<MoveText>[]
  place: Told<string>
}

export interface FileText {
  team: Told<string>
  timezone: Told<string>
  holidays: readonly Named<Texts>[]
  people: readonly Named<Fields<PersonText>>[]
  rotations: readonly Named<Fields<RotationText>>[]
  overrides: readonly Apart<Fields<FreeOverrideText>>[]
  meetings: readonly Named<Fields<MeetingText>>[]
  checks: readonly Named<Told<string>>[]
}

const TIME: JsonSchema = { type: 'string', examples: ['2026-11-30 16:00', '2026-11-30'] }
const DATE: JsonSchema = { type: 'string', examples: ['2026-11-30'] }
const RANGE: JsonSchema = { type: 'string', examples: ['2026-12-24', '2026-12-24..2027-01-01'] }

const time: Shape<Times> = scalar('bad-time', readWritten, TIME)
const date: Shape<Told<{ day: number }>> = scalar(
  'bad-date',
  (written) => wrap(readDay(written), (day) => ({ day })),
  DATE,
)
const range: Shape<Told<DayRange>> = scalar('bad-date', readDayRange, RANGE)
const timeOfDay: Shape<Told<{ time: number }>> = scalar(
  'bad-time',
  (written) =>
    written === '24:00'
      ? `a day ends there: write 00:00, and in 'days' the day after`
      : wrap(readTimeOfDay(written), (at) => ({ time: at })),
  // YAML 1.1 makes a number of it: sixteen times sixty.
  { type: ['string', 'number'], examples: ['16:00'] },
)

function length<U extends Unit>(units: readonly U[], example: string): Shape<Told<Length<U>>> {
  const readShort = (written: string): Length<U> | string =>
    /^\d{8}/.test(written)
      ? 'expected a number of at most seven digits'
      : readLength(written, units)
  return scalar('bad-length', readShort, { type: 'string', examples: [example] })
}

function wrap<T, U>(read: T | string, into: (value: T) => U): U | string {
  return typeof read === 'string' ? read : into(read)
}

const hours: Shape<Told<{ from: number; to: number }>> = scalar(
  'bad-time',
  (written) => {
    const [first = '', second, more] = written.split('-')
    if (second === undefined || more !== undefined) return `expected hours such as '09:00-18:00'`
    const from = readTimeOfDay(first.trim())
    const to = readTimeOfDay(second.trim())
    if (typeof from === 'string') return from
    if (typeof to === 'string') return to
    return from === to
      ? `the working day has no length: expected hours such as '09:00-18:00'`
      : { from, to }
  },
  { type: 'string', examples: ['09:00-18:00'] },
)

const email: Shape<Told<string>> = {
  schema: () => ({ type: 'string', format: 'email' }),
  read(node, report) {
    const told = text.read(node, report)
    if (told === undefined || /^[^\s@]+@[^\s@]+$/.test(told.value)) return told
    return report.error(
      'bad-email',
      `'${told.value}': expected an e-mail address such as 'alice@example.com'`,
      told.place,
    )
  },
}

const away: Shape<AwayEntry> = choice<AwayEntry>(
  {
    scalar: range,
    map: record<AwayText>('an absence', {
      from: { shape: time, doc: 'From when, in the person’s own zone.' },
      to: { shape: time, doc: 'Until when; not included.' },
      on: { shape: range, doc: 'Whole days, the last included.' },
      why: { shape: text, doc: 'The reason, shown where somebody asks.' },
    }),
  },
  `a range of dates, or { from, to, why }`,
)

export const person: Shape<Fields<PersonText>> = record<PersonText>('a person', {
  name: { shape: text, doc: 'The name as people see it. Default: the id.' },
  email: { shape: email, doc: 'Needed to sync to PagerDuty only.' },
  timezone: { shape: text, doc: 'A zone of the IANA database. Default: the workspace’s.' },
  hours: { shape: hours, doc: 'The working day, for burden and meetings. Default: 09:00-18:00.' },
  country: { shape: text, doc: 'Whose public holidays count for burden: NL, DE-SN, US-CA.' },
  away: { shape: list(away), doc: 'When the person cannot be on call, in their own zone.' },
  from: { shape: time, doc: 'Comes to the team.' },
  until: { shape: time, doc: 'Leaves the team.' },
  pagerduty: { shape: text, doc: 'The id of their user in PagerDuty, where the e-mail differs.' },
})

const who: Shape<Texts> = some(oneOrMany(text), `a person, or 'nobody'`)

const datedMember: Shape<Fields<MemberText>> = record<MemberText>('a member', {
  who: { shape: who, doc: 'A person, or several who are on call at once.', required: true },
  from: { shape: time, doc: 'Takes part in turns that begin then or later.' },
  until: { shape: time, doc: 'Takes part in turns that begin before.' },
})

const plainMember: Shape<Fields<MemberText>> = {
  schema: who.schema,
  read(node, report) {
    const people = who.read(node, report)
    return people && { who: people, where: node.place, keys: new Map(), meant: new Set() }
  },
}

const member: Shape<Fields<MemberText>> = choice(
  { scalar: plainMember, list: plainMember, map: datedMember },
  'a person, a list of people who are on call at once, or { who, from, until }',
)

const window: Shape<Fields<WindowText>> = record<WindowText>('a window', {
  days: {
    shape: some(oneOrMany(text), 'a day or the name of a list of holidays'),
    doc: 'Days it opens on: mon, mon-fri, the name of a list of holidays. Default: all.',
  },
  from: {
    shape: text,
    doc: 'Opens at: 09:00, or fri 17:00 for a weekly stretch.',
    required: true,
  },
  to: {
    shape: text,
    doc: 'Closes at: 17:00, 24:00, or mon 09:00 for a weekly stretch.',
    required: true,
  },
  except: { shape: oneOrMany(text), doc: 'Lists of holidays on whose days it does not open.' },
})

const windows: Shape<readonly Fields<WindowText>[]> = oneOrMany(window)

const coverage: Shape<CoverageText> = choice<CoverageText>(
  { scalar: word(['always', 'none']), list: windows, map: windows },
  `'always', 'none', a window or a list of windows`,
)

const layerFields = {
  name: { shape: text, doc: 'The name of the layer. Default: its number.' },
  timezone: { shape: text, doc: 'The zone of its times. Default: the rotation’s.' },
  start: { shape: time, doc: 'The first handoff: turn 0 begins.' },
  end: { shape: time, doc: 'From then on the layer holds nothing.' },
  turn: {
    shape: length(['hours', 'days', 'months', 'shifts', 'weeks'], '1 week'),
    doc: 'How long each turn is: hours, days, weeks, months, or shifts (openings of its windows).',
  },
  members: {
    shape: some(list(member), `people, or 'nobody' for turns left empty`),
    doc: 'Who takes turns, in order. A list in it is a pair.',
  },
  during: {
    shape: some(windows, `a window: { days, from, to }`),
    doc: 'When the layer is active. Default: always.',
  },
}

const layer: Shape<Fields<LayerText>> = record<LayerText>('a layer', {
  ...layerFields,
  start: { ...layerFields.start, required: true },
  turn: { ...layerFields.turn, required: true },
  members: { ...layerFields.members, required: true },
})

const overrideFields = {
  who: { shape: who, doc: 'Who is on call instead; nobody empties the stretch.' },
  add: { shape: who, doc: 'Who is on call besides.' },
  instead_of: {
    shape: text,
    doc: 'Whom `who` replaces, and only there. Default: whoever is there.',
  },
  from: { shape: time, doc: 'From when.' },
  to: { shape: time, doc: 'Until when; not included.' },
  on: { shape: range, doc: 'Whole days, the last included.' },
  why: { shape: text, doc: 'The reason, shown where somebody asks.' },
}

const freeOverride: Shape<Fields<FreeOverrideText>> = record<FreeOverrideText>('an override', {
  rotation: {
    shape: some(oneOrMany(text), 'the id of a rotation'),
    doc: 'Which rotation, or which ones.',
    required: true,
  },
  ...overrideFields,
})

/** Reads overrides as a subject of their own: what is wrong in them is no fault of the turns beneath. */
function apart<T>(shape: Shape<T>): Shape<Apart<T>> {
  return {
    schema: shape.schema,
    read: (node, report) => ({
      value: report.about(overrideText(node.place), () => read(shape, node, report)),
      place: node.place,
    }),
  }
}

export const rotation: Shape<Fields<RotationText>> = record<RotationText>('a rotation', {
  ...layerFields,
  name: { shape: text, doc: 'The name as people see it. Default: the id.' },
  timezone: { shape: text, doc: 'The zone of its times. Default: the workspace’s.' },
  coverage: { shape: coverage, doc: 'When somebody must be on call. Default: always.' },
  layers: { shape: list(layer), doc: 'Repeating patterns; later ones lie on top.' },
  overrides: {
    shape: apart(list(record<OverrideText>('an override', overrideFields))),
    doc: 'Somebody else, for a stretch; later ones win.',
  },
  follows: { shape: text, doc: 'Another rotation whose roster and turns this one has.' },
  by: {
    shape: scalar('bad-number', readTurns, { type: ['integer', 'string'], examples: [1] }),
    doc: 'How many turns ahead of the followed rotation. Default: 1.',
  },
  pagerduty: {
    shape: record<PagerDutyText>('a PagerDuty schedule', {
      schedule: { shape: text, doc: 'The id of the schedule. Default: found by name, or created.' },
      kind: { shape: word(['shifts', 'layers']), doc: 'Of a new one. Default: shifts.' },
      foreign: {
        shape: word(['keep', 'remove']),
        doc: 'Overrides made there by hand. Default: keep.',
      },
    }),
    doc: 'How it is kept in PagerDuty.',
  },
})

function readTurns(written: string): { turns: number } | string {
  if (/^[+-]?\d{7,}$/.test(written)) return 'expected at most six digits'
  return /^[+-]?\d+$/.test(written)
    ? { turns: Number(written) }
    : 'expected a whole number of turns, such as 1 or -1'
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
    shape: some(oneOrMany(text), 'a weekday'),
    doc: 'Weekdays: monday, mon-fri.',
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
  every: { shape: length(['weeks'], '2 weeks'), doc: 'Every so many weeks. Default: 1 week.' },
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

/** A key of a file: what is wrong in it, but not in one of its entries, makes the whole section unsound. */
function section<T>(name: keyof FileText, shape: Shape<T>): Shape<T> {
  return {
    schema: shape.schema,
    read(node, report) {
      const inside = (): T | undefined =>
        report.about(`section ${name}`, () => shape.read(node, report))
      // Where the text is broken its pieces may look wrong only for that.
      return node.faulty ? report.quietly(inside) : inside()
    },
  }
}

/** One file. */
export const file: Shape<Fields<FileText>> = record<FileText>('a file', {
  team: { shape: section('team', text), doc: 'The name of the team; in one file only.' },
  timezone: {
    shape: section('timezone', text),
    doc: 'The zone of everything that names none. Default: UTC.',
  },
  holidays: {
    shape: section('holidays', dictionary(oneOrMany(text), 'list')),
    doc: 'Lists of days that windows can name: dates, ranges, and countries (NL, DE-SN).',
  },
  people: { shape: section('people', dictionary(person, 'person')), doc: 'The people, by id.' },
  rotations: {
    shape: section('rotations', dictionary(rotation, 'rotation')),
    doc: 'The rotations, by id.',
  },
  overrides: {
    shape: section('overrides', list(apart(freeOverride))),
    doc: 'Overrides of any rotation, in a file of their own.',
  },
  meetings: {
    shape: section('meetings', dictionary(meeting, 'meeting')),
    doc: 'The meetings, by id.',
  },
  checks: {
    shape: section('checks', dictionary(text, 'check')),
    doc: 'Rules of `rotate check`: off, or their number.',
  },
})

/** The keys of a file. */
export const SECTIONS: readonly (keyof FileText)[] = [
  'team',
  'timezone',
  'holidays',
  'people',
  'rotations',
  'overrides',
  'meetings',
  'checks',
]
