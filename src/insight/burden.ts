/** What on-call time costs a person: how much of it is night, weekend, holiday or outside their working hours. */
import { DAY, HOUR, type Instant } from '../time/instant.ts'
import { intersection, lengthOf, union, without, type Interval } from '../time/interval.ts'
import { NIGHT } from '../time/night.ts'
import { dateOf, dayOfWall, type Day } from '../time/wall.ts'
import { weekendIn } from '../time/weekend.ts'
import { startOfDay } from '../time/written.ts'
import { hasWeekday } from '../model/days.ts'
import { isHoliday, type HolidayList } from '../model/holidays.ts'
import { settingAt, settingsOf, type Person, type Setting } from '../model/person.ts'

/** All in hours of elapsed time, by the person's own clock and calendar; they overlap (a Saturday night is both). */
export interface Burden {
  readonly hours: number
  /** Outside the working hours of a day that is neither of the weekend nor a holiday. */
  readonly offHours: number
  /** Between 22:00 and 07:00. */
  readonly nightHours: number
  /** On the days of their weekend. */
  readonly weekendHours: number
  /** On public holidays of their country, and on the days that the workspace lists by their dates. */
  readonly holidayHours: number
}

/** How many days before the first instant something may have begun that lasts until then; one is for Apia's lost day. */
const BEFORE = 2

/**
 * The burden of being on call in `held`, which is sorted, disjoint and finite; by what is true of the person at each
 * instant. Days of `lists` are holidays to everybody. Ends of nights and working days are read as any wall-clock time
 * is, so a night across a clock change has 8 or 10 hours.
 */
export function burdenOf(
  person: Person,
  held: readonly Interval[],
  lists: Iterable<HolidayList>,
): Burden {
  const own = ownDates(lists)
  const parts = settingsOf(person).map(({ setting, start, end }) => {
    const part = held.flatMap((stretch) => intersection(stretch, { start, end }) ?? [])
    return burdenIn(setting, part, own)
  })
  return parts.reduce((sum, part) => ({
    hours: sum.hours + part.hours,
    offHours: sum.offHours + part.offHours,
    nightHours: sum.nightHours + part.nightHours,
    weekendHours: sum.weekendHours + part.weekendHours,
    holidayHours: sum.holidayHours + part.holidayHours,
  }))
}

/** Whether an instant is outside working hours, by what is true of somebody then: the same as `offHours`. */
export function isOffHours(setting: Setting, at: Instant, lists: Iterable<HolidayList>): boolean {
  return burdenIn(setting, [{ start: at, end: at + 1 }], ownDates(lists)).offHours > 0
}

function burdenIn(setting: Setting, held: readonly Interval[], own: HolidayList): Burden {
  const days = daysAround(setting, held)
  const isWeekend = (day: Day): boolean => hasWeekday(weekendOf(setting), day)
  const holidays = days.filter((day) => isFree(setting, own, day))
  const free = new Set(holidays)
  const working = days.filter((day) => !isWeekend(day) && !free.has(day))
  const whole = lengthOf(held)
  const hoursIn = (stretches: readonly Interval[]): number =>
    (whole - lengthOf(without(held, stretches))) / HOUR
  return {
    hours: whole / HOUR,
    offHours: lengthOf(without(held, workingHours(setting, working))) / HOUR,
    nightHours: hoursIn(onEach(setting, days, NIGHT.from, DAY + NIGHT.to)),
    weekendHours: hoursIn(onEach(setting, days.filter(isWeekend), 0, DAY)),
    holidayHours: hoursIn(onEach(setting, holidays, 0, DAY)),
  }
}

/** The days that on-call time may have to do with; a day that the clock skipped (Apia, 2011) is none. */
function daysAround({ zone }: Setting, held: readonly Interval[]): Day[] {
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
function workingHours(setting: Setting, days: readonly Day[]): Interval[] {
  const { from, to } = setting.hours
  return onEach(setting, days, from, to > from ? to : to + DAY)
}

/** The stretch from one time to another (ms since midnight) on each of some sorted days, in the person's zone. */
function onEach({ zone }: Setting, days: readonly Day[], from: number, to: number): Interval[] {
  const stretches = days.map((day) => ({
    start: zone.instantAt(day * DAY + from),
    end: zone.instantAt(day * DAY + to),
  }))
  return union(stretches.filter(({ start, end }) => start < end))
}

/** The dates of all lists as one, without those of countries. */
function ownDates(lists: Iterable<HolidayList>): HolidayList {
  const all = [...lists]
  return {
    name: '',
    ranges: all.flatMap(({ ranges }) => ranges),
    yearly: all.flatMap(({ yearly }) => yearly),
    countries: [],
  }
}

/** Whether a day is a public holiday of the country, or one of the workspace's own dates. */
function isFree({ holidays }: Setting, own: HolidayList, day: Day): boolean {
  return isHoliday(own, day) || (holidays?.daysOf(dateOf(day).year).includes(day) ?? false)
}

/** The days of the weekend: their own, else their country's. */
export function weekendOf({ weekend, country }: Setting): number {
  return weekend ?? weekendIn(country?.slice(0, 2) ?? '')
}

/** The holidays of a person from one day to another, by what is true of them then. */
export function freeDays(
  person: Person,
  lists: Iterable<HolidayList>,
  first: Day,
  last: Day,
): Day[] {
  const own = ownDates(lists)
  const days: Day[] = []
  for (let day = first; day <= last; day += 1) {
    if (isFree(settingAt(person, startOfDay(person.zone, day)), own, day)) days.push(day)
  }
  return days
}
