/** Families of rotations that follow each other. */
import type { Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'

/** The rotation at the head of those that follow each other. */
export function rootOf(rotation: Rotation, { rotations }: Pick<Workspace, 'rotations'>): Rotation {
  const followed = rotation.follows === undefined ? undefined : rotations.get(rotation.follows)
  return followed === undefined ? rotation : rootOf(followed, { rotations })
}
