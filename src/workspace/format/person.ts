/** The keys of a person, their shapes and what they say. */
import type { DayRange } from '../../time/written.ts'
import { zoneNamed } from '../../time/zone.ts'
import { choice, list, prose, record, text, type Fields, type Shape, type Told } from './shape.ts'
import { email, hours, range, time, type Times } from './values.ts'
import { zone } from './zone.ts'

interface AwayText {
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

const away: Shape<AwayEntry> = choice<AwayEntry>(
  {
    scalar: range,
    map: record<AwayText>('an absence', {
      from: { shape: time, doc: 'From when, in the person’s own zone.' },
      to: { shape: time, doc: 'Until when; not included.' },
      on: { shape: range, doc: 'Whole days, the last included.' },
      why: { shape: prose, doc: 'The reason, shown where somebody asks.' },
    }),
  },
  `a range of dates, or { from, to, why }`,
)

export const person: Shape<Fields<PersonText>> = record<PersonText>(
  'a person',
  {
    name: { shape: prose, doc: 'The name as people see it. Default: the id.' },
    email: { shape: email, doc: 'Needed to sync to PagerDuty only.' },
    timezone: { shape: zone, doc: 'A zone of the IANA database. Default: the workspace’s.' },
    hours: { shape: hours, doc: 'The working day, for burden and meetings. Default: 09:00-18:00.' },
    country: { shape: text, doc: 'Whose public holidays count for burden: NL, DE-SN, US-CA.' },
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
