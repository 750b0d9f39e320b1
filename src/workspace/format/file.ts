/** The format: every key of a file, its shape and what it says. The JSON Schema for editors is made from it. */
import { checks, type CheckValue } from './checks.ts'
import { dictionary, type Named } from './dictionary.ts'
import { holidayEntry } from './holidays.ts'
import { meeting, type MeetingText } from './meeting.ts'
import { apart, freeOverride, type Apart, type FreeOverrideText } from './override.ts'
import { person, type PersonText } from './person.ts'
import { rotation, type RotationText } from './rotation.ts'
import { record } from './record.ts'
import { list, prose, type Fields, type Shape, type Told } from './shape.ts'
import type { Texts } from './values.ts'
import { zone } from './zone.ts'

export interface FileText {
  team: Told<string>
  timezone: Told<string>
  holidays: readonly Named<Texts>[]
  people: readonly Named<Fields<PersonText>>[]
  rotations: readonly Named<Fields<RotationText>>[]
  overrides: readonly Apart<Fields<FreeOverrideText>>[]
  meetings: readonly Named<Fields<MeetingText>>[]
  checks: readonly Named<CheckValue>[]
}

/** One file. */
export const file: Shape<Fields<FileText>> = record<FileText>('a file', {
  team: { shape: section('team', prose), doc: 'The name of the team; in one file only.' },
  timezone: {
    shape: section('timezone', zone),
    doc: 'The zone of everything that names none. Default: UTC.',
  },
  holidays: {
    shape: section('holidays', dictionary(list(holidayEntry), 'list')),
    doc: 'Lists of days that windows and meetings can name: dates, ranges, the same of every year (12-24), and countries (NL, DE-SN).',
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
    shape: section('checks', checks),
    doc: 'Rules of `rotate check`: off, or their number.',
  },
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
