/** Wall-clock times: what a calendar and a clock on the wall say, before a zone makes an instant of it. */
import { DAY, HOUR, MINUTE, SECOND } from './instant.ts'

/** A wall-clock time, as the milliseconds that UTC would need to show it. Only a zone makes an instant of it. */
export type Wall = number

/** A calendar day, counted from 1970-01-01. */
export type Day = number

/** 0 is Monday, 6 is Sunday (ISO 8601 less one). */
export type Weekday = number

/** A date of the (proleptic) Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const WEEKDAYS: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

/**
 * The day on which a date falls. Months and days past their end run over, as in `dayOf(2026, 13, 1)`.
 * Days are counted in eras of 400 years that begin in March, so that a leap day is an era's year's last.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 3
  const y = Math.floor(months / 12)
  const m = months - y * 12
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * m + 2) / 5)
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468 + day - 1
}

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** How many days a month has; `month` counts from 1 and may run over. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

export function weekdayOf(day: Day): Weekday {
  return (((day + 3) % 7) + 7) % 7
}

/** `mon`, of a weekday, which may run over. */
export function shortWeekday(weekday: Weekday): string {
  return (WEEKDAYS[weekday % 7] ?? '').slice(0, 3)
}

/** 0 for `mon` or `monday`, up to 6. */
export function weekdayNamed(text: string): Weekday | undefined {
  const day = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text)
  return day < 0 ? undefined : day
}

/** The day on which a wall-clock time falls. */
export function dayOfWall(wall: Wall): Day {
  return Math.floor(wall / DAY)
}

/** The time of day that a wall clock shows, in milliseconds since midnight. */
export function timeOfWall(wall: Wall): number {
  return wall - dayOfWall(wall) * DAY
}

/** A wall-clock time `months` months later; the 31st becomes the last day of a shorter month. */
export function addMonths(wall: Wall, months: number): Wall {
  const day = dayOfWall(wall)
  const date = dateOf(day)
  const last = daysInMonth(date.year, date.month + months)
  return dayOf(date.year, date.month + months, Math.min(date.day, last)) * DAY + (wall - day * DAY)
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** `2026-11-30` */
export function writeDay(day: Day): string {
  const { year, month, day: date } = dateOf(day)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

/** `16:00`, or `16:00:05` where there are seconds; of a time of day in milliseconds, up to `24:00`. */
export function writeTimeOfDay(time: number): string {
  const seconds = Math.floor((time % MINUTE) / SECOND)
  const minutes = `${two(Math.floor(time / HOUR))}:${two(Math.floor((time % HOUR) / MINUTE))}`
  return seconds === 0 ? minutes : `${minutes}:${two(seconds)}`
}

/** `2026-11-30 16:00`, as one would write it in the YAML. */
export function writeWall(wall: Wall): string {
  const day = dayOfWall(wall)
  return `${writeDay(day)} ${writeTimeOfDay(wall - day * DAY)}`
}

/** The same, with the date alone for its midnight. */
export function writeWallShort(wall: Wall): string {
  return timeOfWall(wall) === 0 ? writeDay(dayOfWall(wall)) : writeWall(wall)
}

/** `2026-11-30T16:00:00Z`, of an instant: the form of every time in JSON. */
export function writeUtc(instant: number): string {
  const day = dayOfWall(instant)
  const seconds = Math.floor((instant - day * DAY) / SECOND)
  const hours = Math.floor(seconds / 3600)
  return `${writeDay(day)}T${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`
}
