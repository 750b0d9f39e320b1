/** Times as they are written in the YAML: dates, wall-clock times, fixed instants, ranges, times of day. */
import { DAY, FIRST_YEAR, HOUR, LAST_YEAR, MINUTE, SECOND } from './instant.ts'
import { dayOf, daysInMonth, type Day, type Wall } from './wall.ts'
import type { Zone } from './zone.ts'
import type { Instant } from './instant.ts'

/** What a text says before a zone is known. */
export interface WrittenTime {
  /** The wall-clock time as written; where there is an offset, the wall clock there. */
  readonly wall: Wall
  /** Milliseconds ahead of UTC where the text fixes the instant. */
  readonly offset?: number
  /** A date alone, its midnight meant. */
  readonly dateOnly: boolean
}

/** A time in a zone: what the wall clock shows there, and the instant. */
export interface Moment {
  readonly wall: Wall
  readonly instant: Instant
}

/** Days from `first` to `last`, both included. */
export interface DayRange {
  readonly first: Day
  readonly last: Day
}

const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`
const TIME = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:\.0+)?)?`
const OFFSET = String.raw`(Z|[+-]\d\d(?::?\d\d)?)`
const WHOLE_DATE = new RegExp(`^${DATE}$`)
const WHOLE = new RegExp(`^${DATE}(?:[T ]${TIME}${OFFSET}?)?$`)
const TIME_OF_DAY = new RegExp(`^${TIME}$`)

/** Reads `2026-11-30`, `2026-11-30 16:00`, with `T`, seconds, `Z` or an offset; else a sentence on what is wrong. */
export function readWritten(text: string): WrittenTime | string {
  const found = WHOLE.exec(text)
  if (found === null) return hintFor(text) ?? `expected a time such as '2026-11-30 16:00' or a date`
  const [, year, month, date, hours, minutes, seconds, offset] = found
  const day = readDate(year, month, date)
  if (typeof day === 'string') return day
  if (hours === undefined) return { wall: day * DAY, dateOnly: true }
  const time = timeOfDay(hours, minutes, seconds)
  if (typeof time === 'string') return time
  if (time === DAY) return `24:00 is 00:00 of the next day: write that`
  const wall = day * DAY + time
  if (offset === undefined) return { wall, dateOnly: false }
  const ahead = readOffset(offset)
  if (ahead === undefined) return `there is no offset ${offset}`
  return { wall, offset: ahead, dateOnly: false }
}

/** Reads a date, `2026-11-30`; else a sentence on what is wrong. */
export function readDay(text: string): Day | string {
  const found = WHOLE_DATE.exec(text)
  return found === null
    ? (hintFor(text) ?? `expected a date such as '2026-11-30'`)
    : readDate(found[1], found[2], found[3])
}

/** Reads `2026-12-24` or `2026-12-24..2027-01-01`; else a sentence on what is wrong. */
export function readDayRange(text: string): DayRange | string {
  const [a = '', b, more] = text.split('..')
  if (more !== undefined) return `expected a date or a range such as '2026-12-24..2027-01-01'`
  const first = readDay(a.trim())
  if (typeof first === 'string') return first
  const last = b === undefined ? first : readDay(b.trim())
  if (typeof last === 'string') return last
  return last < first ? `the range ends before it begins` : { first, last }
}

/** Reads `09:00` up to `24:00` into milliseconds since midnight; else a sentence on what is wrong. */
export function readTimeOfDay(text: string): number | string {
  const found = TIME_OF_DAY.exec(text)
  if (found !== null) return timeOfDay(found[1], found[2], found[3])
  return /^\d:\d\d/.test(text)
    ? `expected a time of day with two digits: '0${text}'`
    : `expected a time of day such as '09:00'`
}

/** Puts a written time into the zone that applies: an instant that was fixed is kept, and read on that wall clock. */
export function momentIn(zone: Zone, written: WrittenTime): Moment {
  if (written.offset === undefined) {
    return { wall: written.wall, instant: zone.instantAt(written.wall) }
  }
  const instant = written.wall - written.offset
  return { wall: zone.wallAt(instant), instant }
}

/** The first instant of a day, in a zone. */
export function startOfDay(zone: Zone, day: Day): Instant {
  return zone.instantAt(day * DAY)
}

function readDate(year = '', month = '', date = ''): Day | string {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  if (y < FIRST_YEAR || y > LAST_YEAR) {
    return `the year ${year} is outside ${FIRST_YEAR} to ${LAST_YEAR}`
  }
  if (m < 1 || m > 12) return `there is no month ${month}`
  const last = daysInMonth(y, m)
  if (d < 1 || d > last) return `there is no ${year}-${month}-${date}: that month has ${last} days`
  return dayOf(y, m, d)
}

function timeOfDay(hours = '', minutes = '', seconds = '00'): number | string {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  const time = h * HOUR + m * MINUTE + s * SECOND
  return m > 59 || s > 59 || time > DAY ? `there is no time ${hours}:${minutes}` : time
}

function readOffset(text: string): number | undefined {
  if (text === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(3).replace(':', '') || 0)
  if (hours > 15 || minutes > 59) return undefined
  return (hours * 60 + minutes) * (text.startsWith('-') ? -MINUTE : MINUTE)
}

/** What people write out of habit, and what is meant by it here. */
function hintFor(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d[T ]\d:/.test(text))
    return `expected a time with two digits, such as '09:00'`
  if (/^\d{4}-\d{1,2}-\d{1,2}/.test(text) && !/^\d{4}-\d\d-\d\d/.test(text)) {
    return `expected a date with two digits for month and day, such as '2026-01-05'`
  }
  if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(text) || /^\d{4}[./]\d/.test(text)) {
    return `expected a date as year, month, day, such as '2026-11-30'`
  }
  if (/^\d{4}-\d\d-\d\d.+[A-Za-z]{2,}/.test(text)) {
    return `expected a time without a zone's name (the zone is said by 'timezone')`
  }
  return undefined
}
