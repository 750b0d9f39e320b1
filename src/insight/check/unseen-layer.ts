/** `unseen-layer`: a layer that can never be seen: no turn of it is on top at any time. */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { groupBy } from '../../model/group.ts'
import type { Rule } from './rule.ts'

/** Windows on holidays may be closed for long; after so many days they are believed to stay so. */
const PATIENCE = 800 * DAY

export const unseenLayer: Rule = {
  code: 'unseen-layer',
  find: ({ rotations, within, now }) =>
    rotations.flatMap(({ rotation }) =>
      rotation.follows !== undefined
        ? []
        : unseen(rotation, within, now).map((layer) => ({
            code: 'unseen-layer',
            severity: 'warning' as const,
            message: `the layer '${layer.name}' of '${rotation.id}' is never seen: other layers lie on top of it whenever it is active, or its windows never open: delete it, or write it behind them (later layers lie on top)`,
            place: layer.place,
            rotation: rotation.id,
          })),
    ),
}

function unseen(rotation: Rotation, within: Interval, now: Instant): Layer[] {
  const living = rotation.layers.filter(({ end }) => (end?.instant ?? Infinity) > now)
  return living.filter(
    (layer) => !isSeen(rotation, layer, within) && !wasOrWillBeSeen(rotation, layer, now),
  )
}

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

/** A layer that another has replaced was seen before that, and is no mistake. */
function wasOrWillBeSeen(rotation: Rotation, layer: Layer, now: Instant): boolean {
  const from = layer.start.instant
  const until = Math.min(Math.max(now, from) + PATIENCE, layer.end?.instant ?? Infinity)
  for (let start = from, step = 100 * DAY; start < until; start += step, step *= 2) {
    const spans = turnsWithin(rotation, { start, end: Math.min(start + step, until) })
    if (groupBy(spans, (span) => span.layer).has(layer)) return true
  }
  return false
}
