/** How much is asked for at once: an answer has to fit into the memory. */
import { intersection, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { Failure } from '../io/failure.ts'
import { lifeOf, patternOf } from '../timeline/layer.ts'
import { sayNumber } from '../views/count.ts'

/** How many turns are answered for at once: as many as a machine with 2 GB of memory has room for. */
export const MOST_TURNS = {
  /** A shift that is listed, or drawn, takes about 1 kB. */
  listed: 500_000,
  /** An event takes several times as much. */
  published: 250_000,
  /** Of what is only looked through, a fraction. */
  checked: 1_500_000,
  counted: 2_000_000,
} as const

/** Ends with a sentence where rotations have more turns within a range than can be worked out at once. */
export function refuseTooMuch(rotations: Iterable<Rotation>, within: Interval, most: number): void {
  let count = 0
  for (const rotation of rotations) {
    count += turnsIn(rotation, within)
    if (count > most) {
      throw new Failure(
        `these are more than ${sayNumber(most)} turns at once, which would fill the memory: ask for a shorter time ('--from', '--to')`,
        2,
      )
    }
  }
}

/** As many as the layer with the most has: where one lies on top, the others are not seen. */
function turnsIn({ layers }: Rotation, within: Interval): number {
  return layers.reduce((most, layer) => {
    const active = intersection(within, lifeOf(layer))
    if (active === undefined || active.end === Infinity) return most
    const { turns } = patternOf(layer)
    return Math.max(most, turns.at(active.end) - turns.at(active.start))
  }, 0)
}
