/** What is to be said beside a thing, as comments above it: what the format has no words for. */
import type { Item } from './emit.ts'

/** By the person, rotation, layer, override or list of overrides; what is said of the workspace stands on top. */
export type Notes = ReadonlyMap<object, readonly string[]>

/** The notes of a thing, for the item that it becomes. */
export function noted(notes: Notes, thing: unknown): Pick<Item, 'notes'> {
  const said = typeof thing === 'object' && thing !== null ? notes.get(thing) : undefined
  return said === undefined || said.length === 0 ? {} : { notes: said }
}
