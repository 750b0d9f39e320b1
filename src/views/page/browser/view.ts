/** The stretch that the timeline shows, and where in it things lie. */
import { DAY, weekdayOf, type Clock } from './clock.ts'
import type { Gap, Rota } from './things.ts'
import { clockOf, type State } from './state.ts'

/** The stretch in view, by a clock. */
export interface View extends Gap {
  readonly clock: Clock
  /** The days in the clock's zone; `until` is not shown any more. */
  readonly first: number
  readonly until: number
}

/** The stretch that is to be shown by what is chosen. */
export function viewOf(rota: Rota, state: State): View {
  const clock = clockOf(state)
  const first = state.day ?? homeDay(rota, state)
  const until = first + state.zoom.days
  return { clock, first, until, start: clock.startOf(first), end: clock.startOf(until) }
}

/** Where the timeline begins when it shows today: longer stretches begin with a Monday. */
export function homeDay(rota: Rota, state: State): number {
  const clock = clockOf(state)
  // A page that is older than what it knows of shows its last days, not emptiness.
  const at = Math.max(rota.from, Math.min(state.now, rota.to - DAY))
  const today = clock.dayAt(at)
  return state.zoom.days === 1 ? today : today - weekdayOf(today)
}

/** A day to begin with from which something can be seen. */
export function clampDay(rota: Rota, state: State, day: number): number {
  const clock = clockOf(state)
  const last = clock.dayAt(rota.to - 1)
  return Math.max(clock.dayAt(rota.from) - state.zoom.days + 1, Math.min(day, last))
}

/** How far into the view an instant lies: 0 at its start, 1 at its end. */
export function placeIn({ start, end }: Gap, at: number): number {
  return Math.max(0, Math.min(1, (at - start) / (end - start)))
}
