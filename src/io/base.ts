/** What a change is compared with: a revision that somebody named, or the one that CI or git suggest. */
import { commitNamed, isInGit, isShallow, mergeBase } from './git.ts'
import { Failure } from './failure.ts'

/** A revision as people know it, and the full name of its commit. */
export interface Base {
  readonly name: string
  readonly commit: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The revision that was named; else the base of the merge request where CI names one, else the commit before where it
 * is CI, else the last commit. Undefined where there is nothing to compare with: outside git, before the first commit.
 * One that ought to be there but is not is a failure that says how to fetch it.
 */
export function baseOf(
  folder: string,
  named: string | undefined,
  env: Environment,
): Base | undefined {
  if (!isInGit(folder)) {
    if (named === undefined) return undefined
    throw new Failure(
      `'${named}' cannot be looked up: the folder of the workspace is not in git`,
      2,
    )
  }
  if (named !== undefined) return revisionNamed(folder, named)
  const head = commitNamed(folder, 'HEAD')
  if (head === undefined) return undefined
  const ofMergeRequest = env['CI_MERGE_REQUEST_DIFF_BASE_SHA'] || undefined
  if (ofMergeRequest !== undefined) return revisionNamed(folder, ofMergeRequest)
  const branch = env['GITHUB_BASE_REF'] || undefined
  if (branch !== undefined) return partedFrom(folder, `origin/${branch}`, branch)
  if (!env['CI'] || env['CI'] === 'false') return { name: 'HEAD', commit: head }
  const before = commitNamed(folder, 'HEAD~1')
  if (before !== undefined) return { name: 'HEAD~1', commit: before }
  // The first commit of all has none before it.
  if (isShallow(folder)) throw missing('HEAD~1', folder)
  return undefined
}

/** The commit of a revision that was named; a failure where there is none. */
export function revisionNamed(folder: string, name: string): Base {
  const commit = commitNamed(folder, name)
  if (commit === undefined) throw missing(name, folder)
  return { name, commit }
}

/** Where the present work, or another revision, and a branch parted. */
export function partedFrom(folder: string, revision: string, branch: string, to = 'HEAD'): Base {
  const remote = revision === `origin/${branch}` ? branch : undefined
  const commit = commitNamed(folder, revision)
  if (commit === undefined) {
    throw new Failure(
      `the revision '${revision}' is not in this clone: '${fetching(folder, branch)}' brings it (actions/checkout: 'fetch-depth: 0')`,
      2,
    )
  }
  const parted = mergeBase(folder, commit, to)
  if (parted === undefined) throw missing(`merge base of ${revision} and ${to}`, folder, remote)
  return { name: revision, commit: parted }
}

function missing(name: string, folder: string, branch?: string): Failure {
  const way = isShallow(folder)
    ? `this clone is shallow: '${fetching(folder, branch)}' brings it (GitLab: 'GIT_DEPTH: 0', actions/checkout: 'fetch-depth: 0')`
    : `git knows no such commit: 'git fetch origin' may bring it, 'git log --oneline' lists what there is`
  return new Failure(`the revision '${name}' is not here; ${way}`, 2)
}

/**
 * The command that brings all of the history, and a branch. A clone of one branch fetches no other unless it is told
 * where to; and the commit of a merge request is on no branch, so that it has to be named for git to ask what is before it.
 */
function fetching(folder: string, branch?: string): string {
  const words = branch === undefined ? [] : [`${branch}:refs/remotes/origin/${branch}`]
  const head = commitNamed(folder, 'HEAD')
  if (!isShallow(folder) || head === undefined) return ['git fetch origin', ...words].join(' ')
  return ['git fetch --unshallow origin', head, ...words].join(' ')
}
