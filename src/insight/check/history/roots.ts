/** Families of rotations that follow each other. */
import type { Rotation } from '../../../model/rotation.ts'
import type { Workspace } from '../../../model/workspace.ts'

/** The rotation at the head of those that follow each other. */
export function rootOf(rotation: Rotation, { rotations }: Pick<Workspace, 'rotations'>): Rotation {
  let root = rotation
  for (;;) {
    const followed = root.follows === undefined ? undefined : rotations.get(root.follows)
    if (followed === undefined) return root
    root = followed
  }
}
