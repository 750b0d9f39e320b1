/** `unseen-layer`: a layer that can never be seen: no turn of it is on top at any time. */
import { DAY, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { isSeen } from './layers/seen.ts'
import type { Rule } from './rule.ts'

/** Windows on holidays may be closed for long; after so many days they are believed to stay so. */
const PATIENCE = 800 * DAY

/** So much is gone through at once, more and more; not so much that turns of an hour fill the memory. */
const STEP = 100 * DAY
const LONGEST_STEP = 3650 * DAY

export const unseenLayer: Rule = {
  name: 'unseen-layer',
  severity: 'warning',
  summary: 'Nobody ever sees a layer, because others lie on top of it or its windows never open.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    layers:
      - {
          name: nights,
          start: 2026-11-30 18:00,
          turn: 1 week,
          members: [bob, alice],
          during: { from: 18:00, to: 09:00 },
        }
      - { name: always, start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    layers:
      - { name: always, start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      - {
          name: nights,
          start: 2026-11-30 18:00,
          turn: 1 week,
          members: [bob, alice],
          during: { from: 18:00, to: 09:00 },
        }
`,
  check: ({ rotations, within, now }) =>
    rotations.flatMap(({ rotation }) =>
      rotation.follows !== undefined
        ? []
        : unseen(rotation, within, now).map((layer) => ({
            message: `the layer '${layer.name}' of '${rotation.id}' is never seen: other layers lie on top of it whenever it is active, or its windows never open: delete it, or write it behind them (later layers lie on top)`,
            place: layer.place,
            rotation: rotation.id,
          })),
    ),
}

function unseen(rotation: Rotation, within: Interval, now: Instant): Layer[] {
  const living = rotation.layers.filter(({ end }) => (end?.instant ?? Infinity) > now)
  const hidden = living.filter((layer) => !isSeen(rotation, layer, within))
  return hidden.length === 0 ? [] : neverSeen(rotation, hidden, now)
}

/** Those that were not seen before either, as one is that another has replaced, and will not be: looked for all at once. */
function neverSeen(rotation: Rotation, hidden: readonly Layer[], now: Instant): Layer[] {
  const left = new Map(
    [...hidden]
      .sort((a, b) => a.start.instant - b.start.instant)
      .map((layer) => [layer, lastLook(layer, now)]),
  )
  let [start, step] = [-Infinity, STEP]
  for (;;) {
    const [first] = left.keys()
    const until = [...left.values()].reduce((last, at) => Math.max(last, at), -Infinity)
    start = Math.max(start, first?.start.instant ?? Infinity)
    if (start >= until) return hidden.filter((layer) => left.has(layer))
    const end = Math.min(start + step, until)
    for (const span of turnsWithin(rotation, { start, end })) {
      if (span.layer !== null && span.start < (left.get(span.layer) ?? -Infinity))
        left.delete(span.layer)
    }
    start = end
    step = Math.min(step * 2, LONGEST_STEP)
  }
}

/** Until when it is waited for a layer to be seen. */
function lastLook({ start, end }: Layer, now: Instant): Instant {
  return Math.min(Math.max(now, start.instant) + PATIENCE, end?.instant ?? Infinity)
}
