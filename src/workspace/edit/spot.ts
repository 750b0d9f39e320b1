/** A way to write a change: edits of one file, tried before they are offered. */
import type { Edit } from '../../model/edit.ts'
import type { Insertion } from './insert.ts'
import type { Replacement } from './remove.ts'

export interface Spot {
  readonly edits: readonly Edit[]
}

export function inserting(path: string, insertions: readonly Insertion[]): Spot {
  return { edits: insertions.map(({ at, text }) => ({ path, from: at, to: at, text })) }
}

export function replacing(path: string, replacements: readonly Replacement[]): Spot {
  return { edits: replacements.map((one) => ({ path, ...one })) }
}
