/** A layer as a function from an interval to a timeline. */
import { END_OF_TIME, WEEK, type Instant } from '../time/instant.ts'
import { intersection, type Interval } from '../time/interval.ts'
import type { Layer, Member, Rotation } from '../model/rotation.ts'
import { Roster } from './roster.ts'
import { NO_OVERRIDES, type Saying, type Span } from './span.ts'
import { turnsOf, type Turns } from './turns.ts'
import { isOpenAt, openWithin } from './windows.ts'

/** A layer with what was worked out about it once. */
export interface Pattern {
  readonly layer: Layer
  readonly turns: Turns
  readonly roster: Roster
}

const patterns = new WeakMap<Layer, Pattern>()

/** What is worked out about a layer; it is kept for as long as the layer is. */
export function patternOf(layer: Layer): Pattern {
  let pattern = patterns.get(layer)
  if (pattern === undefined) {
    const turns = turnsOf(layer)
    pattern = { layer, turns, roster: new Roster(layer.members, turns) }
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
  let turn = Math.max(turns.at(active.start), 0)
  let start = active.start
  let end = turns.startOf(turn + 1)
  const stretches =
    layer.during.length === 0 ? [active] : openWithin(layer.during, layer.zone, active)
  for (const stretch of stretches) {
    start = stretch.start
    if (end <= start) {
      turn = turns.at(start)
      end = turns.startOf(turn + 1)
    }
    while (start < stretch.end) {
      const until = end < stretch.end ? end : stretch.end
      const holder = holderAhead(turns, roster, turn, rotation.ahead)
      if (holder !== undefined && start < until) {
        const { people } = holder
        const overrides = NO_OVERRIDES
        spans.push({ rotation, start, end: until, people, layer, turn, overrides })
      }
      start = until
      if (end > until) break
      turn += 1
      end = turns.startOf(turn + 1)
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
  const holder = holderAhead(turns, roster, turn, ahead)
  return holder && { people: holder.people, layer, turn, overrides: NO_OVERRIDES }
}

/**
 * The whole of the turn that a layer is in at an instant, cut at the layer's own start and end; undefined
 * where the layer has not begun or is over. Of a turn that has no end, only up to where its windows close.
 */
export function turnAround(layer: Layer, at: Instant): Interval | undefined {
  const life = lifeOf(layer)
  if (at < life.start || at >= life.end) return undefined
  const { turns } = patternOf(layer)
  const turn = Math.max(turns.at(at), 0)
  const end = turns.startOf(turn + 1)
  const whole = { start: turns.startOf(turn), end: end === Infinity ? closing(layer, at) : end }
  return intersection(whole, life)
}

/** When the windows that are open at an instant have closed; Infinity where they never do. */
function closing({ during, zone }: Layer, at: Instant): Instant {
  for (let end = at + 2 * WEEK; end < END_OF_TIME + 4 * WEEK; end += end - at) {
    const open = openWithin(during, zone, { start: at, end }).find(({ start }) => start === at)
    if (open === undefined) return at
    if (open.end < end) return open.end
  }
  return Infinity
}

/** Who holds the turn `ahead`; nobody where it never comes (turns of shifts on listed days have an end). */
function holderAhead(
  turns: Turns,
  roster: Roster,
  turn: number,
  ahead: number,
): Member | undefined {
  if (ahead !== 0 && turns.startOf(turn + ahead) === Infinity) return undefined
  return roster.holderOf(turn + ahead)
}
