/** Dates and times as people write them in tables. */
import { DAY, FIRST_YEAR, LAST_YEAR } from '../time/instant.ts'
import { dateOf, dayOf, daysInMonth, weekdayOf, type Day, type Wall } from '../time/wall.ts'

/** Which of two numbers is the month. */
export type DateOrder = 'dmy' | 'mdy'

/** What a cell says of time. */
export interface When {
  readonly day: Day
  /** Milliseconds since midnight; undefined for a date alone. */
  readonly time?: number
  /** Where the text fixes the instant: milliseconds ahead of UTC. */
  readonly offset?: number
  /** Of a whole week or month, which `day` begins: its last day. */
  readonly last?: Day
}

/** Why a text that looks like a date is none: it can be read in two ways. */
export const TWO_WAYS = 'two ways'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const CLOCK = String.raw`(?:[T ,]*(?:at )?(\d{1,2})(?::(\d\d))?(?::\d\d)?(?:\.\d+)? ?([ap]\.?m\.?)?(?:h|uhr)?)?`
const OFFSET = String.raw` ?(Z|UTC|[+-]\d\d:?\d\d)?`
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,. ]*)?`
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`

const ISO = new RegExp(`^${WEEKDAY}(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}${OFFSET}$`, 'i')
const ISO_WEEK = /^(?:kw *)?(\d{4})[ -]?W(\d{1,2})$|^(?:week|kw|cw|wk) *(\d{1,2})[ /,-]*(\d{4})$/i
const NUMBERS = new RegExp(
  `^${WEEKDAY}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d\\d)${CLOCK}${OFFSET}$`,
  'i',
)
const DAY_MONTH = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]*(?:of )?${MONTH},?(?:[ -]*(\\d{4}|'?\\d\\d(?!:)))?${CLOCK}$`,
  'i',
)
const MONTH_DAY = new RegExp(
  `^${WEEKDAY}${MONTH} *(\\d{1,2})(?:st|nd|rd|th)?(?:,? +(\\d{4}))?${CLOCK}$`,
  'i',
)

const MONTH_ALONE = new RegExp(`^${MONTH},? *(\\d{4})?$|^(\\d{4})[-/](\\d{1,2})$`, 'i')

/** What months are called, short and in full, without a number beside them: Mark, Marc and Julia are people. */
const MONTH_NAME =
  /^(?:jan(?:uary?|uari)?|feb(?:r|ruary?|ruari)?|mar(?:ch)?|apr(?:il)?|may|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i

/** Words in brackets before or behind a date, such as `(planned)`. */
const BESIDE = /^\([^()\d]*\)\s*|\s*\([^()\d]*\)$/g

/** Reads a date, a time on a date, a week or a month; a date without its year is the one nearest to `near`. */
export function readWhen(
  text: string,
  order: DateOrder | undefined,
  near: Day,
): When | typeof TWO_WAYS | undefined {
  const cell = text.trim().replaceAll(BESIDE, '')
  if (cell.length > 40) return undefined
  const alone = MONTH_ALONE.exec(cell)
  if (alone !== null && (/\d/.test(cell) || MONTH_NAME.test(cell))) return monthOf(alone, near)
  if (!/\d/.test(cell)) return undefined
  const iso = ISO.exec(cell)
  if (iso !== null) {
    const [, year, month, date, hours, minutes, half, offset] = iso
    return whenOf(Number(year), Number(month), Number(date), { hours, minutes, half, offset })
  }
  const week = ISO_WEEK.exec(cell)
  if (week !== null) return weekOf(Number(week[1] ?? week[4]), Number(week[2] ?? week[3]))
  const numbers = NUMBERS.exec(cell)
  if (numbers !== null) return byNumbers(numbers, order)
  const dayMonth = DAY_MONTH.exec(cell)
  if (dayMonth !== null) {
    const [, date, month, year, hours, minutes, half] = dayMonth
    return named(month, date, year, near, { hours, minutes, half })
  }
  const monthDay = MONTH_DAY.exec(cell)
  if (monthDay === null) return undefined
  const [, month, date, year, hours, minutes, half] = monthDay
  return named(month, date, year, near, { hours, minutes, half })
}

/** Reads a time of day alone: `09:00`, `9am`. */
export function readClock(text: string): number | undefined {
  const found = /^(\d{1,2})(?::(\d\d))?(?::\d\d)? ?([ap]\.?m\.?)?$/i.exec(text.trim())
  if (found === null || (found[2] === undefined && found[3] === undefined)) return undefined
  return clockOf(found[1], found[2], found[3])
}

interface Clock {
  readonly hours: string | undefined
  readonly minutes: string | undefined
  readonly half: string | undefined
  readonly offset?: string | undefined
}

function byNumbers(
  found: RegExpExecArray,
  order: DateOrder | undefined,
): When | typeof TWO_WAYS | undefined {
  const [, first, mark, second, shortYear, hours, minutes, half, offset] = found
  const [a, b] = [Number(first), Number(second)]
  const year = fullYear(shortYear ?? '')
  const clock = { hours, minutes, half, offset }
  // Only days come first before dots.
  const meant = order ?? (mark === '.' || a > 12 ? 'dmy' : b > 12 ? 'mdy' : undefined)
  if (meant === undefined && a !== b) return TWO_WAYS
  const [date, month] = meant === 'mdy' ? [b, a] : [a, b]
  return whenOf(year, month, date, clock)
}

function named(
  month: string | undefined,
  date: string | undefined,
  year: string | undefined,
  near: Day,
  clock: Clock,
): When | undefined {
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  if (year !== undefined) return whenOf(fullYear(year), number, Number(date), clock)
  const around = dateOf(near).year
  const all = [around - 1, around, around + 1].map((each) => dayOf(each, number, Number(date)))
  const [day = near] = all.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
  return whenOf(dateOf(day).year, number, Number(date), clock)
}

function fullYear(text: string): number {
  const year = Number(text.replace("'", ''))
  return year < 100 ? 2000 + year : year
}

function whenOf(year: number, month: number, date: number, clock: Clock): When | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined
  if (date < 1 || date > daysInMonth(year, month)) return undefined
  const day = dayOf(year, month, date)
  if (clock.hours === undefined) return { day }
  const time = clockOf(clock.hours, clock.minutes, clock.half)
  if (time === undefined) return undefined
  const offset = offsetOf(clock.offset)
  return { day, time, ...(offset !== undefined && { offset }) }
}

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(text)
  if (found === null) return 0
  const ahead = (Number(found[2]) * 60 + Number(found[3])) * 60_000
  return found[1] === '-' ? -ahead : ahead
}

function clockOf(
  hours: string | undefined,
  minutes: string | undefined,
  half: string | undefined,
): number | undefined {
  const [h, m] = [Number(hours), Number(minutes ?? 0)]
  if (m > 59 || h > 24 || (half !== undefined && (h < 1 || h > 12))) return undefined
  const afternoon = half !== undefined && /^p/i.test(half)
  const hour = half === undefined ? h : (h % 12) + (afternoon ? 12 : 0)
  return (hour * 60 + m) * 60_000
}

/** The first and the last day of a month. */
function monthOf([, name, year, isoYear, isoMonth]: RegExpExecArray, near: Day): When | undefined {
  const written = year ?? isoYear
  const found =
    isoMonth === undefined
      ? named(name, '1', written, near, NO_CLOCK)
      : whenOf(Number(written), Number(isoMonth), 1, NO_CLOCK)
  if (found === undefined) return undefined
  const first = dateOf(found.day)
  return { ...found, last: found.day + daysInMonth(first.year, first.month) - 1 }
}

const NO_CLOCK: Clock = { hours: undefined, minutes: undefined, half: undefined }

/** Monday of a week by ISO 8601: week 1 has the 4th of January in it, and few years have a 53rd. */
function weekOf(year: number, week: number): When | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || week < 1 || week > 53) return undefined
  const fourth = dayOf(year, 1, 4)
  const day = fourth - weekdayOf(fourth) + (week - 1) * 7
  return dateOf(day + 3).year === year ? { day, last: day + 6 } : undefined
}

/** The wall-clock time of a cell; `handoff` is the time of day of dates that have none. */
export function wallOf({ day, time }: When, handoff: number): Wall {
  return day * DAY + (time ?? handoff)
}
