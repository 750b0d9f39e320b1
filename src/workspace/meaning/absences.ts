/** When somebody is away, understood: times, whole days, and days that come again. */
import type { Zone } from '../../time/zone.ts'
import type { Away, Person, RecurringAway } from '../../model/person.ts'
import type { AwayEntry, AwayText } from '../format/person.ts'
import type { Fields } from '../format/shape.ts'
import { understandDays } from './days.ts'
import { checkOrder, keyPlace, momentOf, type Scope } from './scope.ts'
import { stretchOf, wholeDays } from './stretch.ts'

/** `zone` is the clock of the person. */
export function understandAbsences(
  scope: Scope,
  entries: readonly AwayEntry[],
  zone: Zone,
): Pick<Person, 'away' | 'recurring'> {
  const away: Away[] = []
  const recurring: RecurringAway[] = []
  for (const entry of entries) {
    if ('value' in entry) {
      away.push({ ...wholeDays(entry.value, zone), place: entry.place })
    } else if (entry.keys.has('days')) {
      recurring.push(...comingAgain(scope, entry, zone))
    } else {
      away.push(...once(scope, entry, zone))
    }
  }
  // What a clock change empties is no absence.
  return { away: away.filter(({ start, end }) => start < end), recurring }
}

function once({ report }: Scope, entry: Fields<AwayText>, zone: Zone): Away[] {
  if (entry.keys.has('until')) {
    report.error(
      'days-with-on',
      `'until' bounds 'days' that come again: write 'to'`,
      keyPlace(entry, 'until'),
    )
    return []
  }
  const stretch = stretchOf('an absence', entry, zone, report)
  const why = entry.why && { why: entry.why.value }
  return stretch === undefined ? [] : [{ ...stretch, ...why, place: entry.where }]
}

function comingAgain(scope: Scope, entry: Fields<AwayText>, zone: Zone): RecurringAway[] {
  const { report } = scope
  const also = entry.to ? 'to' : entry.on ? 'on' : undefined
  if (also !== undefined) {
    report.error(
      'days-with-on',
      `'days' come again and again, whole: leave out '${also}', and bound them by 'from' and 'until'`,
      keyPlace(entry, also),
    )
    return []
  }
  checkOrder(entry.from, entry.until, zone, ['from', 'until'], report)
  const from = momentOf(entry.from, zone)
  const until = momentOf(entry.until, zone)
  const isBounded = (key: 'from' | 'until'): boolean =>
    !entry.keys.has(key) || entry[key] !== undefined
  if (entry.days === undefined || !isBounded('from') || !isBounded('until')) return []
  return [
    {
      days: understandDays(scope, entry.days),
      ...(from && { from }),
      ...(until && { until }),
      ...(entry.why && { why: entry.why.value }),
      place: entry.where,
    },
  ]
}
