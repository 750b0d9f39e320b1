/** Overrides as they are written: one that names several rotations is one piece of YAML, and one problem. */
import { touches, type Interval } from '../../time/interval.ts'
import { groupBy } from '../../model/group.ts'
import type { Override, Rotation } from '../../model/rotation.ts'
import { inForce } from '../../timeline/in-force.ts'
import { applyOverrides } from '../../timeline/overrides.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import type { Timeline } from '../../timeline/span.ts'
import type { Facts } from './rule.ts'

export interface Use {
  readonly rotation: Rotation
  readonly override: Override
}

/** One piece of YAML, and each rotation in which it is at work. */
export type Written = readonly [Use, ...Use[]]

/** The overrides that touch the stretch that is looked at, in a rotation that is looked at. */
export function overridesIn({ workspace, rotations, within }: Facts): Written[] {
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

/** Who is on call in a stretch before an override applies: the turns, and the overrides listed earlier. */
export function beneath({ rotation, override }: Use): Timeline {
  const within: Interval = override
  const at = overridesTouching(rotation, within)
  const earlier = fromLastWord(at.slice(0, at.indexOf(override)), within)
  return applyOverrides({ ...rotation, overrides: earlier }, turnsWithin(rotation, within), within)
}

/** Those that count in a stretch: from the last on that replaces everybody for all of it. */
export function fromLastWord(
  overrides: readonly Override[],
  within: Interval,
): readonly Override[] {
  const last = overrides.findLastIndex(
    ({ kind, insteadOf, start, end }) =>
      kind === 'replace' && insteadOf === undefined && start <= within.start && end >= within.end,
  )
  return overrides.slice(Math.max(last, 0))
}

/** `bob`, `bob and carol`, `nobody`, in quotes */
export function namesOf(people: readonly string[]): string {
  if (people.length === 0) return `'nobody'`
  return people.map((id) => `'${id}'`).join(' and ')
}

/** The overrides that touch a stretch, or whose end or start is its very edge, in listed order. */
export function overridesTouching(
  { overrides }: Rotation,
  { start, end }: Interval,
): readonly Override[] {
  return inForce(overrides, { start: start - 1, end: end + 1 })
}
