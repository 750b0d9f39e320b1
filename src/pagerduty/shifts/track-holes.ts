/** Turns in which somebody would be on call where nobody may be: these are left out of what goes on by itself. */
import type { Interval } from '../../time/interval.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { TrackWorld } from './track-shows.ts'
import type { Strand } from './native.ts'

/** The stints of a strand that are native. */
export function withoutHoles(strand: Strand, world: TrackWorld): readonly Stint[] {
  const turns = holedTurns(strand, world)
  return strand.stints.filter(({ turn }) => !turns.has(turn))
}

/** The stints of a strand that are left out of what is native. */
export function leftOut(strand: Strand, world: TrackWorld): readonly Stint[] {
  const turns = holedTurns(strand, world)
  return strand.stints.filter(({ turn }) => turns.has(turn))
}

/**
 * The turns of a strand in which somebody would be on call where nobody may be: by the file, or because PagerDuty
 * renders an end elsewhere than by the wall clock.
 */
export function holedTurns(
  { stints, turnAt }: Strand,
  { holes, shown }: TrackWorld,
): ReadonlySet<number> {
  const turns = new Set<number>()
  if (holes.length === 0) return turns
  const note = (all: readonly Interval[], turnOf: (stint: Interval, i: number) => number): void => {
    let next = 0
    all.forEach((stint, i) => {
      while ((holes[next]?.end ?? Infinity) <= stint.start) next += 1
      if ((holes[next]?.start ?? Infinity) < stint.end) turns.add(turnOf(stint, i))
    })
  }
  note(stints, (_, i) => stints[i]?.turn ?? 0)
  const said = shown.filter(({ user }) => user !== null).sort((a, b) => a.start - b.start)
  note(said, ({ start }) => turnAt(start))
  const own = new Set(stints.map(({ turn }) => turn))
  return new Set([...turns].filter((turn) => own.has(turn)))
}
