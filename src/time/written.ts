/** Times as they are written in the YAML: dates, wall-clock times, fixed instants, ranges, times of day. */
import { quoteList } from './list.ts'
import { DAY, FIRST_YEAR, HOUR, LAST_YEAR, MINUTE, SECOND } from './instant.ts'
import {
  dateMeantBy,
  hoursMeantBy,
  isTwoDates,
  rangeMeantBy,
  timeMeantBy,
  timeOfDayMeantBy,
  timesMeantBy,
} from './time-words.ts'
import { dateOf, dayOf, daysInMonth, writeDay, type Day, type Wall } from './wall.ts'
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
  if (found === null) {
    const meant = asMeant(text, timeMeantBy, readWritten)
    return meant ?? hintFor(text) ?? `expected a time such as '2026-11-30 16:00' or a date`
  }
  const [, year, month, date, hours, minutes, seconds, offset] = found
  const day = readDate(year, month, date)
  if (typeof day === 'string') return day
  if (hours === undefined) return { wall: day * DAY, dateOnly: true }
  const time = timeOfDay(hours, minutes, seconds)
  if (typeof time === 'string') return time
  if (time === DAY) return `24:00 is 00:00 of the next day: write '${writeDay(day + 1)} 00:00'`
  const wall = day * DAY + time
  if (offset === undefined) return { wall, dateOnly: false }
  const ahead = readOffset(offset)
  if (ahead === undefined) return `there is no offset ${offset}`
  return { wall, offset: ahead, dateOnly: false }
}

/** Reads a date, `2026-11-30`; else a sentence on what is wrong. */
export function readDay(text: string): Day | string {
  const found = WHOLE_DATE.exec(text)
  if (found !== null) return readDate(found[1], found[2], found[3])
  const [date] = WHOLE.test(text) ? text.split(/[T ]/) : []
  if (date !== undefined) return `a date has no time of day: write '${date}'`
  const meant = asMeant(text, dateMeantBy, readDay)
  return meant ?? hintFor(text) ?? `expected a date such as '2026-11-30'`
}

/** `write '16:00'` where it is clear what somebody meant, and that can be read; else undefined. */
function asMeant(
  text: string,
  meantBy: (text: string) => string | undefined,
  read: (text: string) => unknown,
): string | undefined {
  // Nobody writes a time that long.
  if (text.length > 100) return undefined
  const meant = meantBy(text)
  if (meant === undefined || meant === text || typeof read(meant) === 'string') return undefined
  const why = /\d ?[ap]\.?m\b/i.test(text) ? 'times are of 24 hours: ' : ''
  return `${why}write '${meant}'`
}

/** Reads `2026-12-24` or `2026-12-24..2027-01-01`; else a sentence on what is wrong. */
export function readDayRange(text: string): DayRange | string {
  const [a = '', b, more] = text.split('..')
  const first = readDay(a.trim())
  const last = b === undefined ? first : readDay(b.trim())
  if (more === undefined && typeof first !== 'string' && typeof last !== 'string') {
    return last < first ? backwards(first, last) : { first, last }
  }
  const meant = asMeant(text, rangeMeantBy, readDayRange)
  if (meant !== undefined) return meant
  const isRange = more !== undefined || b !== undefined || /\d{4}.+\d{4}/.test(text)
  if (isRange && (more !== undefined || !/^(there is|the year|a date)/.test(`${first}${last}`))) {
    return `expected a date or a range such as '2026-12-24..2027-01-01'`
  }
  return typeof first === 'string' ? first : String(last)
}

/** A range over New Year in which the year stayed the same, or one with its ends the wrong way round. */
function backwards(first: Day, last: Day): string {
  const { year, month, day } = dateOf(last)
  const later = dayOf(year + 1, month, day)
  const isOverNewYear = later > first && later - first < LONG
  const [from, to] = isOverNewYear ? [first, later] : [last, first]
  return `the range ends before it begins: write '${writeDay(from)}..${writeDay(to)}'`
}

/** More days than people are away over New Year. */
const LONG = 100

/** Reads `09:00` up to `24:00` into milliseconds since midnight; else a sentence on what is wrong. */
export function readTimeOfDay(text: string): number | string {
  const found = TIME_OF_DAY.exec(text)
  if (found !== null) return timeOfDay(found[1], found[2], found[3])
  const zoned = zonedTime(text)
  if (zoned !== undefined) return `the zone is said by 'timezone': write '${zoned.time}'`
  const either = timesMeantBy(text)
  if (either.length > 0) return `write ${quoteList(either, 'or')}`
  return asMeant(text, timeOfDayMeantBy, readTimeOfDay) ?? `expected a time of day such as '09:00'`
}

/** A time of day as it is written here, of one that is, or of `4pm`, `16h`, `noon`; undefined where nothing is certain. */
export function timeOfDayIn(text: string): string | undefined {
  return typeof readTimeOfDay(text) === 'string' ? timeOfDayMeantBy(text) : text
}

/** A time of day with its zone or offset behind it. */
const BEFORE_ZONE = /^(\d.*?\d|.*m) *(?:(Z|[+-]\d\d:?\d\d)|\(?([A-Z]{2,5}|[A-Z]\w+\/\w+)\)?)$/

/** A time of day and the zone or offset behind it, of `16:00 CET`, `4pm (PST)`, `16:00+01:00`. */
export function zonedTime(text: string): { time: string; zone: string } | undefined {
  const [, before = '', offset, name] = BEFORE_ZONE.exec(text.trim()) ?? []
  if (/^[ap]m$/i.test(name ?? '')) return undefined
  const time = TIME_OF_DAY.test(before) ? before : timeOfDayMeantBy(before)
  return time === undefined ? undefined : { time, zone: offset ?? name ?? '' }
}

/** The same of a date and a time; the text without its zone is as it is written here. */
export function zonedMoment(text: string): { time: string; zone: string } | undefined {
  const [, before = '', zone = ''] = ZONED.exec(text.trim()) ?? []
  if (before === '' || /^(utc|gmt|[ap]m)$/i.test(zone)) return undefined
  const time = WHOLE.test(before) ? before.replace('T', ' ') : timeMeantBy(before)
  return time === undefined || !time.includes(' ') ? undefined : { time, zone }
}

const ZONED = /^(\d.+?) *\(?([A-Z]{2,5}|[A-Z]\w+\/\w+)\)?$/

/** Reads `09:00-18:00` into two times of day; else a sentence on what is wrong. */
export function readHours(text: string): { from: number; to: number } | string {
  const [first = '', second, more] = text.split('-')
  if (second === undefined || more !== undefined) return faultOfHours(text)
  const from = readTimeOfDay(first.trim())
  const to = readTimeOfDay(second.trim())
  if (typeof from === 'string' || typeof to === 'string') return faultOfHours(text)
  return from === to
    ? `the working day has no length: expected hours such as '09:00-18:00'`
    : { from, to }
}

function faultOfHours(text: string): string {
  return asMeant(text, hoursMeantBy, readHours) ?? `expected hours such as '09:00-18:00'`
}

/** The moment of an instant in a zone. */
export function momentAt(instant: Instant, zone: Zone): Moment {
  return { wall: zone.wallAt(instant), instant }
}

/** Puts a written time into the zone that applies: an instant that was fixed is kept, and read on that wall clock. */
export function momentIn(zone: Zone, written: WrittenTime): Moment {
  if (written.offset === undefined) {
    return { wall: written.wall, instant: zone.instantAt(written.wall) }
  }
  return momentAt(written.wall - written.offset, zone)
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
  if (m < 1 || m > 12) {
    const turned = d >= 1 && d <= 12 && m >= 1 && m <= 31
    const turnedDate = `${year}-${date}-${month}`
    // A thirteenth month is as likely to be a slip of one.
    if (turned && m === 13) return `there is no month 13 (did you mean '${turnedDate}'?)`
    return `there is no month ${month}${turned ? `: write '${turnedDate}'` : ''}`
  }
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
  if (isTwoDates(text)) {
    return `which is the month? Expected a date as year, month, day, such as '2026-11-30'`
  }
  if (/^\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?/.test(text) || /^\d{4}[./]\d/.test(text)) {
    return `expected a date as year, month, day, such as '2026-11-30'`
  }
  const zoned = zonedMoment(text)
  return zoned && `the zone is said by 'timezone': write '${zoned.time}'`
}
