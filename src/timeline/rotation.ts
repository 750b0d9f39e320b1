/** A rotation's timeline: its layers one over the other, its overrides on top. */
import type { Instant } from '../time/instant.ts'
import { bounded, intersection, without, type Interval } from '../time/interval.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import { layerAt, layerSpans } from './layer.ts'
import { overlay } from './overlay.ts'
import { applyOverrides, overrideAt } from './overrides.ts'
import { NOTHING, type Saying, type Timeline } from './span.ts'

/**
 * Who is on call within an interval and why; cut at its ends, which changes nothing inside it. One that goes on
 * for ever is cut where time can no longer be spoken of.
 */
export function timelineOf(rotation: Rotation, within: Interval): Timeline {
  const asked = beforeEnd(rotation, within)
  return asked === undefined ? [] : applyOverrides(rotation, turnsIn(rotation, asked), asked)
}

/** The same, where it is known already what the turns alone say in the interval. */
export function timelineOver(turns: Timeline, rotation: Rotation, within: Interval): Timeline {
  const asked = beforeEnd(rotation, within)
  return asked === undefined ? [] : applyOverrides(rotation, turns, asked)
}

/** The same without overrides: what the turns alone say. */
export function turnsWithin(rotation: Rotation, within: Interval): Timeline {
  const asked = beforeEnd(rotation, within)
  return asked === undefined ? [] : turnsIn(rotation, asked)
}

/** As much of an interval as comes before the rotation is over, and as time can be spoken of. */
export function beforeEnd(rotation: Rotation, within: Interval): Interval | undefined {
  const asked = bounded(within)
  return rotation.end === undefined
    ? asked
    : intersection(asked, { start: -Infinity, end: endOf(rotation) })
}

function turnsIn(rotation: Rotation, within: Interval): Timeline {
  return laidOver(rotation, 0, rotation.layers.length, within)
}

/**
 * Some of the layers, from `low` up to `high`, one over the other: the upper half first, and beneath it only as much as
 * it leaves open. What lies in halves over each other is gone through as often as it can be halved.
 */
function laidOver(rotation: Rotation, low: number, high: number, within: Interval): Timeline {
  const layer = rotation.layers[low]
  if (layer === undefined || low >= high) return []
  if (high - low === 1) return layerSpans(rotation, layer, within)
  const middle = (low + high) >> 1
  const upper = laidOver(rotation, middle, high, within)
  const open = without([within], upper)
  const [start, end] = [open[0]?.start, open.at(-1)?.end]
  if (start === undefined || end === undefined) return upper
  return overlay(laidOver(rotation, low, middle, { start, end }), upper)
}

/** Who is on call at an instant and why: what the span there says, of which only that instant is looked at. */
export function sayingAt(rotation: Rotation, at: Instant): Saying {
  if (at >= endOf(rotation)) return NOTHING
  const said = turnAt(rotation, at)
  return rotation.overrides.length === 0 ? said : overrideAt(said, rotation.overrides, at)
}

/** The ids of those on call at an instant; empty where nobody is. */
export function onCallAt(rotation: Rotation, at: Instant): readonly string[] {
  return sayingAt(rotation, at).people
}

function turnAt({ layers, ahead }: Rotation, at: Instant): Saying {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i]
    const said = layer && layerAt(layer, at, ahead)
    if (said !== undefined) return said
  }
  return NOTHING
}
