/** A rotation's timeline: its layers one over the other, its overrides on top. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { layerAt, layerSpans } from './layer.ts'
import { overlay } from './overlay.ts'
import { applyOverrides, overrideAt } from './overrides.ts'
import { NO_OVERRIDES, type Span, type Timeline } from './span.ts'

/** Who is on call within an interval and why; cut at its ends, which changes nothing inside it. */
export function timelineOf(rotation: Rotation, within: Interval): Timeline {
  return applyOverrides(turnsWithin(rotation, within), rotation.overrides, within)
}

/** The same without overrides: what the turns alone say. */
export function turnsWithin({ layers, ahead }: Rotation, within: Interval): Timeline {
  let timeline: Timeline = []
  for (const layer of layers) timeline = overlay(timeline, layerSpans(layer, within, ahead))
  return timeline
}

/** Who is on call at an instant and why: the span there, of which only the instant itself is looked at. */
export function sayingAt(rotation: Rotation, at: Instant): Omit<Span, 'start' | 'end'> {
  const base = turnAt(rotation, at)
  return rotation.overrides.length === 0 ? base : overrideAt(base, rotation.overrides, at)
}

/** The ids of those on call at an instant; empty where nobody is. */
export function onCallAt(rotation: Rotation, at: Instant): readonly string[] {
  return sayingAt(rotation, at).people
}

const NOBODY: Omit<Span, 'start' | 'end'> = {
  people: [],
  layer: null,
  turn: null,
  overrides: NO_OVERRIDES,
}

function turnAt({ layers, ahead }: Rotation, at: Instant): Omit<Span, 'start' | 'end'> {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i]
    const held = layer && layerAt(layer, at, ahead)
    if (layer && held) {
      return { people: held.holder.people, layer, turn: held.turn, overrides: NO_OVERRIDES }
    }
  }
  return NOBODY
}
