/** What on-call time costs a person: how much of it is night, weekend, holiday or outside their working hours. */
import { DAY, HOUR } from '../time/instant.ts'
import { union, without, type Interval } from '../time/interval.ts'
import { dateOf, dayOfWall, weekdayOf, type Day } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import type { Person, WorkingHours } from '../model/person.ts'

/** All in hours of elapsed time, by the person's own clock and calendar; they overlap (a Saturday night is both). */
export interface Burden {
  readonly hours: number
  /** Outside the working hours of a Monday to Friday that is no public holiday. */
  readonly offHours: number
  /** Between 22:00 and 07:00. */
  readonly nightHours: number
  /** On Saturday and Sunday. */
  readonly weekendHours: number
  /** On public holidays of the person's country. */
  readonly holidayHours: number
}

/** Night, everywhere: from 22:00 to 07:00 (ms since midnight). */
export const NIGHT: WorkingHours = { from: 22 * HOUR, to: 7 * HOUR }

/** How many days before the first instant something may have begun that lasts until then; one is for Apia's lost day. */
const BEFORE = 2

/**
 * The burden of being on call in `held`, which is sorted, disjoint and finite. A person's zone holds for all times.
 * Ends of nights and working days are read as any wall-clock time is, so a night across a clock change has 8 or 10 hours.
 */
export function burdenOf(person: Person, held: readonly Interval[]): Burden {
  const days = daysAround(person, held)
  const holidays = days.filter((day) => isPublicHoliday(person, day))
  const free = new Set(holidays)
  const working = days.filter((day) => weekdayOf(day) < 5 && !free.has(day))
  const whole = lengthOf(held)
  const hoursIn = (stretches: readonly Interval[]): number =>
    (whole - lengthOf(without(held, stretches))) / HOUR
  return {
    hours: whole / HOUR,
    offHours: lengthOf(without(held, workingHours(person, working))) / HOUR,
    nightHours: hoursIn(onEach(person, days, NIGHT.from, DAY + NIGHT.to)),
    weekendHours: hoursIn(onEach(person, days.filter(isWeekend), 0, DAY)),
    holidayHours: hoursIn(onEach(person, holidays, 0, DAY)),
  }
}

/** Elapsed time (ms). */
function lengthOf(stretches: readonly Interval[]): number {
  return stretches.reduce((sum, { start, end }) => sum + (end - start), 0)
}

/** The days that on-call time may have to do with; a day that the clock skipped (Apia, 2011) is none. */
function daysAround({ zone }: Person, held: readonly Interval[]): Day[] {
  const first = held[0]
  const last = held.at(-1)
  if (first === undefined || last === undefined) return []
  const days: Day[] = []
  const end = dayOfWall(zone.wallAt(last.end))
  for (let day = dayOfWall(zone.wallAt(first.start)) - BEFORE; day <= end; day += 1) {
    if (startOfDay(zone, day) < startOfDay(zone, day + 1)) days.push(day)
  }
  return days
}

/** Hours that go past midnight belong to the day on which they begin. */
function workingHours(person: Person, days: readonly Day[]): Interval[] {
  const { from, to } = person.hours
  return onEach(person, days, from, to > from ? to : to + DAY)
}

/** The stretch from one time to another (ms since midnight) on each of some sorted days, in the person's zone. */
function onEach({ zone }: Person, days: readonly Day[], from: number, to: number): Interval[] {
  const stretches = days.map((day) => ({
    start: zone.instantAt(day * DAY + from),
    end: zone.instantAt(day * DAY + to),
  }))
  return union(stretches.filter(({ start, end }) => start < end))
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5
}

function isPublicHoliday({ holidays }: Person, day: Day): boolean {
  return holidays?.daysOf(dateOf(day).year).includes(day) ?? false
}
