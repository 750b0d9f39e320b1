/** The stretch that a report is about: a turn of a rotation, or from one meeting to the next. */
import { DAY, END_OF_TIME, HOUR, WEEK, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Meeting } from '../../model/meeting.ts'
import { endOf, type Layer, type Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { layerAt, lifeOf, patternOf } from '../../timeline/layer.ts'
import { occurrencesOf, type Occurrence } from '../../timeline/occurrences.ts'

/** A whole turn, whatever overrides and windows cut out of it. */
export interface TurnRange extends Interval {
  readonly layer: Layer
  readonly turn: number
}

/**
 * The turn to report on at an instant: the one under way if at most a quarter of it, and at most a day, is left, else the last that has
 * ended. Undefined where there is neither, as of a turn that never ends.
 */
export function turnToReport(rotation: Rotation, at: Instant): TurnRange | undefined {
  const now = turnUnderWay(rotation, at)
  const left = now === undefined ? Infinity : now.end - at
  if (now !== undefined && left <= DAY && left * 4 <= now.end - now.start) return now
  return lastTurn(rotation, at)
}

/** So many turns before one, the latest first: of its layer, and of what was there before that. */
export function turnsBefore(rotation: Rotation, range: TurnRange, count: number): TurnRange[] {
  const before: TurnRange[] = []
  let last = range
  while (before.length < count) {
    const same = last.turn > 0 ? turnOf(rotation, last.layer, last.turn - 1) : undefined
    const one = same ?? lastTurn(rotation, last.start)
    if (one === undefined || one.start >= last.start) break
    before.push(one)
    last = one
  }
  return before
}

/** Of the uppermost layer that says who is on call then; where windows are closed, of the uppermost that has a turn. */
function turnUnderWay(rotation: Rotation, at: Instant): TurnRange | undefined {
  if (at >= endOf(rotation)) return undefined
  const down = rotation.layers.toReversed()
  const shown = down.find((layer) => layerAt(layer, at, rotation.ahead) !== undefined)
  return [...(shown ? [shown] : []), ...down]
    .map((layer) => turnOf(rotation, layer, patternOf(layer).turns.at(at)))
    .find((range) => range !== undefined && range.start <= at && at < range.end)
}

/** The turn that ended last at an instant or before. */
function lastTurn(rotation: Rotation, at: Instant): TurnRange | undefined {
  let found: TurnRange | undefined
  for (const layer of rotation.layers.toReversed()) {
    const { end } = lifeOf(layer)
    const last = patternOf(layer).turns.at(Math.min(at, end, endOf(rotation)) - 1)
    for (const turn of [last, last - 1]) {
      const range = turnOf(rotation, layer, turn)
      if (range !== undefined && range.end <= at && range.end > (found?.end ?? -Infinity)) {
        found = range
      }
    }
  }
  return found
}

/** A turn as long as its layer and the rotation last; undefined where that is nothing, or without end. */
function turnOf(rotation: Rotation, layer: Layer, turn: number): TurnRange | undefined {
  if (turn < 0) return undefined
  const { turns } = patternOf(layer)
  const life = lifeOf(layer)
  const start = Math.max(turns.startOf(turn), life.start)
  const end = Math.min(turns.endOf(turn), life.end, endOf(rotation))
  return start < end && end < END_OF_TIME ? { start, end, layer, turn } : undefined
}

/** A meeting is looked for so far back. */
const REACH = 53 * WEEK

/** The occurrence to which a report at an instant belongs: the one that begins within an hour of it. */
export function occurrenceNear(
  workspace: Workspace,
  meeting: Meeting,
  at: Instant,
): Occurrence | undefined {
  const near = occurrencesOf(workspace, meeting, { start: at - HOUR, end: at + HOUR + 1 })
  return near
    .filter(({ start }) => Math.abs(start - at) <= HOUR)
    .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
}

/**
 * The stretches between the occurrences of a meeting, the latest first: up to an instant, and so many before. Fewer where
 * the meeting was not held so often in a year.
 */
export function meetingRanges(
  workspace: Workspace,
  meeting: Meeting,
  end: Instant,
  count: number,
): Interval[] {
  const starts = [
    ...new Set(
      occurrencesOf(workspace, meeting, { start: end - REACH, end }).map(({ start }) => start),
    ),
  ].filter((start) => start < end)
  const edges = [end, ...starts.sort((a, b) => b - a)].slice(0, count + 1)
  return edges.slice(1).map((start, i) => ({ start, end: edges[i] ?? end }))
}
