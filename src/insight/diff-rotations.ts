/** How a rotation differs: who is on call at other times, whether handoffs or the line-up are others. */
import type { Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import type { Rotation } from '../model/rotation.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { lifeOf, patternOf } from '../timeline/layer.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { shiftAt } from '../timeline/shifts.ts'
import { sameList, type Timeline } from '../timeline/span.ts'
import { openWithin } from '../timeline/windows.ts'
import { whenIs, type When } from './when.ts'

/** A stretch in which other people are on call, whole also where it reaches out of the range. The ids are those by which people go afterwards. */
export interface Stretch extends Difference {
  readonly when: When
}

/** A rotation that is not as it was. */
export interface RotationDiff {
  readonly id: string
  readonly change: 'added' | 'deleted' | 'changed'
  /** As it was and as it is, where it was and is. */
  readonly before: Rotation | undefined
  readonly after: Rotation | undefined
  /** Whether turns begin at other times, or windows open at others, within the range. */
  readonly handoffs: boolean
  /** Whether others take part, or in another order. */
  readonly lineUp: boolean
  readonly stretches: readonly Stretch[]
}

interface Setting {
  readonly within: Interval
  readonly now: Instant
  readonly latter: (id: string) => string
}

/** How a rotation differs; undefined where it does not. */
export function rotationDiff(
  id: string,
  before: Rotation | undefined,
  after: Rotation | undefined,
  { within, now, latter }: Setting,
): RotationDiff | undefined {
  const whole = wholeShifts([before, after], within)
  const was = before === undefined ? [] : renamed(timelineOf(before, whole), latter)
  const is = after === undefined ? [] : timelineOf(after, whole)
  const stretches = compare(was, is, whole)
    .filter((stretch) => touches(stretch, within))
    .map((stretch) => ({ ...stretch, when: whenIs(stretch, now) }))
  if (before === undefined || after === undefined) {
    const change = before === undefined ? ('added' as const) : ('deleted' as const)
    return { id, change, before, after, handoffs: false, lineUp: false, stretches }
  }
  const handoffs = !sameList(handoffsOf(before, within), handoffsOf(after, within))
  const lineUp = lineUpOf(before, within, latter) !== lineUpOf(after, within, (each) => each)
  if (stretches.length === 0 && !handoffs && !lineUp) return undefined
  return { id, change: 'changed', before, after, handoffs, lineUp, stretches }
}

/** The interval and the whole of the shifts at its ends, so that what differs there is not said to end with it. */
function wholeShifts(
  rotations: readonly (Rotation | undefined)[],
  { start, end }: Interval,
): Interval {
  const first = rotations.map((rotation) => (rotation && shiftAt(rotation, start))?.start ?? start)
  const last = rotations.map((rotation) => (rotation && shiftAt(rotation, end - 1))?.end ?? end)
  const ends = last.filter((at) => at !== Infinity)
  return { start: Math.min(start, ...first), end: Math.max(end, ...ends) }
}

function renamed(timeline: Timeline, latter: (id: string) => string): Timeline {
  return timeline.map((span) => ({ ...span, people: span.people.map(latter) }))
}

/** When turns begin, and when windows open and close, of all layers; whoever holds them. */
function handoffsOf({ layers }: Rotation, within: Interval): Instant[] {
  const found = new Set<Instant>()
  for (const layer of layers) {
    const life = lifeOf(layer)
    const start = Math.max(within.start, life.start)
    const end = Math.min(within.end, life.end)
    if (start >= end) continue
    const { turns } = patternOf(layer)
    for (let turn = Math.max(0, turns.at(start)); turns.startOf(turn) < end; turn += 1) {
      if (turns.startOf(turn) >= start) found.add(turns.startOf(turn))
    }
    if (layer.during.length === 0) continue
    for (const open of openWithin(layer.during, layer.zone, { start, end }))
      found.add(open.start).add(open.end)
  }
  return [...found].sort((a, b) => a - b)
}

/** Who takes part in which order, layer by layer, as a text; what was over before the range does not count. */
function lineUpOf(
  { layers, ahead }: Rotation,
  within: Interval,
  latter: (id: string) => string,
): string {
  const living = layers.filter((layer) => lifeOf(layer).end > within.start)
  const told = living.map(({ members }) =>
    members
      .filter(({ until }) => (until?.instant ?? Infinity) > within.start)
      .map(({ people, from, until }) => [
        people.map(latter).sort(),
        Math.max(from?.instant ?? 0, within.start),
        until?.instant ?? null,
      ]),
  )
  return JSON.stringify([ahead, told])
}
