/** What a rotation in PagerDuty shows, in the world that a plan for all of them looks at. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Lane, Piece, Rendered } from '../remote.ts'
import type { Slice } from '../slices.ts'
import { AHEAD } from '../wish.ts'
import { certainPieces } from './phase.ts'

export interface LaneWorld {
  readonly path: string
  readonly name: string
  readonly now: Instant
  readonly horizon: Instant
  readonly range: Interval
  /** What each lane shows beneath overrides, as PagerDuty renders it. */
  readonly shown: readonly (Rendered & { readonly lane: string })[]
  /** Where PagerDuty does not say what is wanted: slices with somebody in them. */
  readonly wrong: readonly Slice[]
  /** The ids of all rotations that hold something. */
  readonly twins: readonly string[]
  /** Where nobody may be on call, whatever turns say. */
  readonly holes: readonly Interval[]
}

/** What a lane shows: by its own rules where nothing about them is a guess, else as PagerDuty renders it. */
export function laneShows(
  lane: Lane,
  world: LaneWorld,
): { readonly pieces: readonly Piece[]; readonly until: Instant } {
  const events = lane.events.filter(({ until }) => until > world.now)
  const shown = world.shown.filter((piece) => piece.lane === lane.id)
  const whole = wholeRange(world)
  const certain = events.map((event) => certainPieces(event, shown, world.range, whole))
  return certain.every((pieces) => pieces !== undefined)
    ? { pieces: certain.flat(), until: whole.end }
    : { pieces: shown, until: world.range.end }
}

export function wholeRange({ range, now }: LaneWorld): Interval {
  return { start: range.start, end: now + AHEAD }
}

/** Whether another rotation shows just the same: two runs at once have made it twice, and the later one goes. */
export function isDouble(lane: Lane, world: LaneWorld): boolean {
  const shownBy = (one: string): string =>
    JSON.stringify(
      world.shown.flatMap(({ lane: id, start, end, user }) =>
        id === one && user !== null ? [[start, end, user]] : [],
      ),
    )
  const mine = shownBy(lane.id)
  return mine !== '[]' && world.twins.some((id) => id !== lane.id && shownBy(id) === mine)
}
