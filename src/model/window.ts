/** When a layer is active, or when somebody must be on call. PagerDuty calls it a restriction. */
import type { Day } from '../time/wall.ts'
import { isOnDay, type Days } from './days.ts'
import { isHoliday, type HolidayList } from './holidays.ts'

/** Opens on certain days at a time of day, and closes a wall-clock length later (a week at most). */
export interface Window extends Days {
  /** Lists whose days it does not open on. */
  readonly except: readonly HolidayList[]
  /** Milliseconds since midnight. */
  readonly from: number
  /** Milliseconds of wall-clock time from opening to closing. */
  readonly length: number
}

/** Whether a window opens on a day, clock changes left aside. */
export function opensOn(window: Window, day: Day): boolean {
  return isOnDay(window, day) && !window.except.some((list) => isHoliday(list, day))
}

/** Whether the days on which a window opens hang on the date, and not on the weekday alone. */
export function hangsOnDates({ monthDays, lists, except }: Window): boolean {
  return monthDays.length + lists.length + except.length > 0
}
