/** `drifting-handoff`: turns of hours are elapsed time, so that a clock change moves their handoffs to another time of day. */
import { DAY, HOUR } from '../../time/instant.ts'
import { intersection, type Interval } from '../../time/interval.ts'
import { writeLength } from '../../time/length.ts'
import { timeOfWall, writeTimeOfDay } from '../../time/wall.ts'
import { sayDate } from '../../time/words.ts'
import type { OffsetChange } from '../../time/zone.ts'
import { ownLayers, type Layer } from '../../model/rotation.ts'
import { lifeOf, patternOf } from '../../timeline/layer.ts'
import type { Rule } from './rule.ts'

export const driftingHandoff: Rule = {
  name: 'drifting-handoff',
  severity: 'warning',
  summary:
    'A clock change moves handoffs to another time of day, because turns of hours are elapsed time.',
  wrong: `
timezone: America/New_York
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-29 09:00, turn: 12 hours, members: [alice, bob] }
`,
  right: `
timezone: America/New_York
people: { alice: {}, bob: {} }
rotations:
  primary:
    start: 2026-11-29 09:00
    turn: 1 shift
    during: [{ from: 09:00, to: 21:00 }, { from: 21:00, to: 09:00 }]
    members: [alice, bob]
`,
  check: ({ rotations, within, now }) =>
    rotations.flatMap(({ rotation }) =>
      ownLayers(rotation).flatMap((layer) => {
        const change = firstMove(layer, { ...within, start: Math.max(within.start, now) })
        if (change === undefined) return []
        const { zone, turn } = layer
        const { turns } = patternOf(layer)
        const last = turns.startOf(turns.at(change.at))
        const next = turns.startOf(turns.at(change.at) + dayful(layer))
        const [was, is] = [last, next].map((at) => writeTimeOfDay(timeOfWall(zone.wallAt(at))))
        const others = rotation.layers.length > 1 ? ` (layer '${layer.name}')` : ''
        return {
          message: `turns of ${writeLength(turn)} of '${rotation.id}'${others} are handed over at ${is} instead of ${was} from ${sayDate(zone, change.at, now)} on, when the clock changes (${zone.name}): ${wayOut(layer, change)}`,
          place: layer.place,
          rotation: rotation.id,
          start: change.at,
        }
      }),
    ),
}

/** How many turns later the time of day would come again. */
function dayful({ turn }: Layer): number {
  return Math.max(1, 24 / turn.count)
}

/** The first clock change after which handoffs are at other times; only where they have times of day at all. */
function firstMove(layer: Layer, within: Interval): OffsetChange | undefined {
  const { turn, zone, members, rows } = layer
  const length = turn.count * HOUR
  if (turn.unit !== 'hours' || rows !== undefined || members.length < 2) return undefined
  if (length % DAY !== 0 && DAY % length !== 0) return undefined
  const seen = intersection(within, lifeOf(layer))
  const changes = seen === undefined ? [] : zone.changesIn(seen)
  return changes.find(({ before, after }) => (after - before) % Math.min(length, DAY) !== 0)
}

/** The same turns by the wall clock. */
function wayOut(layer: Layer, { at, before }: OffsetChange): string {
  const { count } = layer.turn
  if (count % 168 === 0)
    return `'turn: ${writeLength({ count: count / 168, unit: 'weeks' })}' keeps the time`
  if (count % 24 === 0)
    return `'turn: ${writeLength({ count: count / 24, unit: 'days' })}' keeps the time`
  const { turns } = patternOf(layer)
  const first = turns.startOf(turns.at(at)) + before
  const times = Array.from({ length: 24 / count }, (_, i) => timeOfWall(first + i * count * HOUR))
  const sorted = [...times].sort((a, b) => a - b)
  const windows = sorted.map((time, i) => {
    const [from, to] = [time, sorted[(i + 1) % sorted.length] ?? time].map(writeTimeOfDay)
    return `{ from: ${from}, to: ${to} }`
  })
  return `'turn: 1 shift' with 'during: [${windows.join(', ')}]' keeps the times, and a layer in UTC has no clock changes`
}
