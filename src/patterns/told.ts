/** Turns that are told, as if they were found: nothing need be looked for but whom they follow. */
import { DAY, type Instant } from '../time/instant.ts'
import { NOWHERE } from '../model/place.ts'
import type { Rotation } from '../model/rotation.ts'
import { coverageFor } from '../timeline/covered.ts'
import { patternOf } from '../timeline/layer.ts'
import type { BroughtRotation, ToldTurns } from './brought.ts'
import type { Found } from './find.ts'

/** As far as they are looked at: longer than nearly any roster takes to go round twice. */
const FAR = 400 * DAY

/** How far ahead it is seen whether somebody is on call all the time. */
const NEAR = 90 * DAY

/**
 * The turns of a rotation without the overrides on top: up to where they and those that they may follow, of at most
 * `longest` members, have gone round, since what agrees so long goes on to.
 */
export function toldOf(
  id: string,
  name: string,
  { zone, layers }: ToldTurns,
  longest: number,
  now: Instant,
): Found {
  const rotation: Rotation = {
    id,
    name,
    zone,
    coverage: 'always',
    layers,
    ahead: 0,
    overrides: [],
    place: NOWHERE,
  }
  const coverage = coverageFor(rotation, false, { start: now, end: now + NEAR })
  const ends = layers.map((layer) => {
    const { turns } = patternOf(layer)
    const first = turns.at(Math.max(now, layer.start.instant))
    return turns.startOf(first + layer.members.length + longest)
  })
  const within = { start: now, end: Math.max(now + FAR, ...ends) }
  return { rotation: { ...rotation, coverage }, kind: 'pattern', within, shifts: 0, explained: 0 }
}

/** How many members the longest layer has whose turns are told. */
export function longestTold(rotations: readonly BroughtRotation[]): number {
  const layers = rotations.flatMap(({ told }) => told?.layers ?? [])
  return Math.max(0, ...layers.map(({ members }) => members.length))
}
