/**
 * The openings of a layer's windows, numbered from its start. Most weeks are alike, so they are counted by
 * arithmetic; only the days that are not alike are looked at: listed days, days of the month, and those on which the
 * clock skips.
 */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import { monthDaysBetween } from '../time/month-day.ts'
import { dayOfWall, weekdayOf, type Day } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { holidaysBetween } from '../model/holidays.ts'
import { hasWeekday, lastOfDays } from '../model/days.ts'
import { opensOn, type Window } from '../model/window.ts'
import { countBelow } from './sorted.ts'
import { isOpenAt, openingOf } from './windows.ts'

const LAST_DAY: Day = END_OF_TIME / DAY

/** How many days ahead the uncommon days are looked for at least, each time that more are needed. */
const AHEAD = 366

export class Openings {
  readonly #windows: readonly Window[]
  readonly #zone: Zone
  readonly #start: Instant
  /** The day of the start; days are counted from it. */
  readonly #first: Day
  /** The first day on which, and after which, nothing opens. */
  readonly #end: Day
  /** How many openings a common week has from a Monday up to each weekday; the eighth is the whole week. */
  readonly #week: readonly number[]
  /** How many common ones there are before the first day, from wherever they are counted. */
  readonly #from: number
  /** How many of the first day come before the start. */
  readonly #early: number
  /** 1 where a window that opened before the start is still open then, which counts as an opening. */
  readonly #carried: number
  /** Uncommon days so far, up to and without `#known`, and by how much all up to each differ from common ones. */
  readonly #uncommon: Day[] = []
  readonly #difference: number[] = [0]
  #known: Day
  /** The day of the opening last looked for: the next question is mostly about one near it. */
  #near: Day
  /** The opening last looked for: a turn ends where the next one begins. */
  #last: { readonly number: number; readonly at: Instant } | undefined

  /** `start` is the layer's first handoff; no opening before it counts. */
  constructor(windows: readonly Window[], zone: Zone, start: Instant) {
    this.#windows = windows
    this.#zone = zone
    this.#start = start
    this.#first = this.#dayAt(start)
    this.#known = this.#first
    this.#near = this.#first
    const last = Math.max(...windows.map(lastOfDays))
    this.#end = Math.max(this.#first + 8, Math.min(LAST_DAY, last + 2))
    this.#week = commonWeek(windows)
    this.#from = this.#common(this.#first)
    const today = this.#on(this.#first)
    this.#early = today.filter((opening) => opening < start).length
    this.#carried = !today.includes(start) && isOpenAt(windows, zone, start) ? 1 : 0
  }

  /** How many there have been at an instant, one at that very instant included. */
  countAt(at: Instant): number {
    if (at < this.#start) return 0
    const day = this.#dayAt(at)
    const today = this.#on(day).filter((opening) => opening <= at).length
    return this.#carried + this.#before(day) - this.#early + today
  }

  /** The opening of that number, from 0; Infinity where there is none up to the end of the last year. */
  nth(number: number): Instant {
    if (this.#last?.number === number) return this.#last.at
    const at = this.#find(number)
    this.#last = { number, at }
    return at
  }

  #find(number: number): Instant {
    if (number < this.#carried) return this.#start
    const wanted = number - this.#carried + this.#early
    let day = this.#near
    let after = day + 1
    for (let step = 1; this.#before(day) > wanted; step *= 2) {
      after = day
      day = Math.max(this.#first, day - step)
    }
    for (let step = 1; this.#before(after) <= wanted; step *= 2) {
      if (after >= this.#end) return Infinity
      day = after
      after = Math.min(this.#end, after + step)
    }
    while (after - day > 1) {
      const middle = Math.floor((day + after) / 2)
      if (this.#before(middle) <= wanted) day = middle
      else after = middle
    }
    this.#near = day
    return this.#on(day)[wanted - this.#before(day)] ?? Infinity
  }

  /** How many there are on the days from the first up to, without, `day`. */
  #before(day: Day): number {
    this.#learn(day)
    const common = this.#common(day) - this.#from
    return common + (this.#difference[countBelow(this.#uncommon, day)] ?? 0)
  }

  /** How many there would be from a fixed Monday up to, without, `day`, were all weeks alike. */
  #common(day: Day): number {
    // 1969-12-29 was a Monday.
    const weeks = Math.floor((day + 3) / 7)
    return weeks * (this.#week[7] ?? 0) + (this.#week[weekdayOf(day)] ?? 0)
  }

  /** Looks at the uncommon days up to, without, `day`. */
  #learn(day: Day): void {
    if (day <= this.#known) return
    const until = Math.max(day, this.#known + AHEAD)
    let difference = this.#difference.at(-1) ?? 0
    for (const next of this.#uncommonBetween(this.#known, until)) {
      difference += this.#on(next).length - (this.#common(next + 1) - this.#common(next))
      this.#uncommon.push(next)
      this.#difference.push(difference)
    }
    this.#known = until
  }

  /** Days from `from` up to, without, `until` on which a date has a say or the clock skips something. */
  #uncommonBetween(from: Day, until: Day): Day[] {
    const days = new Set<Day>()
    for (const list of new Set(
      this.#windows.flatMap(({ lists, except }) => [...lists, ...except]),
    )) {
      for (const day of holidaysBetween(list, from, until - 1)) days.add(day)
    }
    const monthDays = this.#windows.flatMap((window) => window.monthDays)
    for (const day of monthDaysBetween(monthDays, from, until - 1)) days.add(day)
    const within = { start: (from - 2) * DAY, end: (until + 2) * DAY }
    for (const { at, before, after } of this.#zone.changesIn(within)) {
      if (after < before) continue
      // What is skipped is read as much later as the clock jumps: these are all the days that feel it.
      const last = dayOfWall(at + after + (after - before))
      for (let day = dayOfWall(at + before); day <= last; day += 1) days.add(day)
    }
    return [...days].filter((day) => day >= from && day < until).sort((a, b) => a - b)
  }

  /** The instants at which something opens between the beginnings of a day and of the next, sorted. */
  #on(day: Day): Instant[] {
    const start = startOfDay(this.#zone, day)
    const end = startOfDay(this.#zone, day + 1)
    const instants: Instant[] = []
    for (const window of this.#windows) {
      // Apia had no 30 December 2011: what is written on it opens on the 31st.
      for (const written of [day - 1, day]) {
        const opening = opensOn(window, written) && openingOf(window, this.#zone, written)
        if (opening && opening.start >= start && opening.start < end) instants.push(opening.start)
      }
    }
    return instants.length < 2 ? instants : [...new Set(instants)].sort((a, b) => a - b)
  }

  /** The day within whose beginning and the next one's an instant lies. */
  #dayAt(at: Instant): Day {
    const day = dayOfWall(this.#zone.wallAt(at))
    return at >= startOfDay(this.#zone, day + 1) ? day + 1 : day
  }
}

/** Openings of a week without dated days and clock changes, added up: before Monday, before Tuesday, … and all. */
function commonWeek(windows: readonly Window[]): number[] {
  const sums = [0]
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const day = weekday - 3
    const times = windows
      .filter(({ weekdays }) => hasWeekday(weekdays, day))
      .map(({ from }) => from)
    sums.push((sums[weekday] ?? 0) + new Set(times).size)
  }
  return sums
}
