/** On which days something is: weekdays, days of the month, and those of lists of holidays. */
import { isMonthDay, monthDaysBetween, writeMonthDay, type MonthDay } from '../time/month-day.ts'
import { shortWeekday, weekdayOf, type Day } from '../time/wall.ts'
import { holidaysBetween, isHoliday, lastHoliday, type HolidayList } from './holidays.ts'

export interface Days {
  /** The bit 1 << 0 is Monday. */
  readonly weekdays: number
  /** There are none beside weekdays. */
  readonly monthDays: readonly MonthDay[]
  /** Lists whose days it is on besides. */
  readonly lists: readonly HolidayList[]
}

export const EVERY_WEEKDAY = 0b111_1111

export const EVERY_DAY: Days = { weekdays: EVERY_WEEKDAY, monthDays: [], lists: [] }

export function hasWeekday(weekdays: number, day: Day): boolean {
  return ((weekdays >> weekdayOf(day)) & 1) === 1
}

/** Whether a day is one of them. */
export function isOnDay({ weekdays, monthDays, lists }: Days, day: Day): boolean {
  return (
    hasWeekday(weekdays, day) ||
    isMonthDay(monthDays, day) ||
    lists.some((list) => isHoliday(list, day))
  )
}

/** The days from `first` to `last`, both included, sorted, each once. */
export function daysBetween(days: Days, first: Day, last: Day): Day[] {
  const found: Day[] = []
  if (days.weekdays !== 0) {
    for (let day = first; day <= last; day += 1) if (isOnDay(days, day)) found.push(day)
    return found
  }
  found.push(...monthDaysBetween(days.monthDays, first, last))
  for (const list of days.lists) found.push(...holidaysBetween(list, first, last))
  return [...new Set(found)].sort((a, b) => a - b)
}

/** The last of them; Infinity where they go on. */
export function lastOfDays({ weekdays, monthDays, lists }: Days): Day {
  if (weekdays !== 0 || monthDays.length > 0) return Infinity
  return Math.max(-Infinity, ...lists.map(lastHoliday))
}

/** How they would be written: a word for each run of weekdays, day of the month and list. */
export function wordsOfDays({ weekdays, monthDays, lists }: Days): string[] {
  return [...runsOf(weekdays), ...monthDays.map(writeMonthDay), ...lists.map(({ name }) => name)]
}

/** Weekdays that follow one another as `mon-fri`, also across the end of the week. */
function runsOf(weekdays: number): string[] {
  if (weekdays === EVERY_WEEKDAY) return ['mon-sun']
  const isOn = (day: number): boolean => ((weekdays >> (((day % 7) + 7) % 7)) & 1) === 1
  const runs: string[] = []
  for (let day = 0; day < 7; day += 1) {
    if (!isOn(day) || isOn(day - 1)) continue
    let last = day
    while (isOn(last + 1)) last += 1
    const count = last - day + 1
    if (count === 2) runs.push(shortWeekday(day), shortWeekday(last))
    else runs.push(count === 1 ? shortWeekday(day) : `${shortWeekday(day)}-${shortWeekday(last)}`)
  }
  return runs
}
