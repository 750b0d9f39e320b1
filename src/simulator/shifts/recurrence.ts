/** RFC 5545 recurrence, the part that schedules use: one RRULE, and any EXDATE and RDATE. */
import { DAY, HOUR, instantOf, midnightOf, wallAt, WEEK, weekdayOf, type Wall } from '../zone.ts'

/** A day of BYDAY: `MO`, or the first or last of a month, `1MO`, `-1FR`. */
interface ByDay {
  /** 1 is Monday. */
  readonly weekday: number
  /** 0 where it is every one. */
  readonly nth: number
}

type Frequency = 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY'

/** A date of EXDATE or RDATE: an instant, or a whole day of the zone's wall clock. */
type Dated = { readonly at: number } | { readonly day: Wall }

/** A rule of RFC 5545, with what it leaves out and adds. */
export interface Recurrence {
  readonly frequency: Frequency
  readonly interval: number
  readonly byDay: readonly ByDay[]
  readonly byMonthDay: readonly number[]
  readonly weekStart: number
  readonly count: number
  readonly until: number
  readonly excluded: readonly Dated[]
  readonly added: readonly number[]
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Reads the lines of an event's `recurrence`, or says what is wrong with them. */
export function readRecurrence(lines: readonly string[], zone: string): Recurrence | string {
  const rules = lines.filter((line) => /^RRULE:/i.test(line))
  const [rule] = rules
  if (rule === undefined || rules.length > 1) return 'must contain exactly one RRULE'
  const parts = readParts(rule.slice('RRULE:'.length))
  if (typeof parts === 'string') return parts
  const excluded: Dated[] = []
  const added: number[] = []
  for (const line of lines) {
    if (line === rule) continue
    const dates = readDates(line, zone)
    if (dates === undefined) return `has a line that is neither RRULE, EXDATE nor RDATE: ${line}`
    if (/^EXDATE/i.test(line)) excluded.push(...dates)
    else added.push(...dates.map((date) => ('at' in date ? date.at : instantOf(zone, date.day))))
  }
  return { ...parts, excluded, added }
}

/** When the occurrences begin, from the first on up to `until`; `first` is DTSTART. Stepped through one by one. */
export function startsOf(rule: Recurrence, first: number, zone: string, until: number): number[] {
  const starts: number[] = []
  let counted = 0
  for (const at of candidates(rule, first, zone, until)) {
    if (counted === rule.count || at > rule.until || at >= until) break
    counted += 1
    starts.push(at)
  }
  starts.push(...rule.added.filter((at) => at < until))
  const isExcluded = (at: number): boolean =>
    rule.excluded.some((date) =>
      'at' in date ? date.at === at : date.day === midnightOf(wallAt(zone, at)),
    )
  return [...new Set(starts)].filter((at) => !isExcluded(at)).sort((a, b) => a - b)
}

/** What the rule gives without COUNT and UNTIL, in order; ends some time after `until`. */
function* candidates(
  rule: Recurrence,
  first: number,
  zone: string,
  until: number,
): Generator<number> {
  const firstWall = wallAt(zone, first)
  const timeOfDay = firstWall - midnightOf(firstWall)
  for (let step = 0; ; step += rule.interval) {
    if (rule.frequency === 'HOURLY') {
      const at = first + step * HOUR
      if (at >= until) return
      if (isOnDay(rule, wallAt(zone, at))) yield at
      continue
    }
    const days = daysOf(rule, midnightOf(firstWall), step)
    if (days.period - 2 * DAY >= until) return
    for (const day of days.days) {
      if (day + timeOfDay >= firstWall) yield instantOf(zone, day + timeOfDay)
    }
  }
}

/** The days on which it occurs in the period that lies `step` periods after that of `firstDay`. */
function daysOf(
  rule: Recurrence,
  firstDay: Wall,
  step: number,
): { readonly period: Wall; readonly days: readonly Wall[] } {
  switch (rule.frequency) {
    case 'HOURLY':
    case 'DAILY': {
      const day = firstDay + step * DAY
      return { period: day, days: isOnDay(rule, day) ? [day] : [] }
    }
    case 'WEEKLY': {
      const sinceWeekStart = (weekdayOf(firstDay) - rule.weekStart + 7) % 7
      const week = firstDay - sinceWeekStart * DAY + step * WEEK
      if (rule.byDay.length === 0) return { period: week, days: [firstDay + step * WEEK] }
      const days = Array.from({ length: 7 }, (_, i) => week + i * DAY)
      return { period: week, days: days.filter((day) => isOnDay(rule, day)) }
    }
    case 'MONTHLY':
      return monthOf(rule, firstDay, step)
  }
}

function monthOf(
  rule: Recurrence,
  firstDay: Wall,
  step: number,
): { readonly period: Wall; readonly days: readonly Wall[] } {
  const date = new Date(firstDay)
  const period = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1)
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step + 1, 1)
  const length = (next - period) / DAY
  const days = Array.from({ length }, (_, i) => period + i * DAY).filter((day, i) => {
    const dayOfMonth = i + 1
    if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) {
      return dayOfMonth === date.getUTCDate()
    }
    const onDate =
      rule.byMonthDay.length === 0 ||
      rule.byMonthDay.some((n) => (n > 0 ? n === dayOfMonth : length + 1 + n === dayOfMonth))
    const onWeekday =
      rule.byDay.length === 0 ||
      rule.byDay.some(({ weekday, nth }) => {
        if (weekday !== weekdayOf(day)) return false
        if (nth > 0) return Math.ceil(dayOfMonth / 7) === nth
        return nth === 0 || Math.ceil((length - i) / 7) === -nth
      })
    return onDate && onWeekday
  })
  return { period, days }
}

function isOnDay({ byDay }: Recurrence, wall: Wall): boolean {
  return byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(wall))
}

function readParts(text: string): Omit<Recurrence, 'excluded' | 'added'> | string {
  const parts: Record<string, string> = {}
  for (const part of text.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    if (value === '' || rest.length > 0) return `has a part that cannot be read: ${part}`
    parts[name.toUpperCase()] = value.toUpperCase()
  }
  const { FREQ, INTERVAL, BYDAY, BYMONTHDAY, WKST, COUNT, UNTIL, ...others } = parts
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) return `has ${unknown}, which the simulator does not know`
  if (FREQ !== 'HOURLY' && FREQ !== 'DAILY' && FREQ !== 'WEEKLY' && FREQ !== 'MONTHLY') {
    return 'must have a FREQ of HOURLY, DAILY, WEEKLY or MONTHLY'
  }
  if (COUNT !== undefined && UNTIL !== undefined) return 'cannot have both COUNT and UNTIL'
  const interval = positive(INTERVAL, 1)
  const count = positive(COUNT, Infinity)
  if (interval === undefined) return 'has an INTERVAL below 1'
  if (count === undefined) return 'has a COUNT below 1'
  const byDay = BYDAY?.split(',').map(readDay) ?? []
  if (!byDay.every((day) => day !== undefined)) return `has an unknown day in BYDAY: ${BYDAY}`
  if (FREQ !== 'MONTHLY' && byDay.some(({ nth }) => nth !== 0)) {
    return 'can number the days of BYDAY only with FREQ=MONTHLY'
  }
  const byMonthDay = BYMONTHDAY?.split(',').map(Number) ?? []
  if (byMonthDay.some((n) => !Number.isInteger(n) || n === 0 || Math.abs(n) > 31)) {
    return `has an unknown day in BYMONTHDAY: ${BYMONTHDAY}`
  }
  if (byMonthDay.length > 0 && FREQ !== 'MONTHLY') {
    return 'can have BYMONTHDAY only with FREQ=MONTHLY'
  }
  const until = UNTIL === undefined ? Infinity : readDate(UNTIL, 'UTC')
  if (until === undefined) return `has an UNTIL that cannot be read: ${UNTIL}`
  const weekStart = DAYS.indexOf(WKST ?? 'MO') + 1
  if (weekStart === 0) return `has an unknown WKST: ${WKST}`
  return {
    frequency: FREQ,
    interval,
    byDay,
    byMonthDay,
    weekStart,
    count,
    // An UNTIL that is a date lets the occurrences of that day pass.
    until: typeof until === 'number' ? until : 'at' in until ? until.at : until.day + DAY - 1,
  }
}

function positive(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise
  return /^\d+$/.test(text) && Number(text) >= 1 ? Number(text) : undefined
}

function readDay(text: string): ByDay | undefined {
  const [, nth = '', name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? []
  const weekday = DAYS.indexOf(name) + 1
  return weekday === 0 ? undefined : { weekday, nth: Number(nth) }
}

/** The dates of `EXDATE;TZID=Europe/Amsterdam:20261225T090000,20261226T090000`. */
function readDates(line: string, zone: string): Dated[] | undefined {
  const [, parameters = '', values] = /^(?:EXDATE|RDATE)((?:;[^:;]+)*):(.+)$/i.exec(line) ?? []
  if (values === undefined) return undefined
  const named = /;TZID=([^;]+)/i.exec(parameters)?.[1] ?? zone
  const dates = values.split(',').map((value) => readDate(value, named))
  return dates.every((date) => date !== undefined) ? dates : undefined
}

function readDate(text: string, zone: string): Dated | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, utc] = match
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (hour === undefined) return { day: midnight }
  const wall = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
  return { at: utc === undefined ? instantOf(zone, wall) : wall }
}
