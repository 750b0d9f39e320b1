/** Which layers of a rotation are on top at some time. */
import type { Interval } from '../../../time/interval.ts'
import type { Layer, Rotation } from '../../../model/rotation.ts'
import { turnsWithin } from '../../../timeline/rotation.ts'

const seenIn = new WeakMap<Rotation, { within: Interval; layers: ReadonlySet<Layer> }>()

/** Whether a layer is on top at some time within an interval. */
export function isSeen(rotation: Rotation, layer: Layer, within: Interval): boolean {
  let known = seenIn.get(rotation)
  if (known?.within !== within) {
    const spans = turnsWithin(rotation, within)
    known = { within, layers: new Set(spans.flatMap((span) => span.layer ?? [])) }
    seenIn.set(rotation, known)
  }
  return known.layers.has(layer)
}
