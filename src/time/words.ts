/** Times in words, for people: `Mon 30 Nov 16:00`. Never without a zone. */
import { DAY, HOUR, MINUTE, SECOND, type Instant } from './instant.ts'
import {
  dateOf,
  dayOfWall,
  timeOfWall,
  weekdayOf,
  WEEKDAYS,
  writeTimeOfDay,
  type Day,
} from './wall.ts'
import type { Zone } from './zone.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Mon 30 Nov 16:00`; with the year where that is not the year of `now` in the zone. */
export function sayTime(zone: Zone, at: Instant, now: Instant): string {
  return `${sayDate(zone, at, now)} ${sayTimeOfDay(zone, at)}`
}

/** `Mon 30 Nov`; with the year where that is not the year of `now` in the zone. */
export function sayDate(zone: Zone, at: Instant, now: Instant): string {
  return sayDayNear(dayOfWall(zone.wallAt(at)), dayOfWall(zone.wallAt(now)))
}

/** `Mon 30 Nov`; with the year where that is not the year of another day. */
export function sayDayNear(day: Day, other: Day): string {
  return dateOf(day).year === dateOf(other).year ? sayShortDay(day) : sayDay(day)
}

/** `Mon 30 Nov 2026 16:00`, always with the year: for what is written today and read next year. */
export function sayFullTime(zone: Zone, at: Instant): string {
  return `${sayDay(dayOfWall(zone.wallAt(at)))} ${sayTimeOfDay(zone, at)}`
}

/** `Mon 30 Nov 2026` */
export function sayDay(day: Day): string {
  return `${sayShortDay(day)} ${dateOf(day).year}`
}

/** `16:00` */
export function sayTimeOfDay(zone: Zone, at: Instant): string {
  return writeTimeOfDay(timeOfWall(zone.wallAt(at)))
}

/** `UTC+1`, `UTC-3:30`, `UTC`: how far the zone's clock is ahead then. */
export function sayOffset(zone: Zone, at: Instant): string {
  const offset = zone.offsetAt(at)
  if (offset === 0) return 'UTC'
  const ahead = Math.abs(offset)
  const hours = Math.floor(ahead / HOUR)
  const minutes = Math.floor((ahead % HOUR) / MINUTE)
  const more = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `UTC${offset < 0 ? '-' : '+'}${hours}${more}`
}

/** `6 d 4 h`, `3 h 20 min`, `15 min`: the two largest units of an elapsed time. */
export function sayElapsed(time: number): string {
  const days = Math.floor(time / DAY)
  const hours = Math.floor((time % DAY) / HOUR)
  const minutes = Math.floor((time % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  return `${minutes} min`
}

/** `50 s`, `6 min`, `1 h 12 min`: an elapsed time, rounded to the minute from one on. */
export function sayShort(time: number): string {
  return time < MINUTE
    ? `${Math.round(time / SECOND)} s`
    : sayElapsed(Math.round(time / MINUTE) * MINUTE)
}

/** `Mon 30 Nov` */
export function sayShortDay(day: Day): string {
  const { month, day: date } = dateOf(day)
  return `${capital(WEEKDAYS[weekdayOf(day)]?.slice(0, 3) ?? '')} ${date} ${MONTHS[month - 1]}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
