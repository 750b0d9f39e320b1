/** What a rotation in PagerDuty shows, in the world that a plan for all of them looks at. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Track } from '../remote.ts'
import type { Slice } from '../../sync/slices.ts'
import { AHEAD } from '../../sync/wish.ts'
import { certainStints } from './phase.ts'

/** All that a plan for rotations looks at. */
export interface TrackWorld {
  readonly path: string
  readonly name: string
  readonly now: Instant
  readonly horizon: Instant
  readonly range: Interval
  /** What each track shows beneath overrides, as PagerDuty renders it. */
  readonly shown: readonly (Stint & { readonly track: string })[]
  /** Where PagerDuty does not say what is wanted: slices with somebody in them. */
  readonly wrong: readonly Slice[]
  /** The ids of all rotations that hold something. */
  readonly twins: readonly string[]
  /** Where nobody may be on call, whatever turns say. */
  readonly holes: readonly Interval[]
}

/** What a track shows: by its own rules where nothing about them is a guess, else as PagerDuty renders it. */
export function trackShows(
  track: Track,
  world: TrackWorld,
): { readonly stints: readonly Stint[]; readonly until: Instant } {
  const events = track.events.filter(({ until }) => until > world.now)
  const shown = world.shown.filter((stint) => stint.track === track.id)
  const whole = wholeRange(world)
  const certain = events.map((event) => certainStints(event, shown, world.range, whole))
  return certain.every((stints) => stints !== undefined)
    ? { stints: certain.flat(), until: whole.end }
    : { stints: shown, until: world.range.end }
}

/** The range, and for as long as turns are set ahead. */
export function wholeRange({ range, now }: TrackWorld): Interval {
  return { start: range.start, end: now + AHEAD }
}

/** Whether another rotation shows just the same: two runs at once have made it twice, and the later one goes. */
export function isDouble(track: Track, world: TrackWorld): boolean {
  const shownBy = (one: string): string =>
    JSON.stringify(
      world.shown.flatMap(({ track: id, start, end, user }) =>
        id === one && user !== null ? [[start, end, user]] : [],
      ),
    )
  const mine = shownBy(track.id)
  return mine !== '[]' && world.twins.some((id) => id !== track.id && shownBy(id) === mine)
}
