/** The keys of a person, their shapes and what they say. */
import type { DayRange } from '../../time/written.ts'
import { zoneNamed } from '../../time/zone.ts'
import { weekdaysPattern, windowDays } from './days.ts'
import { record } from './record.ts'
import { choice, list, prose, text, type Fields, type Shape, type Told } from './shape.ts'
import { pairs, type PairText } from './pairs.ts'
import { date, email, hours, range, time, type Texts, type Times } from './values.ts'
import { zone } from './zone.ts'

export interface AwayText {
  days: Texts
  from: Times
  until: Times
  to: Times
  on: Told<DayRange>
  why: Told<string>
}

/** What can change from a date on. */
export interface SettingText {
  timezone: Told<string>
  hours: Told<{ from: number; to: number }>
  country: Told<string>
  weekend: Texts
}

export interface ChangeText extends SettingText {
  from: Told<{ day: number }>
}

export interface PersonText extends SettingText {
  name: Told<string>
  email: Told<string>
  contact: readonly PairText[]
  changes: readonly Fields<ChangeText>[]
  away: readonly AwayEntry[]
  from: Times
  until: Times
  pagerduty: Told<string>
}

export type AwayEntry = Told<DayRange> | Fields<AwayText>

const away: Shape<AwayEntry> = choice<AwayEntry>(
  {
    scalar: range,
    map: record<AwayText>('an absence', {
      from: { shape: time, doc: 'From when, in the person’s own zone.' },
      to: { shape: time, doc: 'Until when; not included.' },
      on: { shape: range, doc: 'Whole days, the last included.' },
      days: {
        shape: windowDays,
        doc: 'Days that come again: fri, first monday, the name of a list of holidays.',
      },
      until: { shape: time, doc: 'Of days that come again: until when they do.' },
      why: { shape: prose, doc: 'The reason, shown where somebody asks.' },
    }),
  },
  `a range of dates, { from, to, why } or { days, why }`,
)

const settingFields = {
  timezone: { shape: zone, doc: 'A zone of the IANA database. Default: the workspace’s.' },
  hours: { shape: hours, doc: 'The working day, for burden and meetings. Default: 09:00-18:00.' },
  country: { shape: text, doc: 'Whose public holidays count for burden: NL, DE-SN, US-CA.' },
  weekend: {
    shape: list({
      read: text.read,
      schema: () => ({ type: 'string', pattern: weekdaysPattern, examples: ['fri-sat'] }),
    }),
    doc: 'The days of the weekend, for burden. Default: the country’s, or sat-sun.',
  },
}

export const person: Shape<Fields<PersonText>> = record<PersonText>(
  'a person',
  {
    name: { shape: prose, doc: 'The name as people see it. Default: the id.' },
    email: { shape: email, doc: 'Needed to sync to PagerDuty only.' },
    ...settingFields,
    contact: {
      shape: pairs('a contact', 'phone: +46 70 000 00 00'),
      doc: 'How to reach them, under any names; never published.',
    },
    changes: {
      shape: list(
        record<ChangeText>('a change', {
          from: { shape: date, doc: 'The first day on which this is true.', required: true },
          ...settingFields,
        }),
      ),
      doc: 'What is true from a date on: a new zone, country, hours or weekend.',
    },
    away: { shape: list(away), doc: 'When the person cannot be on call, in their own zone.' },
    from: { shape: time, doc: 'Comes to the team.' },
    until: { shape: time, doc: 'Leaves the team.' },
    pagerduty: { shape: text, doc: 'The id of their user in PagerDuty, where the e-mail differs.' },
  },
  personMeantBy,
)

/** What somebody means who writes one thing of a person and no key. */
function personMeantBy(text: string): string | undefined {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return `{ email: ${text} }`
  if (zoneNamed(text) !== undefined) return `{ timezone: ${text} }`
  return /^\p{L}[\p{L}\p{N} .'’-]*$/u.test(text) ? `{ name: ${text} }` : undefined
}
