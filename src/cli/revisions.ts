/** The workspace as it was at a revision of git, read by the same loader as the present one. */
import type { Loaded } from '../model/workspace.ts'
import type { Base } from '../io/base.ts'
import { filesAt } from '../io/git.ts'
import { holidayBook } from '../io/holidays.ts'

/** Paths in its problems begin with the revision, as in `git show HEAD:rotations/team.yaml`. */
export async function loadAt(folder: string, { name, commit }: Base): Promise<Loaded> {
  const { load } = await import('../workspace/load.ts')
  const files = filesAt(folder, commit)
  return load(
    files.map(({ path, text }) => ({ path: `${name}:${path}`, text })),
    holidayBook(),
  )
}
