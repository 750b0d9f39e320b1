/** People and rotations, named for people. */
import { sayList } from '../time/list.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'

/** `Alice Lindqvist`; several joined by `and`; `nobody` where there is none. */
export function nameAll(workspace: Pick<Workspace, 'people'>, ids: readonly string[]): string {
  const names = ids.map((id) => nameOf(workspace, id))
  return sayNames(names)
}

/** `Alice and Bob`, `nobody` */
export function sayNames(names: readonly string[]): string {
  return sayList(names) || 'nobody'
}

/** `Alice Lindqvist`, or `Alice Lindqvist (alice2)` where another person has the same name. */
export function nameOf({ people }: Pick<Workspace, 'people'>, id: string): string {
  const name = people.get(id)?.name ?? id
  return sharedNames(people).has(name) ? `${name} (${id})` : name
}

/** Asked for each line of a list, and the same for one workspace. */
const shared = new WeakMap<Workspace['people'], ReadonlySet<string>>()

function sharedNames(people: Workspace['people']): ReadonlySet<string> {
  let names = shared.get(people)
  if (names === undefined) {
    const all = [...people.values()].map(({ name }) => name)
    names = new Set(
      new Set(all).size === all.length ? [] : all.filter((name, i) => all.indexOf(name) !== i),
    )
    shared.set(people, names)
  }
  return names
}

/** `Infrastructure primary (primary)`, or the id alone where there is no other name. */
export function nameRotation({ id, name }: Rotation): string {
  return name === id ? id : `${name} (${id})`
}

/** Why somebody is on call: `Weekly, turn 3`, `override: holiday swap`, `Weekly, turn 3; erin for bob`. */
export function sayWhy({ layer, turn, overrides }: Shift): string {
  const parts = layer === null ? [] : [`${sayLayer(layer.name)}, turn ${turn}`]
  for (const { kind, people, insteadOf, why } of overrides) {
    const what =
      kind === 'add'
        ? `${people.join(', ')} added`
        : insteadOf === undefined
          ? 'override'
          : `${people.join(', ') || 'nobody'} for ${insteadOf}`
    parts.push(why === undefined ? what : `${what}: ${why}`)
  }
  return parts.join('; ')
}

/** A layer without a name is known by its number. */
function sayLayer(name: string): string {
  return /^\d+$/.test(name) ? `layer ${name}` : name
}
