/** The clock of somebody who moves: one zone until an instant, another from then on, as if a clock changed. */
import type { Instant } from './instant.ts'
import { Zone } from './zone.ts'

/** From when on which zone applies. */
export interface Move {
  readonly at: Instant
  readonly zone: Zone
}

/** The zone of whoever lives in `first` and then moves, in order of time; `first` itself where they never do. */
export function movingZone(first: Zone, moves: readonly Move[]): Zone {
  const real = moves.filter(({ zone }, i) => zone.name !== (moves[i - 1]?.zone ?? first).name)
  return real.length === 0 ? first : new MovingZone(first, real)
}

class MovingZone extends Zone {
  readonly #first: Zone
  readonly #moves: readonly Move[]

  constructor(first: Zone, moves: readonly Move[]) {
    const zoneAt = (instant: Instant): Zone =>
      moves.findLast(({ at }) => at <= instant)?.zone ?? first
    super(
      [first, ...moves.map(({ zone }) => zone)].map(({ name }) => name).join(', then '),
      (instant) => zoneAt(instant).offsetAt(instant),
      moves.map(({ at }) => at),
    )
    this.#first = first
    this.#moves = moves
  }

  override nameAt(instant: Instant): string {
    return (this.#moves.findLast(({ at }) => at <= instant)?.zone ?? this.#first).name
  }
}
