/** How a layer recurs, in parts that each are one rule of PagerDuty's. */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { dayOfWall, weekdayOf } from '../../time/wall.ts'
import { UTC, type Zone } from '../../time/zone.ts'
import type { Layer } from '../../model/rotation.ts'
import { EVERY_WEEKDAY } from '../../model/days.ts'
import { hangsOnDates, opensOn, type Window } from '../../model/window.ts'
import { openingOf } from '../../timeline/windows.ts'
import type { Rule } from './recurrence.ts'

/** Something that recurs within a layer. */
export interface Part {
  readonly rule: Rule
  readonly perTurn: number
  readonly zone: Zone
  readonly window: Window | undefined
}

/** The parts of a layer; undefined where rules cannot say it. */
export function partsOf({ turn, zone, start, during, rows }: Layer): Part[] | undefined {
  if (rows !== undefined) return undefined
  if (during.length === 0) {
    const weekdays = 1 << weekdayOf(dayOfWall(start.wall))
    switch (turn.unit) {
      case 'hours':
        return [always({ frequency: 'HOURLY', interval: turn.count, weekdays: 0 }, UTC)]
      case 'days':
        return [always({ frequency: 'DAILY', interval: turn.count, weekdays: 0 }, zone)]
      case 'weeks':
        return [always({ frequency: 'WEEKLY', interval: turn.count, weekdays }, zone)]
      case 'months':
      case 'shifts':
        return undefined
    }
  }
  const windows = byTimeOfDay(during)
  if (windows === undefined || (turn.unit === 'shifts' && windows.length > 1)) return undefined
  const parts: Part[] = []
  for (const window of windows) {
    const { weekdays } = window
    const perTurn = openingsIn(turn, weekdays)
    if (perTurn === undefined || window.length > shortestPause(weekdays)) return undefined
    const isDaily = weekdays === EVERY_WEEKDAY
    const rule: Rule = {
      frequency: isDaily ? 'DAILY' : 'WEEKLY',
      interval: 1,
      weekdays: isDaily ? 0 : weekdays,
    }
    parts.push({ rule, perTurn, zone, window })
  }
  return parts
}

function always(rule: Rule, zone: Zone): Part {
  return { rule, perTurn: 1, zone, window: undefined }
}

/** Windows of one time of day as one; undefined where they hang on dates. */
function byTimeOfDay(windows: readonly Window[]): Window[] | undefined {
  const all: Window[] = []
  for (const window of windows) {
    if (hangsOnDates(window)) return undefined
    const same = all.findIndex(
      ({ from, length }) => from === window.from && length === window.length,
    )
    const before = all[same]
    if (before === undefined) all.push(window)
    else all[same] = { ...before, weekdays: before.weekdays | window.weekdays }
  }
  return all
}

function openingsIn({ count, unit }: Layer['turn'], weekdays: number): number | undefined {
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((weekdays >> day) & 1) === 1).length
  switch (unit) {
    case 'shifts':
      return count
    case 'weeks':
      return count * days
    case 'days':
      if (days === 7) return count
      return count % 7 === 0 ? (count / 7) * days : undefined
    case 'hours':
    case 'months':
      return undefined
  }
}

function shortestPause(weekdays: number): number {
  let shortest = 7
  for (let day = 0; day < 7; day += 1) {
    if (((weekdays >> day) & 1) === 0) continue
    let next = 1
    while (((weekdays >> ((day + next) % 7)) & 1) === 0) next += 1
    shortest = Math.min(shortest, next)
  }
  return shortest * DAY
}

/** The first opening of a turn, whole; of a layer that is always active the turn itself. */
export function firstIn(
  start: Instant,
  end: Instant,
  window: Window | undefined,
  zone: Zone,
): Interval | undefined {
  if (!Number.isFinite(start)) return undefined
  if (window === undefined) return Number.isFinite(end) ? { start, end } : undefined
  // One by one: those that touch, as whole days do, are shifts of their own.
  const day = dayOfWall(zone.wallAt(start))
  for (let next = day - 1; next < day + 16; next += 1) {
    const one = opensOn(window, next) ? openingOf(window, zone, next) : undefined
    if (one !== undefined && one.start >= start && one.start < end) return one
  }
  return undefined
}
