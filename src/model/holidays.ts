/** Lists of days that windows and statistics can name. */
import { dateOf, type Day } from '../time/wall.ts'
import type { DayRange } from '../time/written.ts'
import { isInYearly, yearlyBetween, type YearlyRange } from '../time/yearly.ts'

/** The public holidays of a country or region: which days of a year they are. Known to `io`, told to the model. */
export interface PublicHolidays {
  /** `NL`, `DE-SN` */
  readonly code: string
  /** The days of that year, sorted. */
  readonly daysOf: (year: number) => readonly Day[]
}

/** Finds the public holidays of `NL`, `DE-SN`, `US-CA`; undefined where there is no such country or region. */
export type HolidayBook = (code: string) => PublicHolidays | undefined

/** A list of days: dates of its own, some of them in every year, and those of countries. */
export interface HolidayList {
  readonly name: string
  /** Sorted by their first day; they may overlap. */
  readonly ranges: readonly DayRange[]
  /** What comes back each year. */
  readonly yearly: readonly YearlyRange[]
  readonly countries: readonly PublicHolidays[]
}

export function isHoliday(list: HolidayList, day: Day): boolean {
  const { ranges, yearly, countries } = list
  if (ranges.some(({ first, last }) => first <= day && day <= last)) return true
  if (yearly.length > 0 && isInYearly(yearly, day)) return true
  if (countries.length === 0) return false
  const { year } = dateOf(day)
  return countries.some(({ daysOf }) => daysOf(year).includes(day))
}

/** The days of a list from `first` to `last`, both included, sorted, each once. */
export function holidaysBetween(list: HolidayList, first: Day, last: Day): Day[] {
  const days = new Set<Day>()
  for (const range of [...list.ranges, ...yearlyBetween(list.yearly, first, last)]) {
    const end = Math.min(range.last, last)
    for (let day = Math.max(range.first, first); day <= end; day += 1) days.add(day)
  }
  const lastYear = dateOf(last).year
  for (const { daysOf } of list.countries) {
    for (let year = dateOf(first).year; year <= lastYear; year += 1) {
      for (const day of daysOf(year)) if (day >= first && day <= last) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** The last day that a list has; Infinity where it has some in every year. */
export function lastHoliday(list: HolidayList): Day {
  if (list.countries.length + list.yearly.length > 0) return Infinity
  return list.ranges.reduce((last, range) => Math.max(last, range.last), -Infinity)
}
