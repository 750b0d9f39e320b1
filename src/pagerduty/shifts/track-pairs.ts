/** Which rotation in PagerDuty holds which strand, and whether they hold all of it together. */
import type { Track } from '../remote.ts'
import { agree, agreedFor, slicesOf } from '../../sync/slices.ts'
import { withoutHoles } from './track-holes.ts'
import { isDouble, trackShows, wholeRange, type TrackWorld } from './track-shows.ts'
import type { Strand } from './native.ts'

/** Either may be missing. */
export interface Pair {
  readonly strand: Strand | undefined
  readonly track: Track | undefined
  /** For how many milliseconds they say the same. */
  readonly agreed: number
}

/** Strands and tracks that belong together: whose people agree for longest. */
export function paired(
  strands: readonly Strand[],
  live: readonly Track[],
  world: TrackWorld,
): Pair[] {
  const whole = wholeRange(world)
  const shown = live.map((track) => ({
    track,
    shows: slicesOf(trackShows(track, world).stints, whole),
  }))
  const all = strands
    .flatMap((strand) => {
      const wanted = slicesOf(strand.stints, whole)
      return shown.map(({ track, shows }) => ({ strand, track, agreed: agreedFor(wanted, shows) }))
    })
    .sort((a, b) => b.agreed - a.agreed)
  const pairs: Pair[] = []
  for (const { strand, track, agreed } of all) {
    if (pairs.some((pair) => pair.strand === strand || pair.track === track)) continue
    pairs.push({ strand, track, agreed })
  }
  for (const strand of strands) {
    if (!pairs.some((pair) => pair.strand === strand))
      pairs.push({ strand, track: undefined, agreed: 0 })
  }
  for (const track of live) {
    if (!pairs.some((pair) => pair.track === track))
      pairs.push({ strand: undefined, track, agreed: 0 })
  }
  return pairs
}

/**
 * Whether the rotations together give what the file wants, however it is dealt out to them: somebody else may have
 * put into one rotation, or into three, what rotate would put into two.
 */
export function isHeldTogether(
  strands: readonly Strand[],
  live: readonly Track[],
  world: TrackWorld,
): boolean {
  if (strands.length === 0 || live.some((track) => isDouble(track, world))) return false
  const shows = live.map((track) => trackShows(track, world))
  const within = { start: world.range.start, end: Math.min(...shows.map(({ until }) => until)) }
  const goal = slicesOf(
    strands.flatMap((strand) => withoutHoles(strand, world)),
    within,
  )
  const present = slicesOf(
    shows.flatMap(({ stints }) => stints),
    within,
  )
  return live.length > 0 && agree(goal, present)
}
