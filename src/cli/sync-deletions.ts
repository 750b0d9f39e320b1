/** Schedules that `rotate sync` looks after no more: named, and deleted with `--prune` alone. */
import type { Double, Found } from '../sync/locate.ts'
import { clean } from '../views/clean.ts'

/** What is named and left, a line each. */
export function sayLeft({ orphans, doubles }: Found): string {
  const gone = orphans.map(
    ({ name, id }) =>
      `'${clean(name)}' (${clean(id)}) belongs to a rotation that is gone from the file: --prune deletes it\n`,
  )
  return [...gone, ...doubles.map(sayDouble)].join('')
}

function sayDouble({ frame, rotation, ours }: Double): string {
  const other =
    ours === undefined ? '' : `, as '${ours.name}' (${ours.id}) does, which is kept in agreement`
  return clean(
    `'${frame.name}' (${frame.id}) bears the mark of ${rotation}${other}: it is left as it is; ` +
      `take the line '[rotate ...]' out of its description, or delete it with --prune`,
  ).concat('\n')
}

/** A schedule that is to be deleted, and why. */
export interface Doomed {
  readonly frame: Found['orphans'][number]
  readonly rotation: string
  readonly why: string
}

/** Only by --prune: a mark in a text that people can copy is no proof that a schedule is ours. */
export function deletions({ orphans, doubles }: Found, isPruning: boolean): Doomed[] {
  if (!isPruning) return []
  const why = 'its rotation is gone from the file'
  return [
    ...doubles.map(({ frame, rotation }) => ({
      frame,
      rotation: frame.name,
      why: `it bears the mark of '${rotation}', which another schedule is`,
    })),
    ...orphans.map((frame) => ({ frame, rotation: frame.name, why })),
  ]
}
