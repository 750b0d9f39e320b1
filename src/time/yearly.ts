/** Days that come back each year: `12-24`, `12-31..01-01`. */
import { dateOf, dayOf, daysInMonth, type Day } from './wall.ts'
import type { DayRange } from './written.ts'

/** A date without a year; `02-29` is in leap years only. */
export interface YearlyDate {
  readonly month: number
  readonly day: number
}

/** Both included; where the last is before the first in the year, it lies in the next one. */
export interface YearlyRange {
  readonly first: YearlyDate
  readonly last: YearlyDate
}

/** Whether a text is meant as a date without a year, or a range of such. */
export function looksYearly(text: string): boolean {
  return /^\d{1,2}-\d/.test(text)
}

/** Reads `12-24` or `12-31..01-01`; else a sentence on what is wrong. */
export function readYearly(text: string): YearlyRange | string {
  const [a = '', b = a, more] = text.split('..')
  if (more !== undefined) return `expected a day such as '12-24' or a range such as '12-31..01-01'`
  const first = readDate(a.trim())
  if (typeof first === 'string') return first
  const last = readDate(b.trim())
  return typeof last === 'string' ? last : { first, last }
}

/** `12-24`, `12-31..01-01` */
export function writeYearly({ first, last }: YearlyRange): string {
  const isOne = orderOf(first) === orderOf(last)
  return isOne ? writeDate(first) : `${writeDate(first)}..${writeDate(last)}`
}

export function isInYearly(ranges: readonly YearlyRange[], day: Day): boolean {
  if (ranges.length === 0) return false
  const at = orderOf(dateOf(day))
  return ranges.some(({ first, last }) => {
    const [from, to] = [orderOf(first), orderOf(last)]
    return from <= to ? from <= at && at <= to : from <= at || at <= to
  })
}

/** What they are in each year, as far as it touches the days from `first` to `last`. */
export function yearlyBetween(ranges: readonly YearlyRange[], first: Day, last: Day): DayRange[] {
  const found: DayRange[] = []
  for (const range of ranges) {
    const over = orderOf(range.last) < orderOf(range.first) ? 1 : 0
    for (let year = dateOf(first).year - over; year <= dateOf(last).year; year += 1) {
      // In a year without 29 February what begins then begins the day after, and what ends then the day before.
      const begins = dayOf(year, range.first.month, range.first.day)
      const { month, day } = range.last
      const ends = dayOf(year + over, month, Math.min(day, daysInMonth(year + over, month)))
      if (begins <= ends && ends >= first && begins <= last) {
        found.push({ first: begins, last: ends })
      }
    }
  }
  return found
}

function readDate(text: string): YearlyDate | string {
  const found = /^(\d\d)-(\d\d)$/.exec(text)
  if (found === null) return `expected month and day with two digits each, such as '12-24'`
  const [month, day] = [Number(found[1]), Number(found[2])]
  if (month < 1 || month > 12) {
    const way = day >= 1 && day <= 12 ? `: the month comes first, '${found[2]}-${found[1]}'` : ''
    return `there is no month ${found[1]}${way}`
  }
  // Of a leap year.
  const last = daysInMonth(2000, month)
  return day < 1 || day > last ? `there is no ${text}: that month has ${last} days` : { month, day }
}

function writeDate({ month, day }: YearlyDate): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Grows through the year. */
function orderOf({ month, day }: YearlyDate): number {
  return month * 100 + day
}
