/** The proof of an edit: who is on call differently by it, held against what was meant. */
import type { Interval } from '../time/interval.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { unlike, type Unlike } from './exchange.ts'
import type { Meant } from './proposal.ts'

export interface Unmeant extends Unlike {
  readonly rotation: string
}

/**
 * The stretches within an interval that differ otherwise than was meant: first who would be on call, second who was to
 * be. None where the edit does what it is for, and nothing else.
 */
export function unmeant(
  before: Workspace,
  after: Workspace,
  meant: Meant,
  within: Interval,
): Unmeant[] {
  const ids = new Set([...before.rotations.keys(), ...after.rotations.keys()])
  return [...ids].flatMap((rotation) => {
    const found = differencesOf(before, after, rotation, within)
    const wanted = meant.exchanges.filter((one) => one.rotation === rotation)
    return unlike(found, wanted).map((one) => ({ rotation, ...one }))
  })
}

function differencesOf(
  before: Workspace,
  after: Workspace,
  id: string,
  within: Interval,
): Difference[] {
  const [was, is] = [before, after].map(({ rotations }) => {
    const rotation = rotations.get(id)
    return rotation === undefined ? [] : timelineOf(rotation, within)
  })
  return compare(was ?? [], is ?? [], within)
}
