/** When the occurrences of a meeting are due, be they skipped, moved or not. */
import { DAY, type Instant } from '../time/instant.ts'
import { monthsBetween } from '../time/month-day.ts'
import { dayOfWall, weekdayOf, type Day } from '../time/wall.ts'
import { daysBetween } from './days.ts'
import { isHoliday } from './holidays.ts'
import { termsOn, type Meeting, type Terms } from './meeting.ts'

export interface Due {
  /** The day that `days` name; each has one occurrence at most. */
  readonly named: Day
  /**
   * The day on which it is due, which `skip`, `move` and all other dates mean: another than the one named where a zone
   * skips that time of it (Apia had no 30 December 2011: what was to be on it was due on the 31st, a second one).
   */
  readonly day: Day
  readonly at: Instant
  readonly terms: Terms
}

/** The occurrences of the days from `first` to `last`, both included, that `days` name. */
export function dueBetween(meeting: Meeting, first: Day, last: Day): Due[] {
  const found: Due[] = []
  let from = first
  for (const next of [...meeting.changes, undefined]) {
    const until = Math.min(last, (next?.from ?? Infinity) - 1)
    const terms = termsOn(meeting, from)
    if (from > until) continue
    for (const day of daysBetween(terms.days, from, until)) {
      const due = dueIn(meeting, terms, day)
      if (due !== undefined) found.push(due)
    }
    from = until + 1
  }
  return found
}

/** Whether one is due on a day. */
export function isDueOn(meeting: Meeting, day: Day): boolean {
  return duesOn(meeting, day).length > 0
}

/** What is due on a day: one at most, unless a zone skipped the day before. */
export function duesOn(meeting: Meeting, day: Day): Due[] {
  return dueBetween(meeting, day - 1, day).filter((due) => due.day === day)
}

export function isSkipped({ skip }: Meeting, { day }: Due): boolean {
  return skip.some((each) =>
    each.kind === 'list' ? isHoliday(each.list, day) : each.first <= day && day <= each.last,
  )
}

function dueIn({ start, end }: Meeting, terms: Terms, named: Day): Due | undefined {
  if (!isInPhase(terms, named)) return undefined
  const { zone, at } = terms
  const instant = zone.instantAt(named * DAY + at)
  const day = dayOfWall(zone.wallAt(instant))
  const isIn = (start ?? -Infinity) <= day && day < (end ?? Infinity)
  return isIn ? { named, day, at: instant, terms } : undefined
}

/** Whether the week or month of a day is one of those that `every` leaves. */
export function isInPhase(
  { every: { count, unit }, phase }: Pick<Terms, 'every' | 'phase'>,
  day: Day,
): boolean {
  if (count === 1 || phase === undefined) return true
  const passed =
    unit === 'months' ? monthsBetween(phase, day) : (mondayOf(day) - mondayOf(phase)) / 7
  return passed % count === 0
}

function mondayOf(day: Day): Day {
  return day - weekdayOf(day)
}
