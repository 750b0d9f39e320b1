/** The workspace as it was at a revision of git, read by the same loader as the present one. */
import { isError } from '../model/problem.ts'
import type { Loaded } from '../model/workspace.ts'
import type { Base } from '../io/base.ts'
import { committedFiles } from '../io/committed.ts'
import type { Repository } from '../io/git.ts'
import { publicHolidaysOf } from '../io/holidays.ts'

/** A workspace as it was committed. */
export interface LoadedRevision extends Loaded {
  /** Where the folder was, from the top of the repository, where that is another place than now. */
  readonly movedFrom?: string
  /** Whether the folder was not there, so that there is nothing to compare with. */
  readonly isEmpty: boolean
}

/** Paths in its problems begin with the revision, as in `git show HEAD:rotations/team.yaml`. */
export async function loadAt(repository: Repository, base: Base): Promise<LoadedRevision> {
  const { load } = await import('../workspace/load.ts')
  const { files, folder } = committedFiles(repository, base)
  const loaded = load(
    files.map(({ path, text }) => ({ path: `${base.name}:${path}`, text })),
    publicHolidaysOf,
  )
  const isMoved = folder !== repository.prefix
  return {
    ...loaded,
    ...(isMoved && { movedFrom: folder || 'the top of the repository' }),
    isEmpty: files.length === 0,
  }
}

const BLIND: ReadonlySet<string> = new Set([
  'alias-bomb',
  'not-a-map',
  'several-documents',
  'tag',
  'yaml',
])

/** What a workspace has of which an older state says nothing that can be relied on, because of mistakes there. */
export function unknownBefore(
  before: Loaded,
  now: Loaded['workspace'],
): { readonly rotations: string[]; readonly meetings: string[] } {
  // What stood in a file that could not be read, nobody knows: what a filter made of it may even be YAML.
  const isBlind = before.problems.some((problem) => isError(problem) && BLIND.has(problem.code))
  const unknown = (kind: 'rotations' | 'meetings'): string[] =>
    [...now[kind].keys()].filter(
      (id) =>
        before.workspace.unsound[kind].includes(id) || (isBlind && !before.workspace[kind].has(id)),
    )
  return { rotations: unknown('rotations'), meetings: unknown('meetings') }
}

/** `HEAD (there in old/rotations)`: what is compared with, for a line on stderr. */
export function sayBase({ name, commit }: Base, { movedFrom }: LoadedRevision): string {
  const short = commit.slice(0, 7)
  const which = commit.startsWith(name) ? name.slice(0, 12) : `${name} (${short})`
  return movedFrom === undefined ? which : `${which}, where the folder was ${movedFrom}`
}
