/** Times in flags: `now`, `next thursday`, `+2w`, `2026-W48`, `tomorrow 09:00`, ISO 8601. */
import { DateTime } from 'luxon'
import { DAY, type Instant } from './instant.ts'
import { elapsed, readLength } from './length.ts'
import { dayOfWall, WEEKDAYS, weekdayOf, type Day } from './wall.ts'
import { momentIn, readTimeOfDay, readWritten } from './written.ts'
import type { Zone } from './zone.ts'

/** What a reader of an error could have typed. */
export const WHEN_EXAMPLES =
  "such as '2026-11-30 16:00', 'now', 'tomorrow', 'monday', '+2w', '2026-W48' or '2026-12'"

/**
 * The instant that a flag means. A word, a day, a week (`2026-W48`) or a month (`2026-12`) is its first instant
 * in `zone`; `monday` is the next one after today. Anything else gives a sentence that says what was expected.
 */
export function readWhen(text: string, zone: Zone, now: Instant): Instant | string {
  const words = text.trim().toLowerCase()
  if (words === 'now') return now
  const shift = /^([+-]) *(\d.*)$/.exec(words)
  if (shift !== null) return shifted(zone, now, shift[1] === '-' ? -1 : 1, shift[2] ?? '')
  const period = firstOfPeriod(text.trim(), zone)
  if (period !== undefined) return period
  const day = dayNamed(words, dayOfWall(zone.wallAt(now)))
  if (day !== undefined) return zone.instantAt(day.day * DAY + day.time)
  const written = readWritten(text.trim())
  if (typeof written !== 'string') return momentIn(zone, written).instant
  return /^\d{4}-/.test(words) ? written : `expected a time ${WHEN_EXAMPLES}`
}

/** Days and longer keep the wall clock's time; hours and minutes are elapsed. */
function shifted(zone: Zone, now: Instant, sign: number, text: string): Instant | string {
  const years = /^(\d{1,6}) *y(ears?)?$/.exec(text)
  const length =
    years === null
      ? readLength(text, ['minutes', 'hours', 'months', 'days', 'weeks'])
      : { count: Number(years[1]) * 12, unit: 'months' as const }
  if (typeof length === 'string') return length.replace(`write '`, `write '${sign < 0 ? '-' : '+'}`)
  const { count, unit } = length
  if (unit === 'minutes' || unit === 'hours') return now + sign * elapsed({ count, unit })
  const wall = DateTime.fromMillis(zone.wallAt(now), { zone: 'utc' })
  const there = wall.plus({ [unit]: sign * count }).toMillis()
  return Number.isNaN(there) ? sign * Infinity : zone.instantAt(there)
}

/** `2026-W48`, `2026-W48-3`, `2026-12`, `2026` */
function firstOfPeriod(text: string, zone: Zone): Instant | undefined {
  if (!/^\d{4}(-w\d\d(-[1-7])?|-\d\d)?$/i.test(text)) return undefined
  const first = DateTime.fromISO(text.toUpperCase(), { zone: 'utc' })
  return first.isValid ? zone.instantAt(first.toMillis()) : undefined
}

/** `today`, `monday`, `next thursday`, `last friday`, each also with a time of day behind it. */
function dayNamed(words: string, today: Day): { day: Day; time: number } | undefined {
  const found = /^(next |last )?([a-z]+)(?: (\d\d:\d\d))?$/.exec(words)
  if (found === null) return undefined
  const [, which, word = '', at] = found
  const time = at === undefined ? 0 : readTimeOfDay(at)
  if (typeof time === 'string') return undefined
  const away = { yesterday: -1, today: 0, tomorrow: 1 }[word]
  if (away !== undefined) return which === undefined ? { day: today + away, time } : undefined
  const weekday = WEEKDAYS.findIndex((name) => name === word || name.slice(0, 3) === word)
  if (weekday < 0) return undefined
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (which === 'last ') return { day: today + ahead - 7, time }
  return { day: today + (ahead === 0 ? 7 : ahead), time }
}
