/** `cut-opening`: handoffs in the middle of an opening, so that one night is shared out between two people. */
import { DAY, type Instant } from '../../time/instant.ts'
import { intersection, type Interval } from '../../time/interval.ts'
import { writeWall } from '../../time/wall.ts'
import { sayFullTime, sayTimeOfDay } from '../../time/words.ts'
import { ownLayers, type Layer } from '../../model/rotation.ts'
import { samePeople } from '../../timeline/compare.ts'
import { lifeOf, patternOf } from '../../timeline/layer.ts'
import { firstEndingAfter } from '../../timeline/span.ts'
import { openWithin, opensAt } from '../../timeline/windows.ts'
import type { Rule } from './rule.ts'

/** Windows of a week close after a week: so far around an instant they are seen whole. */
const AROUND = 15 * DAY

export const cutOpening: Rule = {
  name: 'cut-opening',
  severity: 'warning',
  summary: 'Turns begin in the middle of an opening, which two people then share.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  nights:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { from: 19:00, to: 07:00 }
    coverage: none
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  nights:
    start: 2026-11-30 19:00
    turn: 1 week
    members: [alice, bob]
    during: { from: 19:00, to: 07:00 }
    coverage: none
`,
  check: ({ rotations, within }) =>
    rotations.flatMap(({ rotation }) =>
      ownLayers(rotation).flatMap((layer) => {
        const cut = firstCut(layer, within)
        if (cut === undefined) return []
        const { opening, at } = cut
        const { zone } = layer
        const others = rotation.layers.length > 1 ? ` (layer '${layer.name}')` : ''
        return {
          message: `turns of '${rotation.id}'${others} begin at ${sayTimeOfDay(zone, at)} in the middle of an opening, first on ${sayFullTime(zone, at)} (${zone.name}), in the one that is open from ${sayTimeOfDay(zone, opening.start)} to ${sayTimeOfDay(zone, opening.end)}: ${wayOut(layer)}`,
          place: layer.place,
          rotation: rotation.id,
          start: opening.start,
          end: opening.end,
        }
      }),
    ),
}

interface Cut {
  readonly opening: Interval
  /** The handoff in it. */
  readonly at: Instant
}

/**
 * The first opening that a handoff cuts, of those that are shorter than a turn: longer ones cannot but be shared. Where
 * another window opens at the handoff it begins with that one.
 */
function firstCut(layer: Layer, within: Interval): Cut | undefined {
  const { during, zone, turn, members, rows } = layer
  // In a table each handoff was written by somebody.
  if (during.length === 0 || turn.unit === 'shifts' || rows !== undefined) return undefined
  if (members.length < 2) return undefined
  const seen = intersection(within, lifeOf(layer))
  if (seen === undefined) return undefined
  const { turns, roster } = patternOf(layer)
  const open = openWithin(during, zone, { start: seen.start - AROUND, end: seen.end + AROUND })
  for (let k = Math.max(1, turns.at(seen.start)); turns.startOf(k) < seen.end; k += 1) {
    const at = turns.startOf(k)
    const opening = at < seen.start ? undefined : open[firstEndingAfter(open, at)]
    if (opening === undefined || opening.start >= at) continue
    if (opening.end - opening.start >= turns.startOf(k + 1) - at) continue
    if (opensAt(during, zone, at)) continue
    const [last, next] = [roster.holderOf(k - 1), roster.holderOf(k)]
    if (!samePeople(last?.people ?? [], next?.people ?? [])) return { opening, at }
  }
  return undefined
}

function wayOut(layer: Layer): string {
  const { start, during, zone } = layer
  const { instant } = start
  const open = openWithin(during, zone, { start: instant, end: instant + AROUND })
  const next = open.find((opening) => opening.start > instant)
  const shift = `'turn: 1 shift' makes a turn of each opening`
  if (next === undefined) return shift
  return `begin them with one ('start: ${writeWall(zone.wallAt(next.start))}' for a new layer from the next handoff on), or ${shift}`
}
