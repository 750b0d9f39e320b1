/** People, understood. */
import type { Zone } from '../../time/zone.ts'
import { WORKING_DAY, type Away, type Person } from '../../model/person.ts'
import type { Named } from '../format/dictionary.ts'
import type { AwayEntry, PersonText } from '../format/person.ts'
import type { Fields, Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { countryOf } from './countries.ts'
import { checkOrder, momentOf, zoneOrOwn, type Scope } from './scope.ts'
import { stretchOf, wholeDays } from './stretch.ts'

const NOTHING: ReadonlySet<string> = new Set()

export function understandPeople(
  scope: Scope,
  written: readonly Named<Fields<PersonText>>[],
): Map<string, Person> {
  const people = new Map<string, Person>()
  const emails = new Map<string, Told<string>>()
  for (const { id, place, value } of written) {
    scope.report.about(`person ${id}`, () => {
      // Of whom no more could be read than the id, all else is what it is by default.
      const text: Fields<PersonText> = value ?? { where: place, keys: new Map(), meant: NOTHING }
      checkEmail(text.email, emails, scope.report)
      people.set(id, { ...understand(scope, id, text), place })
    })
  }
  return people
}

function understand(scope: Scope, id: string, text: Fields<PersonText>): Person {
  const { report } = scope
  const zone = zoneOrOwn(scope, text.timezone)
  checkOrder(text.from, text.until, zone, ['from', 'until'], report)
  const from = momentOf(text.from, zone)
  const until = momentOf(text.until, zone)
  const holidays = text.country && countryOf(scope, text.country)
  const away = (text.away ?? []).flatMap((entry) => understandAway(entry, zone, report) ?? [])
  return {
    id,
    name: text.name?.value ?? id,
    ...(text.email && { email: text.email.value }),
    zone,
    hours: text.hours?.value ?? WORKING_DAY,
    ...(holidays && { holidays }),
    away,
    ...(from && { from }),
    ...(until && { until }),
    ...(text.pagerduty && { pagerduty: text.pagerduty.value }),
    place: text.where,
  }
}

function understandAway(entry: AwayEntry, zone: Zone, report: Report): Away | undefined {
  if ('value' in entry) return { ...wholeDays(entry.value, zone), place: entry.place }
  const why = entry.why && { why: entry.why.value }
  const stretch = stretchOf('an absence', entry, zone, report)
  return stretch && { ...stretch, ...why, place: entry.where }
}

function checkEmail(
  email: Told<string> | undefined,
  known: Map<string, Told<string>>,
  report: Report,
): void {
  if (email === undefined) return
  const first = known.get(email.value.toLowerCase())
  if (first === undefined) {
    known.set(email.value.toLowerCase(), email)
    return
  }
  const related = { place: first.place, note: 'first given here' }
  report.error(
    'same-email',
    `two people have the e-mail address ${quote(email.value)}: give each their own`,
    email.place,
    related,
  )
}
