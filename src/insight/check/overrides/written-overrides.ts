/** Overrides as they are written: one that names several rotations is one piece of YAML, and one problem. */
import { touches } from '../../../time/interval.ts'
import { quoteList } from '../../../time/list.ts'
import { groupBy } from '../../../model/group.ts'
import type { Override, Rotation } from '../../../model/rotation.ts'
import type { Facts } from '../rule.ts'

/** An override at work in a rotation. */
export interface Use {
  readonly rotation: Rotation
  readonly override: Override
}

/** One piece of YAML, and each rotation in which it is at work. */
export type Written = readonly [Use, ...Use[]]

/** Several rules ask for them. */
const known = new WeakMap<Facts, readonly Written[]>()

/** The overrides that touch the stretch that is looked at, in a rotation that is looked at. */
export function overridesIn(facts: Facts): readonly Written[] {
  const found = known.get(facts) ?? touchingOf(facts)
  known.set(facts, found)
  return found
}

function touchingOf({ workspace, rotations, within }: Facts): Written[] {
  const chosen = new Set(rotations.map(({ rotation }) => rotation.id))
  return written(workspace.rotations.values()).filter((uses) =>
    uses.some(({ rotation, override }) => chosen.has(rotation.id) && touches(override, within)),
  )
}

/** All overrides of some rotations, in the order in which they apply. */
export function written(rotations: Iterable<Rotation>): Written[] {
  const uses = [...rotations].flatMap((rotation) =>
    rotation.overrides.map((override): Use => ({ rotation, override })),
  )
  const byPlace = groupBy(uses, ({ override: { place } }) => `${place.source.path} ${place.from}`)
  return [...byPlace.values()]
}

/** `'bob'`, `'bob' and 'carol'`, `'nobody'`. */
export function namesOf(people: readonly string[]): string {
  return quoteList(people.length === 0 ? ['nobody'] : people)
}
