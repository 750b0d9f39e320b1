/** Overrides, applied to a timeline in the order in which they are listed. */
import { touches, type Interval } from '../time/interval.ts'
import type { Override } from '../model/rotation.ts'
import { append, firstEndingAfter, type Span, type Timeline } from './span.ts'

/** What is said about a piece of time, before it is known how long it is. */
type Saying = Omit<Span, 'start' | 'end'>

const NOTHING: Saying = { people: [], layer: null, turn: null, overrides: [] }

/** Applies overrides to a timeline, within an interval that holds all of it. */
export function applyOverrides(
  base: Timeline,
  overrides: readonly Override[],
  within: Interval,
): Timeline {
  const relevant = overrides.filter((override) => touches(override, within))
  if (relevant.length === 0) return base
  const result: Span[] = []
  for (const { start, end, active } of pieces(relevant, within)) {
    if (active.length === 0) {
      for (let i = firstEndingAfter(base, start); i < base.length; i += 1) {
        const span = base[i]
        if (span === undefined || span.start >= end) break
        add(result, span, Math.max(span.start, start), Math.min(span.end, end))
      }
    } else {
      overridden(result, base, active, start, end)
    }
  }
  return result
}

/** What the overrides at an instant make of what is said there. */
export function overrideAt(base: Saying, overrides: readonly Override[], at: number): Saying {
  const active = overrides.filter(({ start, end }) => start <= at && at < end)
  return active.length === 0 ? base : applyAll(base, active)
}

/** Goes through a stretch in which the same overrides are in force, span by span and gap by gap. */
function overridden(
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
      add(result, applyAll(NOTHING, active), from, gapEnd)
      from = gapEnd
    }
    if (span === undefined || from >= end) continue
    const until = Math.min(span.end, end)
    add(result, applyAll(span, active), from, until)
    from = until
  }
}

function applyAll(base: Saying, active: readonly Override[]): Saying {
  let said = base
  for (const override of active) said = apply(said, override)
  return said
}

function apply(said: Saying, override: Override): Saying {
  const { kind, people, insteadOf } = override
  if (kind === 'add') {
    const filled = said.people.length === 0 ? { ...said, layer: null, turn: null } : said
    return {
      ...filled,
      people: once([...said.people, ...people]),
      overrides: [...said.overrides, override],
    }
  }
  if (insteadOf === undefined) return { people, layer: null, turn: null, overrides: [override] }
  if (!said.people.includes(insteadOf)) return said
  return {
    ...said,
    people: once(said.people.flatMap((person) => (person === insteadOf ? people : [person]))),
    overrides: [...said.overrides, override],
  }
}

function once(people: readonly string[]): string[] {
  return [...new Set(people)]
}

function add(
  result: Span[],
  { people, layer, turn, overrides }: Saying,
  start: number,
  end: number,
): void {
  // Where nobody is and nothing was said, there is no span at all.
  if (people.length === 0 && layer === null && overrides.length === 0) return
  append(result, { start, end, people, layer, turn, overrides })
}

interface Piece extends Interval {
  readonly active: readonly Override[]
}

/** Cuts an interval where overrides begin and end; each piece knows which are in force, in listed order. */
function pieces(overrides: readonly Override[], within: Interval): Piece[] {
  const edges = overrides.flatMap((override, order) => [
    { at: Math.max(override.start, within.start), order, begins: true },
    { at: Math.min(override.end, within.end), order, begins: false },
  ])
  edges.sort((a, b) => a.at - b.at)
  const active = new Map<number, Override>()
  const cut: Piece[] = []
  let start = within.start
  for (const { at, order, begins } of edges) {
    if (at > start) {
      cut.push({ start, end: at, active: inOrder(active) })
      start = at
    }
    if (begins) active.set(order, overrides[order] as Override)
    else active.delete(order)
  }
  if (start < within.end) cut.push({ start, end: within.end, active: inOrder(active) })
  return cut
}

function inOrder(active: ReadonlyMap<number, Override>): Override[] {
  return [...active].sort(([a], [b]) => a - b).map(([, override]) => override)
}
