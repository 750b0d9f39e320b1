/** The rota that makes some stretches: the simplest that explains most of them, with overrides for the rest. Pure. */
import type { Interval } from '../time/interval.ts'
import { UTC, type Zone } from '../time/zone.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Override, Rotation } from '../model/rotation.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { coverageFor } from '../timeline/covered.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { fewestLeft, joinedDifferences, overrideOf, type LeftOver } from './left-over.ts'
import { costOf, fitsOf, OVERRIDE, type Fit } from './fit.ts'
import { splitsOf } from './split.ts'
import { piecesOf, rangeOf, type Piece, type Stretch } from './stretch.ts'
import { tableOf } from './table-of.ts'
import { handoffsIn } from './turn-guesses.ts'
import { apartWithin, zoneOf, zonesFor } from './zone-of.ts'

/** A rotation that is known only by who was and will be on call. */
export interface Wanted {
  readonly id: string
  readonly name: string
  readonly stretches: readonly Stretch[]
  /** By whose clocks it may go, the likeliest first. */
  readonly zones: readonly Zone[]
}

export interface Found {
  readonly rotation: Rotation
  /** Whether people go round in it, or all of it stands in a table. */
  readonly kind: 'pattern' | 'table'
  /** From the beginning of the first stretch to the end of the last. */
  readonly within: Interval
  /** How many stretches there are in which one and the same are on call, and how many of them the turns explain. */
  readonly shifts: number
  readonly explained: number
}

/** How many ways are looked at closely. */
const CLOSELY = 5

/** A pattern must be so much shorter than a table, to be one. */
const SHORTER = 0.8

/** A pattern explains at least so much. */
const LEAST = 0.5

/** What is somebody's always is others' for no more of the time. */
const OTHERS = 0.15

/** The rota of some stretches. Within them it says what they say; a pattern goes on after the last of them. */
export function findRotation(wanted: Wanted): Found {
  const within = rangeOf(wanted.stretches)
  const pieces = piecesOf(wanted.stretches, within)
  const zones = apartWithin(zonesFor(wanted.zones), within)
  const held = pieces.filter(({ who }) => who !== '')
  const single = closely(fitsOf(pieces, zones, within), pieces, within, wanted)
  const isGood = single !== undefined && isSimple(single, pieces)
  const split = isGood
    ? undefined
    : closely(splitsOf(pieces, zones, within), pieces, within, wanted)
  const [best] = [single, split].filter((one) => one !== undefined).sort((a, b) => a.cost - b.cost)
  const explained = best === undefined ? 0 : explainedBy(best.differences, held)
  const isShorter = best !== undefined && best.cost <= pieces.length * SHORTER
  const isShort = isShorter && explained >= held.length * LEAST
  if (best !== undefined && (isShort || isOnes(best, within))) {
    // Fewer stand in each other's way now and then.
    for (const left of [best.fewest, best.differences]) {
      const overrides = left.map(overrideOf)
      const rotation = covered(rotationOf(wanted, best.layers, overrides), held, pieces, within)
      if (compare(pieces, timelineOf(rotation, within), within).length === 0) {
        return { rotation, kind: 'pattern', within, shifts: held.length, explained }
      }
    }
  }
  const zone = zoneOf(handoffsIn(pieces), zones)
  const table = rotationOf(wanted, [tableOf(pieces, zone)], [])
  const rotation = covered(table, held, pieces, within)
  return { rotation, kind: 'table', within, shifts: held.length, explained: 0 }
}

/** Whether nothing simpler need be looked for. */
function isSimple({ layers, differences }: Tried, pieces: readonly Piece[]): boolean {
  return (
    differences.length <= pieces.length * 0.05 &&
    layers.every(({ members }) => members.length <= 16)
  )
}

/** Whether it is one person's nearly always, whoever stands in now and then. */
function isOnes({ layers, differences }: Tried, { start, end }: Interval): boolean {
  const others = differences.reduce((sum, one) => sum + one.end - one.start, 0)
  return layers.every(({ turn }) => turn.count === Infinity) && others <= (end - start) * OTHERS
}

function covered(
  rotation: Rotation,
  held: readonly Piece[],
  pieces: readonly Piece[],
  within: Interval,
): Rotation {
  return { ...rotation, coverage: coverageFor(rotation, held.length === pieces.length, within) }
}

/** Layers with the differences between what they give and what is wanted. */
interface Tried {
  readonly layers: readonly Layer[]
  readonly differences: readonly Difference[]
  /** The same, said in as few stretches as can be. */
  readonly fewest: readonly LeftOver[]
  readonly cost: number
}

/** The best of the likeliest ways, by what they really give. */
function closely(
  fits: readonly Fit[],
  pieces: readonly Piece[],
  within: Interval,
  wanted: Wanted,
): Tried | undefined {
  let best: Tried | undefined
  const likely = fits.filter(({ isStacked }, i) => isStacked === true || i < CLOSELY)
  for (const fit of likely) {
    const layers = inOrder(fit)
    const timeline = timelineOf(rotationOf(wanted, layers, []), within)
    const differences = joinedDifferences(compare(timeline, pieces, within))
    const fewest = fewestLeft(differences, timeline)
    const written = layers.reduce((sum, layer) => sum + costOf(layer), 0)
    const cost = written + fewest.length * OVERRIDE
    if (cost < (best?.cost ?? Infinity)) best = { layers, differences, fewest, cost }
  }
  return best
}

/** As they lie on top of each other, or else in order of time. */
function inOrder({ layers, isStacked }: Fit): readonly Layer[] {
  return isStacked ? layers : layers.toSorted((a, b) => a.start.instant - b.start.instant)
}

function explainedBy(differences: readonly Difference[], held: readonly Piece[]): number {
  let next = 0
  return held.filter(({ start, end }) => {
    while ((differences[next]?.end ?? Infinity) <= start) next += 1
    return (differences[next]?.start ?? Infinity) >= end
  }).length
}

function rotationOf(
  { id, name, zones }: Pick<Wanted, 'id' | 'name' | 'zones'>,
  layers: readonly Layer[],
  overrides: readonly Override[],
): Rotation {
  const zone = layers[0]?.zone ?? zones[0] ?? UTC
  return {
    id,
    name,
    zone,
    coverage: 'always',
    layers: layers.map((layer, i) => ({ ...layer, name: String(i + 1) })),
    ahead: 0,
    overrides,
    place: NOWHERE,
  }
}
