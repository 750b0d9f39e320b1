/** Who has the turns of a rotation too: those that follow it, and those that follow them. */
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'

/** The rotations that follow one, however many steps behind, in the order in which they are written. */
export function followersOf({ rotations }: Workspace, id: string): Rotation[] {
  const behind = new Set([id])
  for (let size = 0; size !== behind.size;) {
    size = behind.size
    for (const { id: next, follows } of rotations.values()) {
      if (follows !== undefined && behind.has(follows)) behind.add(next)
    }
  }
  return [...rotations.values()].filter((rotation) => rotation.id !== id && behind.has(rotation.id))
}
