/** Lists of holidays, understood. */
import { readMonthDay } from '../../time/month-day.ts'
import { yearlyMeantBy } from '../../time/time-words.ts'
import { readDayRange, type DayRange } from '../../time/written.ts'
import { looksYearly, readYearly, writeYearly, type YearlyRange } from '../../time/yearly.ts'
import type { HolidayList, PublicHolidays } from '../../model/holidays.ts'
import type { Named } from '../format/dictionary.ts'
import type { Texts } from '../format/values.ts'
import { quote } from '../quote.ts'
import { datesIn } from '../time-hints.ts'
import { asSeveral, listedAs } from '../around.ts'
import type { Told } from '../format/shape.ts'
import { countryOf, severalCountries } from './countries.ts'
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
      const country = countryOf(scope, entry, () => wayOfEntry(scope, entry))
      if (country !== undefined) countries.push(country)
      continue
    }
    const range = looksYearly(entry.value) ? readYearly(entry.value) : readDayRange(entry.value)
    if (typeof range === 'string') {
      const way = yearlyWay(entry) ?? `: ${range}`
      scope.report.error('bad-date', `${quote(entry.value)}${way}`, entry.place)
    } else if (isYearly(range)) {
      reportWholeYear(scope, range, entry)
      yearly.push(range)
    } else {
      ranges.push(range)
    }
  }
  return { name, ranges: ranges.sort((a, b) => a.first - b.first), yearly, countries }
}

/** A range with its ends the wrong way round goes on nearly all year: nobody means that. */
function reportWholeYear(
  { report }: Scope,
  { first, last }: YearlyRange,
  told: Told<string>,
): void {
  const over = (last.month - first.month) * 31 + last.day - first.day
  const days = over < 0 ? over + 12 * 31 : over
  if (over >= 0 || days < LONG) return
  const meant = writeYearly({ first: last, last: first })
  report.warning(
    'wrong-order',
    `'${told.value}' is nearly the whole year, over New Year (did you mean '${meant}'?)`,
    told.place,
  )
}

/** More days than any holidays last. */
const LONG = 200

/** What a word in a list of holidays means that is no country: several of them, a day of every year. */
function wayOfEntry(scope: Scope, entry: Told<string>): string | undefined {
  const yearly = yearlyWay(entry) ?? severalCountries(entry, scope)
  if (yearly !== undefined) return yearly
  return /holiday|feiertag|easter|christmas|xmas|new year/i.test(entry.value)
    ? `: public holidays come with the code of their country, such as NL, DE-SN or US-CA`
    : undefined
}

/** `12-24`, of `Dec 24`, `24.12.` and `12/24`; several dates. */
function yearlyWay({ value, place }: Told<string>): string | undefined {
  const day = yearlyMeantBy(value)
  if (day !== undefined && day !== value) return `: write '${day}'`
  const several = datesIn(value)
  if (several === undefined) return undefined
  return listedAs(place) === 'dash'
    ? `: that is several dates: write each behind a dash of its own`
    : `: write '${asSeveral(several, place)}'`
}

function isYearly(range: DayRange | YearlyRange): range is YearlyRange {
  return typeof range.first !== 'number'
}
