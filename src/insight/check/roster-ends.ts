/** `roster-ends`: from some day on nobody takes turns any more, because everybody left or all layers end. */
import { DAY, type Instant } from '../../time/instant.ts'
import { lifeOf, patternOf } from '../../timeline/layer.ts'
import { sayFullTime } from '../../time/words.ts'
import { firstStart, type Layer } from '../../model/rotation.ts'
import { gapsIn } from '../../timeline/coverage.ts'
import type { Rule } from './rule.ts'

/** Said in good time, but not for a year on end: an end that is far off is a plan. */
const AHEAD = 90 * DAY

export const rosterEnds: Rule = {
  name: 'roster-ends',
  severity: 'warning',
  summary: 'From some day within the next months on nobody takes turns.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [{ who: alice, until: 2027-05-03 }, { who: bob, until: 2027-05-03 }]
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [{ who: alice, until: 2027-05-03 }, bob]
`,
  check: ({ rotations, within, now }) =>
    rotations.flatMap(({ rotation }) => {
      if (rotation.follows !== undefined || rotation.layers.length === 0) return []
      const ends = rotation.layers.map((layer) => ({ layer, at: lastEnd(layer) }))
      const { layer, at } = ends.reduce((a, b) => (b.at > a.at ? b : a))
      if (at <= Math.max(now, firstStart(rotation)) || at > within.end + AHEAD) return []
      if (gapsIn(rotation, { start: at, end: at + 8 * DAY }).length === 0) return []
      const { zone } = rotation
      const why = whyOver(layer, at)
      return {
        message: `nobody takes turns of '${rotation.id}' from ${sayFullTime(zone, at)} (${zone.name}) on, when ${why}: add somebody with 'from', or a layer that begins then`,
        place: layer.place,
        rotation: rotation.id,
        start: at,
      }
    }),
}

/** From when on a layer holds nothing for good; Infinity where it goes on. */
function lastEnd(layer: Layer): Instant {
  const { end } = lifeOf(layer)
  const { turns } = patternOf(layer)
  if (layer.rows !== undefined) return Math.min(end, turns.endOf(layer.rows.length - 1))
  const last = layer.members
    .filter(({ people }) => people.length > 0)
    .reduce((latest, { until }) => Math.max(latest, until?.instant ?? Infinity), -Infinity)
  if (!Number.isFinite(last)) return last === Infinity ? end : -Infinity
  let turn = Math.max(0, turns.at(last))
  if (turns.startOf(turn) < last) turn += 1
  return Math.min(end, turns.startOf(turn))
}

function whyOver({ end, rows }: Layer, at: Instant): string {
  if (at === end?.instant) return 'its last layer ends'
  return rows === undefined ? `everybody's 'until' has come` : 'the last row of its table is over'
}
