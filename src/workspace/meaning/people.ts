/** People, understood. */
import { movingZone } from '../../time/moving.ts'
import type { Person } from '../../model/person.ts'
import type { Named } from '../format/dictionary.ts'
import type { PersonText } from '../format/person.ts'
import type { Fields, Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { understandAbsences } from './absences.ts'
import { checkOrder, momentOf, type Scope } from './scope.ts'
import { settingOf, understandChanges } from './settings.ts'

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
  const setting = settingOf(scope, text, undefined)
  const changes = understandChanges(scope, text.changes ?? [], setting)
  const moves = changes.map((change) => ({ at: change.from.instant, zone: change.zone }))
  const zone = movingZone(setting.zone, moves)
  const isOrdered = checkOrder(text.from, text.until, zone, ['from', 'until'], report)
  const from = isOrdered ? momentOf(text.from, zone) : undefined
  const until = isOrdered ? momentOf(text.until, zone) : undefined
  return {
    id,
    name: text.name?.value ?? id,
    ...(text.email && { email: text.email.value }),
    zone,
    setting,
    changes,
    ...understandAbsences(scope, text.away ?? [], zone),
    contact: (text.contact ?? []).map(({ name, value }) => ({ name, value: value.value })),
    ...(from && { from }),
    ...(until && { until }),
    ...(text.pagerduty && { pagerduty: text.pagerduty.value }),
    place: text.where,
  }
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
