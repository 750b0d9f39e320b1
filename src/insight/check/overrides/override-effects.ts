/** What each override does to who is on call, found for all of a rotation in one walk through its time. */
import { joined, type Interval } from '../../../time/interval.ts'
import { groupBy } from '../../../model/group.ts'
import type { Override, Rotation } from '../../../model/rotation.ts'
import { inForce } from '../../../timeline/in-force.ts'
import { piecesOf } from '../../../timeline/overrides.ts'
import { turnsWithin } from '../../../timeline/rotation.ts'
import { firstEndingAfter } from '../../../timeline/span.ts'
import { Pile, type Finding } from './override-pile.ts'
import type { Facts } from '../rule.ts'
import { overridesIn, type Use, type Written } from './written-overrides.ts'

/** What an override does in the place where it lies. */
export interface Effect {
  /** Whether the same people are on call without it, all of the time. */
  readonly isIdle: boolean
  /** Whether the person whom it replaces is on call at some time before it applies. */
  readonly isMet: boolean
  /** The people on call before it applies; of one that replaces a person only while that one is not met. */
  readonly beneath: readonly string[]
  /** When nobody is on call before it applies; told of those that replace everybody. */
  readonly unheld: readonly Interval[]
}

const known = new WeakMap<Facts, ReadonlyMap<Rotation, ReadonlyMap<Override, Effect>>>()

/** What an override does that touches the stretch that is looked at. */
export function effectOf({ rotation, override }: Use, facts: Facts): Effect {
  let effects = known.get(facts)
  if (effects === undefined) {
    effects = effectsIn(facts)
    known.set(facts, effects)
  }
  return effects.get(rotation)?.get(override) ?? NONE
}

/** Whether an override names somebody who is not on call at that point, in any of its rotations. */
export function isStale(uses: Written, facts: Facts): boolean {
  if (uses[0].override.insteadOf === undefined) return false
  return uses.every((use) => !effectOf(use, facts).isMet)
}

const NONE: Effect = { isIdle: true, isMet: false, beneath: [], unheld: [] }

function effectsIn(facts: Facts): Map<Rotation, Map<Override, Effect>> {
  const uses = groupBy(overridesIn(facts).flat(), ({ rotation }) => rotation)
  return new Map(
    [...uses].map(([rotation, all]) => [
      rotation,
      effectsOf(
        rotation,
        all.map(({ override }) => override),
      ),
    ]),
  )
}

/** What some of the overrides of a rotation do. */
function effectsOf(rotation: Rotation, wanted: readonly Override[]): Map<Override, Effect> {
  const found = new Map<Override, Finding>()
  const unheld = new Map<Override, Interval[]>()
  for (const override of wanted)
    found.set(override, { isIdle: true, isMet: false, beneath: new Set() })
  for (const stretch of joined(wanted)) {
    const overrides = inForce(rotation.overrides, stretch)
    const findings = overrides.map((override) => found.get(override))
    const pile = new Pile(overrides)
    const turns = turnsWithin(rotation, stretch)
    for (const piece of piecesOf(overrides, stretch, 'all')) {
      if (!piece.active.some((place) => findings[place] !== undefined)) continue
      for (const { people, start, end } of piecesBetween(turns, piece)) {
        pile.lay(people, piece.active, findings, (place) => {
          // Each is a place in the list.
          const override = overrides[place] as Override
          const all = unheld.get(override) ?? []
          all.push({ start, end })
          unheld.set(override, all)
        })
      }
    }
  }
  return new Map(
    [...found].map(([override, { isIdle, isMet, beneath }]) => [
      override,
      { isIdle, isMet, beneath: [...beneath], unheld: joined(unheld.get(override) ?? []) },
    ]),
  )
}

interface HeldPiece extends Interval {
  readonly people: readonly string[]
}

/** The turns within a stretch, cut at its ends, and the time between them, in which nobody is on call. */
function piecesBetween(turns: readonly HeldPiece[], { start, end }: Interval): HeldPiece[] {
  const pieces: HeldPiece[] = []
  let from = start
  for (let i = firstEndingAfter(turns, start); i < turns.length; i += 1) {
    const turn = turns[i]
    if (turn === undefined || turn.start >= end) break
    if (from < turn.start) pieces.push({ start: from, end: turn.start, people: [] })
    from = Math.min(turn.end, end)
    pieces.push({ start: Math.max(turn.start, start), end: from, people: turn.people })
  }
  if (from < end) pieces.push({ start: from, end, people: [] })
  return pieces
}
