/** Turns in which somebody would be on call where nobody may be: these are left out of what goes on by itself. */
import type { Interval } from '../../time/interval.ts'
import type { Piece } from '../remote.ts'
import type { LaneWorld } from './lane-shows.ts'
import type { Strand } from './native.ts'

export function withoutHoles(strand: Strand, world: LaneWorld): readonly Piece[] {
  const turns = holedTurns(strand, world)
  return strand.pieces.filter(({ turn }) => !turns.has(turn))
}

export function leftOut(strand: Strand, world: LaneWorld): readonly Piece[] {
  const turns = holedTurns(strand, world)
  return strand.pieces.filter(({ turn }) => turns.has(turn))
}

/**
 * The turns of a strand in which somebody would be on call where nobody may be: by the file, or because PagerDuty
 * renders an end elsewhere than by the wall clock.
 */
export function holedTurns(
  { pieces, turnAt }: Strand,
  { holes, shown }: LaneWorld,
): ReadonlySet<number> {
  const turns = new Set<number>()
  const note = (all: readonly Interval[], turnOf: (piece: Interval, i: number) => number): void => {
    let next = 0
    all.forEach((piece, i) => {
      while ((holes[next]?.end ?? Infinity) <= piece.start) next += 1
      if ((holes[next]?.start ?? Infinity) < piece.end) turns.add(turnOf(piece, i))
    })
  }
  note(pieces, (_, i) => pieces[i]?.turn ?? 0)
  const said = shown.filter(({ user }) => user !== null).sort((a, b) => a.start - b.start)
  note(said, ({ start }) => turnAt(start))
  const own = new Set(pieces.map(({ turn }) => turn))
  return new Set([...turns].filter((turn) => own.has(turn)))
}
