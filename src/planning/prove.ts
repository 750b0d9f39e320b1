/** The proof of an edit: who is on call differently by it, held against what was meant. */
import type { Interval } from '../time/interval.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { unlikeSince } from './prove-since.ts'
import { unlike, type Unmeant } from './exchange.ts'
import type { Meant } from './proposal.ts'

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
  if (meant.kind === 'until') return unlikeSince(before, after, meant.at, within.end)
  const ids = new Set([...before.rotations.keys(), ...after.rotations.keys()])
  return [...ids].flatMap((rotation) => {
    const found = differencesOf(before, after, rotation, within)
    return unlike(...asMeant(found, meant, rotation)).map((one) => ({ rotation, ...one }))
  })
}

/** What is found, less what may differ, and what must. */
function asMeant(
  found: readonly Difference[],
  meant: Exclude<Meant, { readonly kind: 'until' }>,
  id: string,
): [readonly Difference[], readonly Difference[]] {
  switch (meant.kind) {
    case 'exactly':
      return [found, meant.exchanges.filter(({ rotation }) => rotation === id)]
    case 'from': {
      const from = meant.starts.find(({ rotation }) => rotation === id)?.from ?? Infinity
      const early = found.filter(({ start }) => start < from)
      return [early.map((one) => ({ ...one, end: Math.min(one.end, from) })), []]
    }
  }
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
