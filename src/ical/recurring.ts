/** A meeting out of its occurrences: on which days it comes, and which were left out or held at another time. */
import { DAY, MINUTE } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { lengthOfMinutes } from '../time/length.ts'
import { dateOf, dayOfWall, daysInMonth, timeOfWall, weekdayOf, type Day } from '../time/wall.ts'
import type { MonthDay } from '../time/month-day.ts'
import type { Zone } from '../time/zone.ts'
import { countsOf, usualOf } from '../model/counts.ts'
import { daysBetween, type Days } from '../model/days.ts'
import { isInPhase } from '../model/due.ts'
import { usualUnit, type Attendee, type Move, type Skip, type Terms } from '../model/meeting.ts'
import { NOWHERE } from '../model/place.ts'
import type { BroughtMeeting } from '../patterns/brought.ts'

interface Held extends Interval {
  readonly place?: string
}

/** The meeting that takes place at some times, which are in order; undefined where it does not come again. */
export function recurringMeeting(
  held: readonly Held[],
  zone: Zone,
  name: string,
  people: readonly string[],
  horizon: number,
): BroughtMeeting | undefined {
  const walls = [...new Set(held.map(({ start }) => zone.wallAt(start)))]
  const [first] = walls
  const last = walls.at(-1)
  if (first === undefined || last === undefined || walls.length < 2) return undefined
  const at = usualOf(walls.map(timeOfWall)) ?? 0
  const [from, to] = [dayOfWall(first), dayOfWall(last)]
  const best = rhythmsOf(walls.filter((wall) => timeOfWall(wall) === at).map(dayOfWall))
    .map((rhythm) => ({ rhythm, ...against(rhythm, walls, at, from, to) }))
    .sort((a, b) => a.cost - b.cost)[0]
  if (best === undefined || best.extra.length + best.missing.length > walls.length) return undefined
  const { rhythm, missing, extra } = best
  const { moves, skips } = settled(missing, extra, zone)
  const minutes = Math.round((usualOf(held.map(({ start, end }) => end - start)) ?? 0) / MINUTE)
  const attendees: Attendee[] =
    people.length === 0
      ? [{ kind: 'everyone' }]
      : people.map((person) => ({ kind: 'person', person }))
  const where = held.at(-1)?.place ?? ''
  return {
    name,
    days: rhythm.days,
    at,
    zone,
    duration: lengthOfMinutes(minutes),
    every: everyOf(rhythm),
    ...(rhythm.every > 1 && { phase: from }),
    attendees,
    ...(where !== '' && { where }),
    start: from,
    ...(isOver(rhythm, from, to, dayOfWall(zone.wallAt(horizon))) && { end: to + 1 }),
    changes: [],
    roles: new Map(),
    skip: skips,
    move: moves,
  }
}

/** The days on which something comes again, of every so many weeks or months. */
interface Rhythm {
  readonly days: Days
  readonly every: number
}

const WEEKS = [1, 2, 3, 4, 5, 6, 8]
const MONTHS = [1, 2, 3, 4, 6, 12]

/** What the days may be, the simplest first. */
function rhythmsOf(days: readonly Day[]): Rhythm[] {
  const weekdays = often(days.map((day) => String(weekdayOf(day))))
  const weekly: Days = {
    weekdays: weekdays.reduce((bits, day) => bits | (1 << Number(day)), 0),
    monthDays: [],
    lists: [],
  }
  const monthly = [nthOf, lastOf, dateWordOf, lastDayWordOf].map((wordOf): Days => {
    const words = often(days.map(wordOf))
    return { weekdays: 0, monthDays: words.map(monthDayOf), lists: [] }
  })
  return [
    ...WEEKS.map((every) => ({ days: weekly, every })),
    ...monthly.flatMap((each) => MONTHS.map((every) => ({ days: each, every }))),
  ]
}

function nthOf(day: Day): string {
  return `${Math.ceil(dateOf(day).day / 7)} ${weekdayOf(day)}`
}

function lastOf(day: Day): string {
  const { year, month, day: date } = dateOf(day)
  return date + 7 > daysInMonth(year, month) ? `0 ${weekdayOf(day)}` : nthOf(day)
}

function dateWordOf(day: Day): string {
  return `on ${dateOf(day).day}`
}

/** The same, with the last day of each month for what it is. */
function lastDayWordOf(day: Day): string {
  const { year, month, day: date } = dateOf(day)
  return date === daysInMonth(year, month) ? 'on 31' : dateWordOf(day)
}

function monthDayOf(word: string): MonthDay {
  const [nth = '', number] = word.split(' ')
  return nth === 'on'
    ? { kind: 'date', date: Number(number) }
    : { kind: 'weekday', nth: Number(nth), weekday: Number(number) }
}

/** Words that are there at least a quarter as often as the most usual one. */
function often(words: readonly string[]): string[] {
  const counts = countsOf(words)
  const most = Math.max(...counts.values())
  return [...counts].flatMap(([word, count]) => (count * 4 >= most ? [word] : []))
}

interface Against {
  /** Days on which it would be and is not. */
  readonly missing: readonly Day[]
  /** Wall-clock times at which it is and would not be. */
  readonly extra: readonly number[]
  readonly cost: number
}

/** Whether it would have come again before a day as far as anybody looked. */
function isOver(rhythm: Rhythm, from: Day, last: Day, until: Day): boolean {
  return duesOf(rhythm, from, until - 1).some((day) => day > last)
}

function duesOf(rhythm: Rhythm, from: Day, to: Day): Day[] {
  const every = everyOf(rhythm)
  return daysBetween(rhythm.days, from, to).filter((day) => isInPhase({ every, phase: from }, day))
}

function everyOf({ days, every }: Rhythm): Terms['every'] {
  return { count: every, unit: usualUnit(days) }
}

function against(
  rhythm: Rhythm,
  walls: readonly number[],
  at: number,
  from: Day,
  to: Day,
): Against {
  const { days, every } = rhythm
  const isFifth = days.monthDays.some((one) => one.kind === 'weekday' && one.nth > 4)
  const due = duesOf(rhythm, from, to)
  const held = new Set(walls)
  const wanted = new Set(due.map((day) => day * DAY + at))
  const missing = due.filter((day) => !held.has(day * DAY + at))
  const extra = walls.filter((wall) => !wanted.has(wall))
  const complexity = days.monthDays.length * 1.5 + Math.min(every, 4) * 0.5 + (isFifth ? 5 : 0)
  return { missing, extra, cost: missing.length + extra.length * 2 + complexity }
}

/** What was held at another time takes the place of the nearest that is missing; the others are skipped. */
function settled(
  missing: readonly Day[],
  extra: readonly number[],
  zone: Zone,
): { readonly moves: Move[]; readonly skips: Skip[] } {
  const left = new Set(missing)
  const moves: Move[] = []
  for (const wall of extra) {
    const day = dayOfWall(wall)
    const [due] = [...left].sort((a, b) => Math.abs(a - day) - Math.abs(b - day))
    if (due === undefined || Math.abs(due - day) > 31) continue
    left.delete(due)
    moves.push({
      due,
      to: { day, moment: { wall, instant: zone.instantAt(wall) } },
      place: NOWHERE,
    })
  }
  const skips = [...left].map((day): Skip => ({
    kind: 'days',
    first: day,
    last: day,
    place: NOWHERE,
  }))
  return { moves: moves.sort((a, b) => a.due - b.due), skips }
}
