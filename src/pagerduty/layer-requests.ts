/** The requests for a layer-based schedule with its layers, and for its overrides. */
import { HOUR, SECOND } from '../time/instant.ts'
import type { NewLayer } from './native-layers.ts'
import { asNew, type Layered, type Relayered } from './relayered.ts'
import type { PagerDutyLayer } from './remote.ts'
import type { Wish } from './wish.ts'

export const BATCH = 50

/** All layers of the schedule in their order, those that have ended long ago as they are. */
export function merged(layers: readonly PagerDutyLayer[], change: Relayered): Layered[] {
  const fresh = change.layers.filter(({ id }) => id === undefined)
  const old = layers.map((layer) => change.layers.find(({ id }) => id === layer.id) ?? asNew(layer))
  return [...old, ...fresh]
}

export function isAlike(layer: NewLayer, before: PagerDutyLayer | undefined): boolean {
  return (
    before !== undefined &&
    JSON.stringify({ ...layer, end: String(layer.end) }) ===
      JSON.stringify({ ...asNew(before), end: String(before.end) })
  )
}

/** A schedule needs a layer: where nothing goes on by itself, the first shift is one. */
export function firstShift({ file }: Wish): NewLayer | undefined {
  const first = file.find(({ who }) => who.length === 1)
  if (first === undefined) return undefined
  const { start, end, who } = first
  const hours = Math.min(Math.max(Math.ceil((end - start) / HOUR), 1), 365 * 24)
  return {
    name: '',
    start,
    end: Math.min(end, start + hours * HOUR),
    virtualStart: start,
    seconds: (hours * HOUR) / SECOND,
    users: who,
    restrictions: [],
  }
}
