/** Rotations in words that PagerDuty has: it knows no turn without an end, and no end of a schedule. */
import type { Moment } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { isAlways, type Layer, type Rotation } from '../model/rotation.ts'

/**
 * The same rotation with turns that come again: somebody who is on call always as somebody who takes a week after the
 * other, and the end of the rotation as that of each layer.
 * @param zone the one in which such weeks are best counted, where that is the same to the layer
 */
export function recurring(rotation: Rotation, zone?: Zone): Rotation {
  if (rotation.end === undefined && !rotation.layers.some(isAlways)) return rotation
  const layers = rotation.layers.map((layer): Layer => {
    const end = sooner(layer.end, rotation.end)
    const ended: Layer = end === undefined ? layer : { ...layer, end }
    if (!isAlways(layer)) return ended
    return {
      ...ended,
      zone: layer.during.length === 0 ? (zone ?? layer.zone) : layer.zone,
      turn: { count: 1, unit: 'weeks' },
      // Who looks a turn ahead finds none.
      members: rotation.ahead === 0 ? layer.members : [],
    }
  })
  return { ...rotation, layers }
}

function sooner(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a.instant < b.instant ? a : b
}
