/** How much is asked for at once: an answer has to fit into the memory. */
import { intersection, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { Failure } from '../io/failure.ts'
import { lifeOf, patternOf } from '../timeline/layer.ts'

/** Turns of an hour over 90 years are more, a thousand rotations of a day for a year are less. */
export const MOST_TURNS: number = 500_000

/** An event takes several times as much as a shift. */
export const MOST_EVENTS: number = 250_000

/** Ends with a sentence where rotations have more turns within a range than can be worked out at once. */
export function refuseTooMuch(
  rotations: Iterable<Rotation>,
  within: Interval,
  most: number = MOST_TURNS,
): void {
  let count = 0
  for (const rotation of rotations) {
    count += turnsIn(rotation, within)
    if (count > most) {
      throw new Failure(
        `these are more than ${most.toLocaleString('en')} turns at once, which would fill the memory: ask for a shorter time ('--from', '--to')`,
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
