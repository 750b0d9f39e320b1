/** A layer as a function from an interval to a timeline. */
import { DAY, END_OF_TIME, WEEK, type Instant } from '../time/instant.ts'
import { intersection, type Interval } from '../time/interval.ts'
import { dayOfWall } from '../time/wall.ts'
import { startOfDay, type Moment } from '../time/written.ts'
import type { Layer, Member, Rotation } from '../model/rotation.ts'
import { Roster, tableOf, type Order } from './roster.ts'
import { NO_OVERRIDES, type Saying, type Span } from './span.ts'
import { turnsOf, type Turns } from './turns.ts'
import { isOpenAt, openWithin } from './windows.ts'

/** A layer with what was worked out about it once. */
export interface Pattern {
  readonly layer: Layer
  readonly turns: Turns
  readonly roster: Order
}

const patterns = new WeakMap<Layer, Pattern>()

/** What is worked out about a layer; it is kept for as long as the layer is. */
export function patternOf(layer: Layer): Pattern {
  let pattern = patterns.get(layer)
  if (pattern === undefined) {
    const turns = turnsOf(layer)
    const { members, rows } = layer
    const roster = rows === undefined ? new Roster(members, turns) : tableOf(members)
    pattern = { layer, turns, roster }
    patterns.set(layer, pattern)
  }
  return pattern
}

/** When a layer is active at all: from its start to its end. */
export function lifeOf({ start, end }: Layer): Interval {
  return { start: start.instant, end: end?.instant ?? Infinity }
}

/** The spans of a rotation's layer within an interval, cut at its ends; where it is see-through there is none. */
export function layerSpans(rotation: Rotation, layer: Layer, within: Interval): Span[] {
  const active = intersection(within, lifeOf(layer))
  if (active === undefined) return []
  const { turns, roster } = patternOf(layer)
  const spans: Span[] = []
  const { ahead } = rotation
  const isTable = layer.rows !== undefined
  let turn = Math.max(turns.at(active.start), 0)
  let next = turns.startOf(turn + 1)
  const stretches =
    layer.during.length === 0 ? [active] : openWithin(layer.during, layer.zone, active)
  for (const stretch of stretches) {
    let { start } = stretch
    if (next <= start) {
      turn = turns.at(start)
      next = turns.startOf(turn + 1)
    }
    while (start < stretch.end) {
      const over = isTable ? turns.endOf(turn) : next
      const end = over < stretch.end ? over : stretch.end
      const holder = holderAhead(turns, roster, turn, ahead)
      if (holder !== undefined && start < end) {
        const { people } = holder
        const overrides = NO_OVERRIDES
        spans.push({ rotation, start, end, people, layer, turn, overrides })
      }
      if (next > stretch.end) break
      start = next
      turn += 1
      next = turns.startOf(turn + 1)
    }
  }
  return spans
}

/** What a layer says at an instant; undefined where it is see-through. */
export function layerAt(layer: Layer, at: Instant, ahead: number): Saying | undefined {
  if (at < layer.start.instant || at >= (layer.end?.instant ?? Infinity)) return undefined
  if (layer.during.length > 0 && !isOpenAt(layer.during, layer.zone, at)) return undefined
  const { turns, roster } = patternOf(layer)
  const turn = turns.at(at)
  if (at >= turns.endOf(turn)) return undefined
  const holder = holderAhead(turns, roster, turn, ahead)
  return holder && { people: holder.people, layer, turn, overrides: NO_OVERRIDES }
}

/**
 * The whole of the turn that a layer is in at an instant, cut at the layer's own start and end; undefined where it is in
 * none. Of a turn that has no end, only as long as its windows are open then.
 */
export function turnAround(layer: Layer, at: Instant): Interval | undefined {
  const life = lifeOf(layer)
  if (at < life.start || at >= life.end) return undefined
  const { turns } = patternOf(layer)
  const turn = Math.max(turns.at(at), 0)
  const [start, end] = [turns.startOf(turn), turns.endOf(turn)]
  if (at >= end) return undefined
  const whole =
    end === Infinity
      ? { start: Math.max(start, opening(layer, at, start)), end: closing(layer, at) }
      : { start, end }
  return intersection(whole, life)
}

/**
 * The date in a roster by which somebody comes or leaves at a handoff: the day's midnight where no other turn begins on
 * that day before, else the time of the handoff.
 */
export function dateForHandoff(layer: Layer, at: Instant): Moment {
  const { zone } = layer
  const { turns } = patternOf(layer)
  const wall = zone.wallAt(at)
  const day = dayOfWall(wall)
  const midnight = startOfDay(zone, day)
  const first = turns.startOf(turns.at(midnight - 1) + 1)
  return first === at ? { wall: day * DAY, instant: midnight } : { wall, instant: at }
}

/** Since when the windows are open that are open at an instant, or some of the time before; no earlier than `first`. */
function opening({ during, zone }: Layer, at: Instant, first: Instant): Instant {
  if (during.length === 0) return first
  for (let start = at - 2 * WEEK; start > first; start -= at - start) {
    const open = openWithin(during, zone, { start, end: at + 1 }).at(-1)
    if (open?.end !== at + 1) return at
    if (open.start > start) return open.start
  }
  return first
}

/** When the windows that are open at an instant have closed; Infinity where they never do. */
function closing(layer: Layer, at: Instant): Instant {
  const { during, zone } = layer
  const since = openSince.get(layer)
  if (during.length === 0 || (since !== undefined && since <= at)) return Infinity
  const last = (since ?? END_OF_TIME) + 4 * WEEK
  let end = at
  while (end < last) {
    end = Math.min(at + Math.max(2 * WEEK, 2 * (end - at)), last)
    const open = openWithin(during, zone, { start: at, end }).find(({ start }) => start === at)
    if (open === undefined) return at
    if (open.end < end) return open.end
  }
  openSince.set(layer, at)
  return Infinity
}

/** Since when windows never close, as far as anybody has asked: to find that is to look at every day until the end of time. */
const openSince = new WeakMap<Layer, Instant>()

/** Who holds the turn `ahead`; nobody where it never comes (turns of shifts on listed days have an end). */
function holderAhead(turns: Turns, roster: Order, turn: number, ahead: number): Member | undefined {
  if (ahead !== 0 && turns.startOf(turn + ahead) === Infinity) return undefined
  return roster.holderOf(turn + ahead)
}
