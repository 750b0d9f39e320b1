/** Turns as they are seen in a rotation, with those who have the greater part of each. */
import { intersection, type Interval } from '../../../time/interval.ts'
import { groupBy } from '../../../model/group.ts'
import type { Layer, Member, Rotation } from '../../../model/rotation.ts'
import { layerSpans, patternOf } from '../../../timeline/layer.ts'
import { timelineOver, turnsWithin } from '../../../timeline/rotation.ts'
import { firstEndingAfter, type Span } from '../../../timeline/span.ts'

/** Who has the greater part of a turn, as far as it can be seen. */
export interface HeldTurn extends Interval {
  readonly layer: Layer
  readonly turn: number
  readonly holders: ReadonlySet<string>
  /** Whether an entry could have held it in which a person is not. */
  readonly hasOthers: (person: string) => boolean
  readonly overridden: boolean
  /** Those of the entries that could have held it in which there is anybody. */
  readonly entries: readonly Member[]
  /** From when to when the layer itself has something of the turn, whatever lies on top. */
  readonly own: Interval
}

type Entries = Pick<HeldTurn, 'entries' | 'hasOthers'>

/** By the list of all who take part, which most turns of a layer have in common. */
const known = new WeakMap<readonly Member[], Entries>()

function entriesOf(roster: readonly Member[]): Entries {
  let found = known.get(roster)
  if (found === undefined) {
    const entries = roster.filter(({ people }) => people.length > 0)
    found = { entries, hasOthers: othersAmong(entries) }
    known.set(roster, found)
  }
  return found
}

function othersAmong(entries: readonly Member[]): HeldTurn['hasOthers'] {
  // Those who stand in all entries.
  const alone = new Set(entries[0]?.people)
  for (const { people } of entries) {
    if (alone.size === 0) break
    const here = new Set(people)
    for (const id of alone) if (!here.has(id)) alone.delete(id)
  }
  return (person) => entries.length > 0 && !alone.has(person)
}

/** The turns of a rotation in order, with those who hold more than half of what is seen of each. */
export function heldTurns(rotation: Rotation, within: Interval): HeldTurn[] {
  const turns = turnsWithin(rotation, within)
  const timeline = timelineOver(turns, rotation, within)
  const pieces = groupBy(turns, keyOf)
  const owned = ownOf(rotation, within)
  return [...pieces.values()].flatMap((seen) => {
    const { layer, turn, start } = seen[0]
    if (layer === null || turn === null) return []
    const times = new Map<string, number>()
    let whole = 0
    let overridden = false
    for (const piece of seen) {
      whole += piece.end - piece.start
      for (let i = firstEndingAfter(timeline, piece.start); i < timeline.length; i += 1) {
        const span = timeline[i]
        const part = span && intersection(span, piece)
        if (span === undefined || part === undefined) break
        overridden ||= span.overrides.length > 0
        for (const id of span.people) times.set(id, (times.get(id) ?? 0) + part.end - part.start)
      }
    }
    const most = [...times].filter(([, time]) => time > whole / 2).map(([id]) => id)
    const holders = new Set(most)
    const { entries, hasOthers } = entriesOf(patternOf(layer).roster.at(turn + rotation.ahead))
    const end = seen.at(-1)?.end ?? start
    const own = owned.get(keyOf({ layer, turn })) ?? { start, end }
    return { layer, turn, start, end, holders, hasOthers, overridden, entries, own }
  })
}

/** From when to when each turn goes in its own layer; only where one layer can lie on another. */
function ownOf(rotation: Rotation, within: Interval): Map<string, Interval> {
  const own = new Map<string, Interval>()
  if (rotation.layers.length < 2) return own
  for (const layer of rotation.layers) {
    for (const span of layerSpans(rotation, layer, within)) {
      const key = keyOf(span)
      own.set(key, { start: own.get(key)?.start ?? span.start, end: span.end })
    }
  }
  return own
}

function keyOf({ layer, turn }: Pick<Span, 'layer' | 'turn'>): string {
  return `${layer?.name} ${turn}`
}
