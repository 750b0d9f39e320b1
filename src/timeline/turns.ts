/** The turns of a layer: when each begins, and which one is under way. */
import { DAY, HOUR, type Instant } from '../time/instant.ts'
import { addMonths, dateOf, dayOfWall } from '../time/wall.ts'
import type { Layer } from '../model/rotation.ts'
import { Openings } from './openings.ts'

/** Turns are numbered from 0, and go on as if the layer had no end. */
export interface Turns {
  /** The beginning of a turn, which is the handoff to it; Infinity where that never comes. */
  readonly startOf: (turn: number) => Instant
  /** The last turn that has begun at an instant; below 0 where none has. */
  readonly at: (instant: Instant) => number
}

export function turnsOf(layer: Layer): Turns {
  const { zone, start, turn } = layer
  switch (turn.unit) {
    case 'hours': {
      const length = turn.count * HOUR
      return {
        startOf: (k) => start.instant + k * length,
        at: (instant) => Math.floor((instant - start.instant) / length),
      }
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
        (k) => (k === 0 ? start.instant : zone.instantAt(addMonths(start.wall, k * turn.count))),
        (instant) => {
          const now = dateOf(dayOfWall(zone.wallAt(instant)))
          const months = (now.year - first.year) * 12 + now.month - first.month
          return Math.floor(months / turn.count)
        },
      )
    }
    case 'shifts': {
      const openings = new Openings(layer.during, zone, start.instant)
      return {
        startOf: (k) => openings.nth(k * turn.count),
        at: (instant) => Math.floor((openings.countAt(instant) - 1) / turn.count),
      }
    }
  }
}

/** Turns whose number is guessed from the wall clock and then put right by at most a step or two. */
function guessed(startOf: (turn: number) => Instant, guess: (instant: Instant) => number): Turns {
  return {
    startOf,
    at: (instant) => {
      let turn = guess(instant)
      while (startOf(turn + 1) <= instant) turn += 1
      while (turn >= 0 && startOf(turn) > instant) turn -= 1
      return turn
    },
  }
}
