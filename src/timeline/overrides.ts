/** Overrides, applied to a timeline in the order in which they are listed. */
import type { Interval } from '../time/interval.ts'
import type { Override, Rotation } from '../model/rotation.ts'
import { inForce } from './in-force.ts'
import { countBelow } from './sorted.ts'
import {
  append,
  cut,
  firstEndingAfter,
  NOTHING,
  sameList,
  type Saying,
  type Span,
  type Timeline,
} from './span.ts'

/** Applies a rotation's overrides to what its turns say, within an interval that holds all of that. */
export function applyOverrides(rotation: Rotation, base: Timeline, within: Interval): Timeline {
  const relevant = inForce(rotation.overrides, within)
  if (relevant.length === 0) return base
  const result: Span[] = []
  for (const { start, end, active } of piecesOf(relevant, within, 'that count')) {
    if (active.length === 0) {
      for (let i = firstEndingAfter(base, start); i < base.length; i += 1) {
        const span = base[i]
        if (span === undefined || span.start >= end) break
        append(result, cut(span, Math.max(span.start, start), Math.min(span.end, end)))
      }
    } else {
      // Each is a place in the list.
      const found = active.map((place) => relevant[place] as Override)
      overridden(rotation, result, base, found, start, end)
    }
  }
  return result
}

/** What the overrides at an instant make of what is said there. */
export function overrideAt(base: Saying, overrides: readonly Override[], at: number): Saying {
  const active = inForce(overrides, { start: at, end: at + 1 })
  return active.length === 0 ? base : applyAll(base, active)
}

/** Goes through a stretch in which the same overrides are in force, span by span and gap by gap. */
function overridden(
  rotation: Rotation,
  result: Span[],
  base: Timeline,
  active: readonly Override[],
  start: number,
  end: number,
): void {
  let from = start
  for (let i = firstEndingAfter(base, start); from < end; i += 1) {
    const span = base[i]
    const gapEnd = Math.min(span?.start ?? end, end)
    if (from < gapEnd) {
      add(result, rotation, applyAll(NOTHING, active), from, gapEnd)
      from = gapEnd
    }
    if (span === undefined || from >= end) continue
    const until = Math.min(span.end, end)
    add(result, rotation, applyAll(span, active), from, until)
    from = until
  }
}

/** Applies overrides to what the turns say, in order. */
function applyAll(base: Saying, active: readonly Override[]): Saying {
  let { layer, turn } = base
  // In listed order, each once.
  let people = new Set(base.people)
  let overrides: Override[] = []
  for (const override of active) {
    const { kind, insteadOf } = override
    if (kind === 'replace' && insteadOf !== undefined) {
      if (!people.has(insteadOf)) continue
      people = exchanged(people, insteadOf, override.people)
    } else {
      // What stands alone, in the place of all or over a gap, stands without a turn.
      if (kind === 'replace' || people.size === 0) {
        layer = null
        turn = null
      }
      if (kind === 'replace') {
        people = new Set(override.people)
        overrides = []
      } else {
        for (const each of override.people) people.add(each)
      }
    }
    overrides.push(override)
  }
  return {
    people: sameList([...people], base.people) ? base.people : [...people],
    layer,
    turn,
    overrides,
  }
}

function exchanged(
  people: ReadonlySet<string>,
  out: string,
  others: readonly string[],
): Set<string> {
  if (people.size === 1) return new Set(others)
  return new Set([...people].flatMap((each) => (each === out ? others : [each])))
}

function add(
  result: Span[],
  rotation: Rotation,
  { people, layer, turn, overrides }: Saying,
  start: number,
  end: number,
): void {
  // Where nobody is and nothing was said, there is no span at all.
  if (people.length === 0 && layer === null && overrides.length === 0) return
  append(result, { rotation, start, end, people, layer, turn, overrides })
}

export interface Piece extends Interval {
  /** Places of overrides in their list; another piece may change it. */
  readonly active: readonly number[]
}

/**
 * Cuts an interval where overrides begin and end; each piece knows which are in force, in listed order: those that still
 * count, from the last one that replaces everybody on, or all of them.
 */
export function* piecesOf(
  overrides: readonly Override[],
  within: Interval,
  which: 'all' | 'that count',
): Generator<Piece> {
  const edges = overrides.flatMap((override, order) => [
    { at: Math.max(override.start, within.start), order, begins: true },
    { at: Math.min(override.end, within.end), order, begins: false },
  ])
  edges.sort((a, b) => a.at - b.at)
  const active: number[] = []
  let start = within.start
  for (const { at, order, begins } of edges) {
    if (at > start) {
      yield { start, end: at, active: which === 'all' ? active : lastWord(overrides, active) }
      start = at
    }
    active.splice(countBelow(active, order), begins ? 0 : 1, ...(begins ? [order] : []))
  }
  if (start < within.end) yield { start, end: within.end, active: [] }
}

/** Those in force that still count: from the last one that replaces everybody on. */
function lastWord(overrides: readonly Override[], active: readonly number[]): readonly number[] {
  const first = active.findLastIndex((order) => {
    const { kind, insteadOf } = overrides[order] as Override
    return kind === 'replace' && insteadOf === undefined
  })
  return first <= 0 ? active : active.slice(first)
}
