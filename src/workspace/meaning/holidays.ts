/** Lists of holidays, understood. */
import { readMonthDay } from '../../time/month-day.ts'
import { readDayRange, type DayRange } from '../../time/written.ts'
import { looksYearly, readYearly, type YearlyRange } from '../../time/yearly.ts'
import type { HolidayList, PublicHolidays } from '../../model/holidays.ts'
import type { Named } from '../format/dictionary.ts'
import type { Texts } from '../format/values.ts'
import { quote } from '../quote.ts'
import { countryOf } from './countries.ts'
import type { Scope } from './scope.ts'
import { weekdaysOf } from './weekdays.ts'

export function understandHolidays(
  scope: Scope,
  written: readonly Named<Texts>[],
): Map<string, HolidayList> {
  const lists = new Map<string, HolidayList>()
  for (const { id, place, value } of written) {
    scope.report.about(`list ${id}`, () => {
      if (weekdaysOf(id) !== undefined || readMonthDay(id) !== undefined) {
        scope.report.error(
          'list-named-like-day',
          `a list cannot be named like a ${readMonthDay(id) === undefined ? 'weekday' : 'day of the month'}: rename ${quote(id)}`,
          place,
        )
      }
      lists.set(id, understand(scope, id, value ?? []))
    })
    // `timezone: Asia/Tokyo` that stands too far right is no list.
    if (!scope.report.isSound(`list ${id}`)) scope.report.spoil(`section ${id}`)
  }
  return lists
}

function understand(scope: Scope, name: string, entries: Texts): HolidayList {
  const ranges: DayRange[] = []
  const yearly: YearlyRange[] = []
  const countries: PublicHolidays[] = []
  for (const entry of entries) {
    if (/^[A-Za-z]/.test(entry.value)) {
      const country = countryOf(scope, entry)
      if (country !== undefined) countries.push(country)
      continue
    }
    const range = looksYearly(entry.value) ? readYearly(entry.value) : readDayRange(entry.value)
    if (typeof range === 'string') {
      scope.report.error('bad-date', `${quote(entry.value)}: ${range}`, entry.place)
    } else if (isYearly(range)) {
      yearly.push(range)
    } else {
      ranges.push(range)
    }
  }
  return { name, ranges: ranges.sort((a, b) => a.first - b.first), yearly, countries }
}

function isYearly(range: DayRange | YearlyRange): range is YearlyRange {
  return typeof range.first !== 'number'
}
