/** Days and periods as people name them: `today`, `next thursday`, `25 Dec`, `24.12.2026`, `next week`, `2026-W48`, `december`. */
import { DateTime } from 'luxon'
import { DAY } from './instant.ts'
import { dateMeantBy, isTwoDates } from './time-words.ts'
import {
  addMonths,
  dateOf,
  dayOf,
  dayOfWall,
  daysInMonth,
  WEEKDAYS,
  weekdayOf,
  writeDay,
  type Day,
} from './wall.ts'
import { readDay, type DayRange } from './written.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The days of a period: a year, a month or a week by its number, this or the next one, a month by its name, a weekend. */
export function periodNamed(words: string, today: Day): DayRange | undefined {
  return numbered(words) ?? relative(words, today) ?? monthNamed(words, today)
}

/** `2026-W48`, `2026-12`, `2026` */
function numbered(words: string): DayRange | undefined {
  if (!/^\d{4}(-w\d\d|-\d\d)?$/.test(words)) return undefined
  const first = DateTime.fromISO(words.toUpperCase(), { zone: 'utc' })
  if (!first.isValid) return undefined
  const unit = words.includes('w') ? 'weeks' : words.length === 4 ? 'years' : 'months'
  return { first: dayAt(first), last: dayAt(first.plus({ [unit]: 1 })) - 1 }
}

function dayAt(time: DateTime): Day {
  return dayOfWall(time.toMillis())
}

/** `this week`, `next month`, `last year`, `weekend` */
function relative(words: string, today: Day): DayRange | undefined {
  if (/^(this )?weekend$/.test(words)) {
    // On a Sunday it is the one that is going on.
    const saturday = today - weekdayOf(today) + 5
    return { first: saturday, last: saturday + 1 }
  }
  const [, which = '', unit] = /^(this|next|last) (week|month|year)$/.exec(words) ?? []
  if (unit === undefined) return undefined
  const count = { this: 0, next: 1, last: -1 }[which] ?? 0
  if (unit === 'week') {
    const monday = today - weekdayOf(today) + 7 * count
    return { first: monday, last: monday + 6 }
  }
  const { year, month } = dateOf(today)
  const [first, months] = unit === 'month' ? [dayOf(year, month, 1), 1] : [dayOf(year, 1, 1), 12]
  return monthsFrom(dayOfWall(addMonths(first * DAY, months * count)), months)
}

function monthsFrom(first: Day, months: number): DayRange {
  return { first, last: dayOfWall(addMonths(first * DAY, months)) - 1 }
}

/** `december`, `dec 2026`: without a year the one that is going on or comes next. */
function monthNamed(words: string, today: Day): DayRange | undefined {
  const [, name, digits] = /^([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(words) ?? []
  const month = monthOf(name)
  if (month === undefined) return undefined
  const now = dateOf(today)
  const year = digits === undefined ? now.year + (month < now.month ? 1 : 0) : Number(digits)
  return monthsFrom(dayOf(year, month, 1), 1)
}

function monthOf(name = ''): number | undefined {
  const at = MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name)
  // A name of four letters is the only other that people shorten to.
  const found = at < 0 && name === 'sept' ? 8 : at
  return found < 0 ? undefined : found + 1
}

/** The day that words mean in one way only; a sentence where they mean two, undefined where they are none. */
export function dayNamed(words: string, today: Day): Day | string | undefined {
  return near(words, today) ?? weekdayNamed(words, today) ?? dated(words, today)
}

function near(words: string, today: Day): Day | undefined {
  const away = { yesterday: -1, today: 0, tomorrow: 1 }[words]
  return away === undefined ? undefined : today + away
}

/** Whether words name a weekday and no more: the next one. */
export function isWeekday(words: string): boolean {
  return weekdayOfName(words) !== undefined
}

function weekdayOfName(name: string): number | undefined {
  const short: Readonly<Record<string, string>> = {
    tues: 'tue',
    wednes: 'wed',
    thur: 'thu',
    thurs: 'thu',
  }
  const word = short[name] ?? name
  const at = WEEKDAYS.findIndex((full) => full === word || full.slice(0, 3) === word)
  return at < 0 ? undefined : at
}

/** `monday`, `next monday`: the next one after today; `last monday`: the last one before; `this monday` is never today. */
function weekdayNamed(words: string, today: Day): Day | string | undefined {
  const [, which, name = ''] = /^(?:(next|last|this) )?([a-z]+)$/.exec(words) ?? []
  const weekday = weekdayOfName(name)
  if (weekday === undefined) return undefined
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (which === 'last') return today + ahead - 7
  if (which === 'this' && ahead === 0) return `which one? Write 'today' or 'next ${name}'`
  return today + (ahead === 0 ? 7 : ahead)
}

/** `2026-12-25`, `24.12.2026`, `25 Dec`, `Dec 25`, `Fri 25 Dec 2026`, `2026-W49-3` */
function dated(words: string, today: Day): Day | string | undefined {
  if (/^\d{4}-w\d\d-[1-7]$/.test(words)) {
    const day = DateTime.fromISO(words.toUpperCase(), { zone: 'utc' })
    return day.isValid ? dayAt(day) : undefined
  }
  if (isTwoDates(words) || isTwoByDots(words)) {
    return `which is the month? Expected a date as year, month, day, such as '2026-11-30'`
  }
  const [, prefix, rest = words] = /^([a-z]{3,9}),? (.*\d.*)$/.exec(words) ?? []
  const weekday = prefix === undefined ? undefined : weekdayOfName(prefix)
  const day = dateIn(weekday === undefined ? words : rest, today)
  if (day === undefined || typeof day === 'string' || weekday === undefined) return day
  if (weekdayOf(day) === weekday) return day
  const is = WEEKDAYS[weekdayOf(day)] ?? ''
  return `${writeDay(day)} is a ${is.charAt(0).toUpperCase()}${is.slice(1)}: leave out one of the two`
}

/** Dots are for day and month in most places, and in some for the month first. */
function isTwoByDots(words: string): boolean {
  const [, a = '', b = ''] = /^(\d{1,2})\. ?(\d{1,2})\. ?\d{4}$/.exec(words) ?? []
  return a !== '' && Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b)
}

function dateIn(words: string, today: Day): Day | string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return readDay(words)
  const found =
    /^(?<day>\d{1,2})(st|nd|rd|th)?\.? (of )?(?<name>[a-z]{3,9})\.?$/.exec(words)?.groups ??
    /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(st|nd|rd|th)?$/.exec(words)?.groups
  const month = monthOf(found?.['name'])
  if (found !== undefined && month !== undefined)
    return nextDate(month, Number(found['day']), today)
  const meant = dateMeantBy(words.replace(/ of (?=[a-z])/, ' '))
  if (meant !== undefined) return readDay(meant)
  const isShort = /^\d{1,2}[./]\d{1,2}\.?$/.test(words)
  return isShort ? `which is the month of '${words}'? Write it as in '25 Dec'` : undefined
}

/** The first such date from today on, which of the 29th of February may be years away. */
function nextDate(month: number, day: number, today: Day): Day | string {
  const { year } = dateOf(today)
  const LEAP = 8
  for (let y = year; y <= year + LEAP; y += 1) {
    if (day < 1 || day > daysInMonth(y, month)) continue
    const found = dayOf(y, month, day)
    if (found >= today) return found
  }
  const name = MONTHS[month - 1] ?? ''
  return `there is no ${day} ${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
