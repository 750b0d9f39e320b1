/** People, understood. */
import { movingZone } from '../../time/moving.ts'
import type { Person } from '../../model/person.ts'
import type { Named } from '../format/dictionary.ts'
import type { PersonText } from '../format/person.ts'
import type { Fields } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { understandAbsences } from './absences.ts'
import { checkOnlyOnce, type Seen } from './only-once.ts'
import { checkOrder, momentOf, type Scope } from './scope.ts'
import { settingOf, understandChanges } from './settings.ts'

const NOTHING: ReadonlySet<string> = new Set()

export function understandPeople(
  scope: Scope,
  written: readonly Named<Fields<PersonText>>[],
): Map<string, Person> {
  const people = new Map<string, Person>()
  const emails: Seen = new Map()
  const users: Seen = new Map()
  for (const { id, place, value } of written) {
    scope.report.about(`person ${id}`, () => {
      // Of whom no more could be read than the id, all else is what it is by default.
      const text: Fields<PersonText> = value ?? { where: place, keys: new Map(), meant: NOTHING }
      const email = text.email?.value ?? ''
      checkOnlyOnce(
        text.email,
        emails,
        {
          code: 'same-email',
          words: `two people have the e-mail address ${quote(email)}: give each their own`,
          key: email.toLowerCase(),
        },
        scope.report,
      )
      checkOnlyOnce(
        text.pagerduty,
        users,
        {
          code: 'same-in-pagerduty',
          words: `two people are the user ${quote(text.pagerduty?.value ?? '')} in PagerDuty: give each their own`,
        },
        scope.report,
      )
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
