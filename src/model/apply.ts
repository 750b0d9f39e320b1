/** A workspace after changes: what the files are to say once they are edited. */
import { isSameOverride, type Change } from './change.ts'
import type { Place } from './place.ts'
import type { Override } from './rotation.ts'
import type { Workspace } from './workspace.ts'

/** Where what is new will stand is not known yet. */
const NOWHERE: Place = { source: { path: '', text: '' }, from: 0, to: 0 }

/** The workspace after changes, in order; what they speak of must be there. */
export function applied(workspace: Workspace, changes: readonly Change[]): Workspace {
  return changes.reduce(one, workspace)
}

function one(workspace: Workspace, change: Change): Workspace {
  switch (change.kind) {
    case 'add-override':
      return withOverrides(workspace, change.rotation, (all) => [
        ...all,
        { ...change.override, place: NOWHERE },
      ])
    case 'remove-override':
      return withOverrides(workspace, change.rotation, (all) => {
        const at = lastSame(all, change.override)
        return at < 0 ? all : all.toSpliced(at, 1)
      })
  }
}

/** The place in a list of the last override that says the same, its reason too; below 0 where there is none. */
export function lastSame(all: readonly Override[], wanted: Omit<Override, 'place'>): number {
  return all.findLastIndex((each) => isSameOverride(each, wanted) && each.why === wanted.why)
}

function withOverrides(
  workspace: Workspace,
  id: string,
  edit: (all: readonly Override[]) => readonly Override[],
): Workspace {
  const rotation = workspace.rotations.get(id)
  if (rotation === undefined) return workspace
  const overrides = edit(rotation.overrides)
  return {
    ...workspace,
    rotations: new Map(workspace.rotations).set(id, { ...rotation, overrides }),
  }
}
