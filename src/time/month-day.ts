/** Days of the month: `first monday`, `last friday`, `15th`, `last day`. */
import {
  dateOf,
  dayOf,
  daysInMonth,
  weekdayNamed,
  weekdayOf,
  WEEKDAYS,
  type Day,
  type Weekday,
} from './wall.ts'

/** A day that a month has at most once. */
export type MonthDay =
  /** `nth` from 1 to 5, of which a month may lack the fifth; 0 is the last. */
  | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: Weekday }
  /** From 1 to 31; in a shorter month its last day. */
  | { readonly kind: 'date'; readonly date: number }

const WORDS = ['last', 'first', 'second', 'third', 'fourth', 'fifth']

/** The day that it is in a month (counted from 1, may run over); undefined where the month has no fifth. */
export function dayInMonth(monthDay: MonthDay, year: number, month: number): Day | undefined {
  const first = dayOf(year, month, 1)
  const count = daysInMonth(year, month)
  if (monthDay.kind === 'date') return first + Math.min(monthDay.date, count) - 1
  const before = (monthDay.weekday - weekdayOf(first) + 7) % 7
  const nth = monthDay.nth === 0 ? Math.ceil((count - before) / 7) : monthDay.nth
  const day = before + (nth - 1) * 7
  return day < count ? first + day : undefined
}

/** Whether a day is one of them in its month. */
export function isMonthDay(monthDays: readonly MonthDay[], day: Day): boolean {
  if (monthDays.length === 0) return false
  const { year, month } = dateOf(day)
  return monthDays.some((each) => dayInMonth(each, year, month) === day)
}

/** All of them from `first` to `last`, both included, sorted, each once. */
export function monthDaysBetween(monthDays: readonly MonthDay[], first: Day, last: Day): Day[] {
  if (monthDays.length === 0 || first > last) return []
  const { year, month } = dateOf(first)
  const days = new Set<Day>()
  for (let next = month; dayOf(year, next, 1) <= last; next += 1) {
    for (const each of monthDays) {
      const day = dayInMonth(each, year, next)
      if (day !== undefined && first <= day && day <= last) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** How many months lie between the months of two days. */
export function monthsBetween(first: Day, last: Day): number {
  const [a, b] = [dateOf(first), dateOf(last)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** Reads `first monday`, `1st mon`, `15th`, `last day`; undefined for anything else. */
export function readMonthDay(text: string): MonthDay | undefined {
  const [first = '', second, more] = text.toLowerCase().split(/ +/)
  if (more !== undefined) return undefined
  const number = ordinal(first)
  if (second === undefined) {
    return number !== undefined && number > 0 && /^\d/.test(first)
      ? { kind: 'date', date: number }
      : undefined
  }
  if (first === 'last' && second === 'day') return { kind: 'date', date: 31 }
  const weekday = weekdayNamed(second)
  if (number === undefined || number > 5 || weekday === undefined) return undefined
  return { kind: 'weekday', nth: number, weekday }
}

/** `first monday`, `15th`, `last day`; in words that `readMonthDay` reads as the same. */
export function writeMonthDay(monthDay: MonthDay): string {
  if (monthDay.kind === 'weekday')
    return `${WORDS[monthDay.nth]} ${WEEKDAYS[monthDay.weekday] ?? ''}`
  return monthDay.date === 31 ? 'last day' : writeOrdinal(monthDay.date)
}

/** `1st`, `2nd`, `11th` */
export function writeOrdinal(number: number): string {
  const ending = Math.floor(number / 10) % 10 === 1 ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10]
  return `${number}${ending ?? 'th'}`
}

/** 0 for `last`, 1 for `first` and `1st`, up to 31. */
function ordinal(text: string): number | undefined {
  const word = WORDS.indexOf(text)
  if (word >= 0) return word
  const number = Number.parseInt(text, 10)
  return number >= 1 && number <= 31 && text === writeOrdinal(number) ? number : undefined
}
