/** When a layer is active, or when somebody must be on call. PagerDuty calls it a restriction. */
import type { HolidayList } from './holidays.ts'
import { isHoliday } from './holidays.ts'
import { weekdayOf, type Day } from '../time/wall.ts'

/** Opens on certain days at a time of day, and closes a wall-clock length later (a week at most). */
export interface Window {
  /** Which weekdays it opens on; the bit 1 << 0 is Monday. */
  readonly weekdays: number
  /** Lists whose days it opens on besides. */
  readonly lists: readonly HolidayList[]
  /** Lists whose days it does not open on. */
  readonly except: readonly HolidayList[]
  /** Milliseconds since midnight. */
  readonly from: number
  /** Milliseconds of wall-clock time from opening to closing. */
  readonly length: number
}

export const EVERY_WEEKDAY = 0b111_1111

export function hasWeekday(weekdays: number, day: Day): boolean {
  return ((weekdays >> weekdayOf(day)) & 1) === 1
}

/** Whether a window opens on a day, clock changes left aside. */
export function opensOn({ weekdays, lists, except }: Window, day: Day): boolean {
  return (
    (hasWeekday(weekdays, day) || lists.some((list) => isHoliday(list, day))) &&
    !except.some((list) => isHoliday(list, day))
  )
}
