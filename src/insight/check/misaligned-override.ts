/**
 * `misaligned-override`: an edge that misses a handoff by some hours, which leaves somebody a splinter of a turn; or a
 * plain `who` over time in which nobody was on call, who is then on call for hours that nobody asked for.
 */
import { DAY, HOUR, type Instant } from '../../time/instant.ts'
import { writeWall } from '../../time/wall.ts'
import { sayElapsed, sayFullTime } from '../../time/words.ts'
import { groupBy } from '../../model/group.ts'
import type { Override } from '../../model/rotation.ts'
import { samePeople } from '../../timeline/compare.ts'
import type { Timeline } from '../../timeline/span.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { effectOf } from './overrides/override-effects.ts'
import { namesOf, overridesIn, type Use } from './overrides/written-overrides.ts'
import type { Facts, Finding, Rule } from './rule.ts'

/** An edge as near as this to a handoff, but not on it, was probably meant to be on it. */
const NEAR = 6 * HOUR

/** Where whole days are written, the handoff of that day was. */
const SAME_DAY = DAY - 1

/** Of turns as short as this nearly everything is near a handoff: there it is a quarter of them. */
const SHORT = 12 * HOUR

export const misalignedOverride: Rule = {
  name: 'misaligned-override',
  severity: 'warning',
  summary: 'An edge lies within 6 hours of a handoff but not on it.',
  wrong: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
overrides:
  - { rotation: primary, who: carol, from: 2026-12-05 00:00, to: 2026-12-07 03:00 }
`,
  right: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
overrides:
  - { rotation: primary, who: carol, from: 2026-12-05 00:00, to: 2026-12-07 00:00 }
`,
  check: (facts) =>
    overridesIn(facts).flatMap((uses) => {
      const fault = uses.flatMap((use) => faultOf(use, facts) ?? [])[0]
      if (fault === undefined) return []
      return { ...fault, rotations: uses.map((use) => use.rotation.id) }
    }),
}

function faultOf(use: Use, facts: Facts): Finding | undefined {
  const { rotation, override } = use
  // What is added beside others has nothing to do with handoffs; without turns there are none.
  if (override.kind === 'add' || rotation.layers.length === 0) return undefined
  const { start, end, people, place } = override
  const sentence = overUnheld(use, facts) ?? nearHandoff(use, facts.within.start)
  if (sentence === undefined) return undefined
  return {
    message: sentence,
    place,
    rotation: rotation.id,
    people,
    start,
    end,
  }
}

function overUnheld(use: Use, facts: Facts): string | undefined {
  const { rotation, override } = use
  const { insteadOf, people, start, end } = override
  if (insteadOf !== undefined || people.length === 0) return undefined
  const [first, ...more] = effectOf(use, facts).unheld
  if (first === undefined) return undefined
  const { zone } = rotation
  const often = more.length === 1 ? 'once' : `${more.length} times`
  const times = more.length > 0 ? ` (and ${often} more)` : ''
  const way =
    first.start === start && first.end === end
      ? `'add' says that somebody comes where nobody was`
      : `'instead_of' keeps to the hours of whom it replaces, 'add' says that somebody comes where nobody was`
  return `the override puts ${namesOf(people)} on call for '${rotation.id}' from ${sayFullTime(zone, first.start)} to ${sayFullTime(zone, first.end)} (${zone.name})${times}, when nobody was: ${way}`
}

function nearHandoff(use: Use, now: Instant): string | undefined {
  const { rotation, override } = use
  const { zone } = rotation
  const missed = missedHandoffs(use, now)
  const [key, handoff] = [...missed][0] ?? []
  if (key === undefined || handoff === undefined) return undefined
  const edge = override[key]
  const word = key === 'start' ? 'begins' : 'ends'
  const side = edge < handoff ? 'before' : 'after'
  const isDay = override.written?.wholeDays === true
  const how = isDay ? 'is written in whole days and ' : ''
  const way = isDay
    ? wholeTurns(use, missed)
    : `write '${wallKey(use, key, handoff)}' for whole turns`
  return `the override for ${namesOf(override.people)} ${how}${word} on ${sayFullTime(zone, edge)}, ${sayElapsed(Math.abs(edge - handoff))} ${side} the handoff of '${rotation.id}' on ${sayFullTime(zone, handoff)} (${zone.name}): ${way}`
}

/** The handoffs that its edges miss, those that are still to come. */
function missedHandoffs({ rotation, override }: Use, now: Instant): Map<Edge, Instant> {
  const isDay = override.written?.wholeDays === true
  const around = 2 * (isDay ? DAY : SHORT)
  const missed = new Map<Edge, Instant>()
  for (const key of ['start', 'end'] as const) {
    const edge = override[key]
    if (edge < now || edge === Infinity) continue
    const turns = turnsWithin(rotation, { start: edge - around, end: edge + around })
    if (!isAtWork({ rotation, override }, key, turns)) continue
    if (isEdgeOfAnother({ rotation, override }, edge)) continue
    const handoff = nearest(
      turns,
      edge,
      isDay ? dayReach(key, missed) : { before: NEAR, after: NEAR },
    )
    if (handoff !== undefined && handoff !== edge) missed.set(key, handoff)
  }
  return missed
}

type Edge = 'start' | 'end'

/** How far before and after an edge a handoff may lie that was meant. */
interface Reach {
  readonly before: number
  readonly after: number
}

/**
 * A whole day is beside a handoff that lies within it, in its first or last day: a part of it is another's turn. A
 * handoff on the day after the last one is missed only by who began a turn too early as well.
 */
function dayReach(key: Edge, missed: ReadonlyMap<Edge, Instant>): Reach {
  if (key === 'start') return { before: NEAR, after: SAME_DAY }
  return { before: SAME_DAY, after: missed.has('start') ? SAME_DAY : NEAR }
}

/** `from: 2026-12-07 16:00` */
function wallKey({ rotation: { zone } }: Use, edge: Edge, at: Instant): string {
  return `${edge === 'start' ? 'from' : 'to'}: ${writeWall(zone.wallAt(at))}`
}

/** Where both edges miss the same handoff, the day has a part of two turns. */
function wholeTurns(use: Use, missed: ReadonlyMap<Edge, Instant>): string {
  const { override } = use
  const start = missed.get('start') ?? override.start
  const end = missed.get('end') ?? override.end
  return start < end
    ? `write '${wallKey(use, 'start', start)}, ${wallKey(use, 'end', end)}' for whole turns`
    : `the day has a part of two turns, so write 'from' and 'to' with times, or by 'instead_of' whose part is meant`
}

/** Of an `instead_of`, an edge counts only where it really ends or begins somebody's time. */
function isAtWork({ override }: Use, key: 'start' | 'end', turns: Timeline): boolean {
  const { insteadOf } = override
  if (insteadOf === undefined) return true
  const inside = key === 'start' ? override.start : override.end - 1
  const span = turns.find(({ start, end }) => start <= inside && inside < end)
  return span?.people.includes(insteadOf) ?? false
}

/** By list of overrides, how many begin or end at an instant; of those that are written in whole days none is counted. */
const edges = new WeakMap<readonly Override[], ReadonlyMap<Instant, number>>()

/**
 * Whether another override begins where this one ends, or the other way round, which was meant then; not where both are
 * written in whole days, since those touch at midnight wherever the handoff was.
 */
function isEdgeOfAnother({ rotation: { overrides }, override }: Use, edge: Instant): boolean {
  let counted = edges.get(overrides)
  if (counted === undefined) {
    const all = overrides.filter(isTimed).flatMap(({ start, end }) => [start, end])
    counted = new Map([...groupBy(all, (at) => at)].map(([at, same]) => [at, same.length]))
    edges.set(overrides, counted)
  }
  return (counted.get(edge) ?? 0) > (isTimed(override) ? 1 : 0)
}

function isTimed({ written }: Override): boolean {
  return written?.wholeDays !== true
}

/** The handoff that an edge is on or near, if any. */
function nearest(turns: Timeline, edge: Instant, reach: Reach): Instant | undefined {
  const found = handoffs(turns)
  const last = found.findLast((at) => at <= edge) ?? -Infinity
  const next = found.find((at) => at > edge) ?? Infinity
  if (last === edge) return edge
  const quarter = next - last <= SHORT ? (next - last) / 4 : Infinity
  const near = [last, next].filter(
    (at) =>
      at >= edge - Math.min(reach.before, quarter) && at <= edge + Math.min(reach.after, quarter),
  )
  return near.sort((a, b) => Math.abs(a - edge) - Math.abs(b - edge))[0]
}

/** When other people come on call. The ends of a timeline that was cut are none. */
function handoffs(turns: Timeline): Instant[] {
  const found: Instant[] = []
  for (const [i, span] of turns.entries()) {
    const previous = turns[i - 1]
    if (previous === undefined) continue
    if (previous.end < span.start) found.push(previous.end, span.start)
    else if (!samePeople(previous.people, span.people)) found.push(span.start)
  }
  return found
}
