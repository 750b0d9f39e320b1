/** Days, understood: weekdays, days of the month, and lists of holidays. */
import { readMonthDay, writeMonthDay, type MonthDay } from '../../time/month-day.ts'
import type { Days } from '../../model/days.ts'
import type { HolidayList } from '../../model/holidays.ts'
import type { Told } from '../format/shape.ts'
import type { Texts } from '../format/values.ts'
import { quote } from '../quote.ts'
import type { Scope } from './scope.ts'
import { suggestDay, suggestMeetingDay, weekdaysOf } from './weekdays.ts'

/** What `days` of a window or an absence say: lists of holidays too. */
export function understandDays(scope: Scope, words: Texts): Days {
  return daysOf(scope, words, scope.lists)
}

/** What `days` of a meeting say. */
export function understandMeetingDays(scope: Scope, words: Texts): Days {
  return daysOf(scope, words, undefined)
}

function daysOf(
  scope: Scope,
  words: Texts,
  known: ReadonlyMap<string, HolidayList> | undefined,
): Days {
  let weekdays = 0
  const monthDays: MonthDay[] = []
  const lists: HolidayList[] = []
  const first: { week?: Told<string>; month?: Told<string> } = {}
  for (const told of words) {
    const days = weekdaysOf(told.value)
    const monthDay = readMonthDay(told.value)
    const list = known?.get(told.value)
    if (days !== undefined) {
      weekdays |= days
      first.week ??= told
    } else if (monthDay !== undefined) {
      if (!monthDays.some((other) => writeMonthDay(other) === writeMonthDay(monthDay)))
        monthDays.push(monthDay)
      first.month ??= told
    } else if (list !== undefined) {
      lists.push(list)
    } else {
      reportUnknown(scope, told, known)
    }
  }
  const { week, month } = first
  if (week !== undefined && month !== undefined) {
    const [earlier, later] = [week, month].sort((a, b) => a.place.from - b.place.from)
    scope.report.error(
      'mixed-days',
      `weekdays (${quote(week.value)}) and days of the month (${quote(month.value)}) do not stand in one list: keep one kind`,
      later?.place ?? month.place,
      earlier && { place: earlier.place, note: 'the other kind' },
    )
  }
  return { weekdays, monthDays, lists }
}

function reportUnknown(
  scope: Scope,
  { value, place }: Told<string>,
  known: ReadonlyMap<string, HolidayList> | undefined,
): void {
  const { report } = scope
  if (known === undefined) {
    report.error(
      'unknown-day',
      `unknown day ${quote(value)}${suggestMeetingDay(value, place)}`,
      place,
    )
  } else if (report.isSound('section holidays')) {
    const guess = suggestDay(value, place, known.keys())
    report.error(
      'unknown-day',
      `${quote(value)} is neither a day nor a list of holidays${guess}`,
      place,
    )
  } else {
    report.spoilCurrent()
  }
}
