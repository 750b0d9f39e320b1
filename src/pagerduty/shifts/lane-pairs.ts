/** Which rotation in PagerDuty holds which strand, and whether they hold all of it together. */
import type { Lane } from '../remote.ts'
import { isSame, slicesOf, zip } from '../slices.ts'
import { withoutHoles } from './lane-holes.ts'
import { isDouble, laneShows, wholeRange, type LaneWorld } from './lane-shows.ts'
import type { Strand } from './native.ts'

/** Either may be missing. */
export interface Pair {
  readonly strand: Strand | undefined
  readonly lane: Lane | undefined
  /** For how many milliseconds they say the same. */
  readonly agreed: number
}

/** Strands and lanes that belong together: whose people agree for longest. */
export function paired(
  strands: readonly Strand[],
  live: readonly Lane[],
  world: LaneWorld,
): Pair[] {
  const all = strands
    .flatMap((strand) =>
      live.map((lane) => {
        const wanted = slicesOf(strand.pieces, wholeRange(world))
        const { pieces } = laneShows(lane, world)
        const agreed = zip(wanted, slicesOf(pieces, wholeRange(world))).reduce(
          (sum, { a, b, start, end }) => sum + (a.length > 0 && isSame(a, b) ? end - start : 0),
          0,
        )
        return { strand, lane, agreed }
      }),
    )
    .sort((a, b) => b.agreed - a.agreed)
  const pairs: Pair[] = []
  for (const { strand, lane, agreed } of all) {
    if (pairs.some((pair) => pair.strand === strand || pair.lane === lane)) continue
    pairs.push({ strand, lane, agreed })
  }
  for (const strand of strands) {
    if (!pairs.some((pair) => pair.strand === strand))
      pairs.push({ strand, lane: undefined, agreed: 0 })
  }
  for (const lane of live) {
    if (!pairs.some((pair) => pair.lane === lane))
      pairs.push({ strand: undefined, lane, agreed: 0 })
  }
  return pairs
}

/**
 * Whether the rotations together give what the file wants, however it is dealt out to them: somebody else may have
 * put into one rotation, or into three, what rotate would put into two.
 */
export function isHeldTogether(
  strands: readonly Strand[],
  live: readonly Lane[],
  world: LaneWorld,
): boolean {
  if (strands.length === 0 || live.some((lane) => isDouble(lane, world))) return false
  const shows = live.map((lane) => laneShows(lane, world))
  const within = { start: world.range.start, end: Math.min(...shows.map(({ until }) => until)) }
  const goal = slicesOf(
    strands.flatMap((strand) => withoutHoles(strand, world)),
    within,
  )
  const present = slicesOf(
    shows.flatMap(({ pieces }) => pieces),
    within,
  )
  return live.length > 0 && zip(goal, present).every(({ a, b }) => isSame(a, b))
}
