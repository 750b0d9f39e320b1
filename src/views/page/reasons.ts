/** Why somebody is on call, for people: by which layer, and what overrides did, for whom. */
import type { Override, Rotation } from '../../model/rotation.ts'
import type { Place } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import type { Shift } from '../../timeline/shifts.ts'
import { nameAll } from '../names.ts'

/** `Weekly`, `Erin Walsh instead of Bob Okafor: a wedding`; empty where there is no more to say than whose turn it is. */
export function reasonOf(workspace: Workspace, shift: Shift): string {
  const { rotation, layer, overrides } = shift
  const name = layer === null ? '' : sayLayer(layer.name, rotation)
  if (overrides.length === 0) return name
  const said = overrides.map((override) => sayOverride(workspace, shift, override))
  return [name, ...said].filter((text) => text !== '').join('; ')
}

/** Where that is written: the last override, else the layer; of a rotation that follows another, itself. */
export function placeOfReason({ rotation, layer, overrides }: Shift): Place {
  const own = rotation.follows === undefined ? layer?.place : undefined
  return overrides.at(-1)?.place ?? own ?? rotation.place
}

/** A layer without a name says nothing where it is the only one. */
function sayLayer(name: string, { layers }: Rotation): string {
  if (!/^\d+$/.test(name)) return name
  return layers.length > 1 ? `layer ${name}` : ''
}

function sayOverride(workspace: Workspace, shift: Shift, override: Override): string {
  const { kind, people, insteadOf, why } = override
  const who = nameAll(workspace, people)
  const others = without(kind === 'add' ? shift.people : ofTurns(shift, insteadOf), people)
  const what =
    kind === 'add'
      ? `${who} ${others.length === 0 ? 'added' : `beside ${nameAll(workspace, others)}`}`
      : `${who} ${others.length === 0 ? 'by override' : `instead of ${nameAll(workspace, others)}`}`
  return why === undefined ? what : `${what}: ${why}`
}

/** Whose turns it would have been, each once. */
function ofTurns(shift: Shift, insteadOf: string | undefined): readonly string[] {
  if (insteadOf !== undefined) return [insteadOf]
  return [...new Set(turnsWithin(shift.rotation, shift).flatMap(({ people }) => people))]
}

function without(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((id) => !some.includes(id))
}
