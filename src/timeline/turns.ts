/** The turns of a layer: when each begins and ends, and which one is under way. */
import { DAY, HOUR, type Instant } from '../time/instant.ts'
import { dayInMonth } from '../time/month-day.ts'
import { addMonths, dateOf, dayOfWall, timeOfWall, type Day, type Wall } from '../time/wall.ts'
import type { Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import type { Layer, Turn } from '../model/rotation.ts'
import { Openings } from './openings.ts'
import { countBelow } from './sorted.ts'

/** When turns begin, which is all that a roster goes by. */
export interface Handoffs {
  /** The beginning of a turn, which is the handoff to it; Infinity where that never comes. */
  readonly startOf: (turn: number) => Instant
  /** The last turn that has begun at an instant; below 0 where none has. */
  readonly at: (instant: Instant) => number
}

/** Turns are numbered from 0, and go on as if the layer had no end. */
export interface Turns extends Handoffs {
  /** The end of a turn: the beginning of the next one, but where a row of a table lasts for so long at most. */
  readonly endOf: (turn: number) => Instant
}

export function turnsOf(layer: Layer): Turns {
  const { zone, start, turn, rows } = layer
  if (rows !== undefined) return rowsOf(rows, turn, zone)
  switch (turn.unit) {
    case 'hours': {
      if (turn.count === Infinity) return onlyTurn(start.instant)
      const length = turn.count * HOUR
      return oneAfterAnother({
        startOf: (k) => start.instant + k * length,
        at: (instant) => Math.floor((instant - start.instant) / length),
      })
    }
    case 'days':
    case 'weeks': {
      const length = turn.count * DAY * (turn.unit === 'weeks' ? 7 : 1)
      return guessed(
        (k) => (k === 0 ? start.instant : zone.instantAt(start.wall + k * length)),
        (instant) => Math.floor((zone.wallAt(instant) - start.wall) / length),
      )
    }
    case 'months': {
      const first = dateOf(dayOfWall(start.wall))
      return guessed(
        (k) => (k === 0 ? start.instant : zone.instantAt(monthsOn(layer, k * turn.count))),
        (instant) => {
          const now = dateOf(dayOfWall(zone.wallAt(instant)))
          const months = (now.year - first.year) * 12 + now.month - first.month
          return Math.floor(months / turn.count)
        },
      )
    }
    case 'shifts': {
      const openings = new Openings(layer.during, zone, start.instant)
      return oneAfterAnother({
        startOf: (k) => openings.nth(k * turn.count),
        at: (instant) => Math.floor((openings.countAt(instant) - 1) / turn.count),
      })
    }
  }
}

/** The wall-clock time some months after the start of a layer, on the day of its handoffs. */
function monthsOn({ start: { wall }, handoff }: Layer, months: number): Wall {
  if (handoff === undefined) return addMonths(wall, months)
  const { year, month } = dateOf(dayOfWall(wall))
  // Every month has one: a fifth weekday is refused.
  const day = dayInMonth(handoff, year, month + months) as Day
  return day * DAY + timeOfWall(wall)
}

/** One turn that never ends. */
function onlyTurn(start: Instant): Turns {
  return oneAfterAnother({
    startOf: (k) => (k === 0 ? start : k * Infinity),
    at: (instant) => (instant < start ? -1 : 0),
  })
}

/** Turns of which each ends when the next one begins. */
function oneAfterAnother(turns: Handoffs): Turns {
  return { ...turns, endOf: (turn) => turns.startOf(turn + 1) }
}

/** Turns whose number is guessed from the wall clock and then put right by at most a step or two. */
function guessed(startOf: (turn: number) => Instant, guess: (instant: Instant) => number): Turns {
  return oneAfterAnother({
    startOf,
    at: (instant) => {
      let turn = guess(instant)
      while (startOf(turn + 1) <= instant) turn += 1
      while (turn >= 0 && startOf(turn) > instant) turn -= 1
      return turn
    },
  })
}

/** The rows of a table; one that a clock change puts behind the next is over as it begins. */
function rowsOf(rows: readonly Moment[], longest: Turn, zone: Zone): Turns {
  const starts = rows.map(({ instant }) => instant)
  for (let row = starts.length - 2; row >= 0; row -= 1) {
    starts[row] = Math.min(starts[row] ?? Infinity, starts[row + 1] ?? Infinity)
  }
  const startOf = (row: number): Instant => (row < 0 ? -Infinity : (starts[row] ?? Infinity))
  return {
    startOf,
    endOf: (row) => {
      const written = rows[row]
      return written === undefined
        ? startOf(row + 1)
        : Math.min(startOf(row + 1), afterLength(written, longest, zone))
    },
    at: (instant) => countBelow(starts, instant + 1) - 1,
  }
}

/** When a length is over that begins at a moment. */
function afterLength({ wall, instant }: Moment, { count, unit }: Turn, zone: Zone): Instant {
  switch (unit) {
    case 'hours':
      return instant + count * HOUR
    case 'days':
      return zone.instantAt(wall + count * DAY)
    case 'weeks':
      return zone.instantAt(wall + count * 7 * DAY)
    case 'months':
      return zone.instantAt(addMonths(wall, count))
    case 'shifts':
      return Infinity
  }
}
