/** People and rotations, named for people. */
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'

/** `Alice Lindqvist`; several joined by `and`; `nobody` where there is none. */
export function nameAll({ people }: Pick<Workspace, 'people'>, ids: readonly string[]): string {
  const names = ids.map((id) => people.get(id)?.name ?? id)
  if (names.length < 2) return names[0] ?? 'nobody'
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
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
