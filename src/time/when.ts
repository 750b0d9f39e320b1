/** Times in flags: `now`, `tonight`, `9am`, `next thursday`, `25 Dec`, `in 2 hours`, `+2w`, `2026-W48`, ISO 8601. */
import { DateTime } from 'luxon'
import { DAY, HOUR, type Instant } from './instant.ts'
import { elapsed, readLength } from './length.ts'
import { NIGHT } from './night.ts'
import { dayOfWall } from './wall.ts'
import { dayNamed, isWeekday, periodNamed } from './when-days.ts'
import {
  momentIn,
  readTimeOfDay,
  readWritten,
  startOfDay,
  zonedMoment,
  type DayRange,
} from './written.ts'
import { timeOfDayMeantBy } from './time-words.ts'
import { zoneNamed, type Zone } from './zone.ts'

/** What a text means: an instant, and what it names by itself where that is more. */
export interface When {
  readonly at: Instant
  /** Whole days, by whatever calendar: a day, a week, a month, a year. */
  readonly days?: DayRange
  /** Up to when, where it is neither an instant nor whole days: `tonight`. */
  readonly end?: Instant
}

/** What a reader of an error could have typed. */
export const WHEN_EXAMPLES =
  "such as '2026-11-30 16:00', 'tomorrow 9am', 'tonight', 'monday', '25 Dec', 'in 2 hours', '+2w' or '2026-W48'"

/** When `tonight` begins, which is earlier than the night: it ends with that. */
const EVENING = 18 * HOUR

/**
 * What a flag means. A word or a period is its first instant in `zone`; `monday` is the next one after today, `18:00` the
 * next one after now, `25 Dec` that of today or the next. What can be read in two ways, and all else, gives a sentence
 * that says what to write.
 */
export function readWhen(text: string, zone: Zone, now: Instant): When | string {
  const words = plainly(text)
  if (words === 'now') return { at: now }
  const shift = shiftIn(words)
  if (shift !== undefined) return shifted(zone, now, shift)
  const today = dayOfWall(zone.wallAt(now))
  const period = periodNamed(words, today)
  if (typeof period === 'string') return period
  if (period !== undefined) return { at: startOfDay(zone, period.first), days: period }
  const time = timeIn(words)
  if (typeof time === 'string') return time
  if (time !== undefined) return { at: nextAt(zone, now, time) }
  for (const [day, behind] of splits(words)) {
    const found = onDay(day, behind, zone, today)
    if (found !== undefined) return found
  }
  const written = readWritten(text.trim())
  if (typeof written !== 'string') return { at: momentIn(zone, written).instant }
  const zoned = zonedMoment(text)
  if (zoned !== undefined) return faultOfZoned(zoned)
  return /^\d{4}-/.test(words) ? written : (hintFor(words) ?? `expected a time ${WHEN_EXAMPLES}`)
}

/** A time with a zone behind it. */
function faultOfZoned({ time, zone }: { time: string; zone: string }): string {
  const named =
    zoneNamed(zone) === undefined ? 'the zone there, such as Europe/Amsterdam' : `--tz ${zone}`
  return `the zone is said by --tz: write '${time}' and ${named}`
}

/**
 * The end of a stretch that begins at `from`: `22:00` and `+8h` count from there, and so does a weekday that would be
 * over before.
 */
export function readUntil(text: string, from: Instant, zone: Zone, now: Instant): When | string {
  const words = plainly(text)
  if (words.startsWith('+') || timeIn(words) !== undefined) return readWhen(text, zone, from)
  const read = readWhen(text, zone, now)
  if (typeof read === 'string' || endOf(read, zone) > from) return read
  return splits(words).some(([day]) => isWeekday(day)) ? readWhen(text, zone, from) : read
}

/** When a time is over as the end of a stretch: days are included, the first instant of all else is not. */
export function endOf({ at, days }: When, zone: Zone): Instant {
  return days === undefined ? at : startOfDay(zone, days.last + 1)
}

function plainly(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(on|at) /, '')
}

interface Shift {
  readonly sign: 1 | -1
  readonly length: string
}

/** `+2w`, `-3d`, `in 2 hours`, `in an hour`, `2 days ago` */
function shiftIn(words: string): Shift | undefined {
  const signed = /^([+-]) ?(\d.*)$/.exec(words)
  if (signed !== null) return { sign: signed[1] === '-' ? -1 : 1, length: signed[2] ?? '' }
  const said = /^in (?<ahead>.+)$|^(?<back>.+) ago$/.exec(words)?.groups
  const length = (said?.['ahead'] ?? said?.['back'])?.replace(/^an? (?=[a-z])/, '1 ')
  if (length === undefined || !/^\d/.test(length)) return undefined
  return { sign: said?.['back'] === undefined ? 1 : -1, length }
}

/** Days and longer keep the wall clock's time; hours and minutes are elapsed. */
function shifted(zone: Zone, now: Instant, { sign, length: text }: Shift): When | string {
  const years = /^(\d{1,6}) *y(ears?)?$/.exec(text)
  const length =
    years === null
      ? readLength(text, ['minutes', 'hours', 'months', 'days', 'weeks'])
      : { count: Number(years[1]) * 12, unit: 'months' as const }
  if (typeof length === 'string') return length.replace(`write '`, `write '${sign < 0 ? '-' : '+'}`)
  const { count, unit } = length
  if (unit === 'minutes' || unit === 'hours') return { at: now + sign * elapsed({ count, unit }) }
  const wall = DateTime.fromMillis(zone.wallAt(now), { zone: 'utc' })
  const there = wall.plus({ [unit]: sign * count }).toMillis()
  return { at: Number.isNaN(there) ? sign * Infinity : zone.instantAt(there) }
}

/** The time of day that words mean in one way only, in milliseconds since midnight; `midnight` is that which comes. */
function timeIn(words: string): number | string | undefined {
  if (words === 'midnight') return DAY
  const isSure = /^\d\d:\d\d$|^\d{1,2}(:\d\d)? ?[ap]\.?m\.?$|^(noon|midday)$/.test(words)
  if (!isSure) return undefined
  const time = /^\d\d:/.test(words) && !/m/.test(words) ? words : timeOfDayMeantBy(words)
  // `15pm` is a slip, and which one is not known.
  if (time === undefined || /^(1[3-9]|2\d)(?!\d).*m/.test(words))
    return `there is no time '${words}'`
  return readTimeOfDay(time)
}

/** The next instant after now at which the clock shows that time. */
function nextAt(zone: Zone, now: Instant, time: number): Instant {
  const today = dayOfWall(zone.wallAt(now))
  const at = (day: number): Instant => zone.instantAt(day * DAY + time)
  const first = [today, today + 1].map(at).find((instant) => instant > now)
  return first ?? at(today + 2)
}

/** A day, and a time of day behind or before it: all ways in which the words may be parted, the whole as a day first. */
function splits(words: string): (readonly [day: string, time: string | undefined])[] {
  const parted = [...words.matchAll(/,? (?:at|on) |, ?|t(?=\d)| /g)].flatMap(
    ({ index, 0: gap }) => {
      const [before, behind] = [words.slice(0, index), words.slice(index + gap.length)]
      return [[before, behind] as const, [behind, before] as const]
    },
  )
  return [[words, undefined], ...parted]
}

/** What a day and a time of day mean together; undefined where they are none. */
function onDay(
  word: string,
  behind: string | undefined,
  zone: Zone,
  today: number,
): When | string | undefined {
  const time = behind === undefined ? undefined : timeIn(behind)
  if (behind !== undefined && time === undefined) return undefined
  if (word === 'tonight') return tonight(time, behind, zone, today)
  const day = dayNamed(word, today)
  if (day === undefined || typeof day === 'string') return day
  if (time === undefined) return { at: startOfDay(zone, day), days: { first: day, last: day } }
  if (typeof time === 'string') return time
  if (behind === 'midnight') {
    return `'midnight' begins the day, or ends it: write '${word} 00:00' or '${word} 24:00'`
  }
  return { at: zone.instantAt(day * DAY + time) }
}

function tonight(
  time: number | string | undefined,
  behind: string | undefined,
  zone: Zone,
  today: number,
): When | string {
  if (typeof time === 'string') return time
  if (time === undefined) {
    const end = zone.instantAt((today + 1) * DAY + NIGHT.to)
    return { at: zone.instantAt(today * DAY + EVENING), end }
  }
  if (time >= DAY / 2) return { at: zone.instantAt(today * DAY + time) }
  return `on which day? Write 'today ${behind}' or 'tomorrow ${behind}'`
}

/** What is nearly a time, and how to write it. */
function hintFor(words: string): string | undefined {
  const short = /^(.*\b)(\d:\d\d)$/.exec(words)
  if (short !== null) return `write two digits: '${short[1]}0${short[2]}'`
  if (/^next weekend$/.test(words)) return `which one? Write 'weekend' for the first, or a date`
  return undefined
}
