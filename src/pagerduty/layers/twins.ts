/** Layers that two runs at once have made twice: the lower of two alike is never seen, and ends. */
import { MINUTE, type Instant } from '../../time/instant.ts'
import {
  asNew,
  idle,
  standingStints,
  type LayerWorld,
  type Relayered,
  type LayerStanding,
} from './relayered.ts'

/** What must become of the layers where some are there twice; undefined where none is. */
export function withoutTwins(
  standing: readonly LayerStanding[],
  world: Pick<LayerWorld, 'now' | 'zone' | 'whole'>,
): Relayered | undefined {
  const { now } = world
  const lower = standing.filter((one, i) =>
    standing.slice(i + 1).some((upper) => isTwin(one, upper, now)),
  )
  if (lower.length === 0) return undefined
  const layers = standing.map((one) => {
    if (!lower.includes(one)) return asNew(one.layer)
    if (one.from > now) return idle(one)
    // Its end must not be past by the time that PagerDuty reads it, and the next sync must see no twin any more.
    const handoff = standingStints(one, world).find(({ end }) => end > now + 10 * MINUTE)
    return { ...asNew(one.layer), end: handoff?.end ?? one.layer.end }
  })
  return { layers, made: [] }
}

/** Whether a layer higher up says the same for as long as this one does. */
function isTwin({ layer, from }: LayerStanding, upper: LayerStanding, now: Instant): boolean {
  const other = upper.layer
  return (
    upper.from <= Math.max(from, now) &&
    layer.end === other.end &&
    layer.virtualStart === other.virtualStart &&
    layer.seconds === other.seconds &&
    layer.users.join() === other.users.join() &&
    JSON.stringify(layer.restrictions) === JSON.stringify(other.restrictions)
  )
}
