/** What a change is compared with: a revision that somebody named, or the one that CI or git suggest. */
import { isCi, targetIn, type Environment } from './ci.ts'
import { commitNamed, hasCommits, isCheckedOut, isShallow, mergeBase } from './commits.ts'
import { Failure } from './failure.ts'
import type { Repository } from './git.ts'
import { shellWord } from './shell.ts'

/** A revision as people know it, and the full name of its commit. */
export interface Base {
  readonly name: string
  readonly commit: string
}

/**
 * The revision that was named; else the base of the merge request where CI names one, else the commit before where it
 * is CI, else the last commit. Undefined where there is nothing to compare with: outside git, before the first commit.
 * One that ought to be there but is not is a failure that says how to fetch it.
 */
export function baseOf(
  repository: Repository | undefined,
  named: string | undefined,
  env: Environment,
): Base | undefined {
  if (repository === undefined) {
    if (named === undefined) return undefined
    throw new Failure(
      `'${named}' cannot be looked up: the folder of the workspace is not in git`,
      2,
    )
  }
  if (named !== undefined) return revisionNamed(repository, named)
  const head = commitNamed(repository, 'HEAD')
  if (head === undefined) {
    if (!hasCommits(repository)) return undefined
    throw new Failure(
      `the branch that is checked out in ${repository.top} has no commit yet, though others have: --since (of check) or a revision (of diff) names what to compare with`,
      2,
    )
  }
  const { commit, branch } = targetIn(env)
  if (branch !== undefined) {
    const revision = branchHere(repository, branch, head)
    if (revision !== undefined || commit === undefined)
      return partedFrom(repository, revision ?? `origin/${branch}`, branch)
  }
  if (commit !== undefined) return revisionNamed(repository, commit)
  if (!isCi(env)) return { name: 'HEAD', commit: head }
  const before = commitNamed(repository, 'HEAD~1')
  if (before !== undefined) return { name: 'HEAD~1', commit: before }
  // The first commit of all has none before it.
  if (isShallow(repository)) throw missing('HEAD~1', repository)
  return undefined
}

/**
 * What a branch is called in this clone. A branch of its own of that name is taken where there is none of the remote's,
 * but not the one that is checked out: that would be the change itself, of somebody who named their branch the same.
 */
function branchHere(repository: Repository, branch: string, head: string): string | undefined {
  if (commitNamed(repository, `refs/remotes/origin/${branch}`) !== undefined)
    return `origin/${branch}`
  const own = commitNamed(repository, `refs/heads/${branch}`)
  if (own === undefined || own === head || isCheckedOut(repository, branch)) return undefined
  return branch
}

/** The commit of a revision that was named; a failure where there is none. */
export function revisionNamed(repository: Repository, name: string): Base {
  const commit = commitNamed(repository, name)
  if (commit === undefined) throw missing(name, repository)
  return { name, commit }
}

/** Where the present work, or another revision, and a branch parted. */
export function partedFrom(
  repository: Repository,
  revision: string,
  branch: string,
  to = 'HEAD',
): Base {
  const remote = revision === `origin/${branch}` ? branch : undefined
  const commit = commitNamed(repository, revision)
  if (commit === undefined) {
    throw new Failure(
      `the revision '${revision}' is not in this clone: '${fetching(repository, branch)}' brings it (actions/checkout: 'fetch-depth: 0')`,
      2,
    )
  }
  const parted = mergeBase(repository, commit, to)
  if (parted === undefined) throw missing(`merge base of ${revision} and ${to}`, repository, remote)
  return { name: revision, commit: parted }
}

function missing(name: string, repository: Repository, branch?: string): Failure {
  const way = isShallow(repository)
    ? `this clone is shallow: '${fetching(repository, branch)}' brings it (GitLab: 'GIT_DEPTH: 0', actions/checkout: 'fetch-depth: 0')`
    : `git knows no such commit: 'git fetch origin' may bring it, 'git log --oneline' lists what there is`
  return new Failure(`the revision '${name}' is not here; ${way}`, 2)
}

/**
 * The command that brings all of the history, and a branch. A clone of one branch fetches no other unless it is told
 * where to; and the commit of a merge request is on no branch, so that it has to be named for git to ask what is before it.
 */
function fetching(repository: Repository, branch?: string): string {
  const words = branch === undefined ? [] : [shellWord(`${branch}:refs/remotes/origin/${branch}`)]
  const head = commitNamed(repository, 'HEAD')
  if (!isShallow(repository) || head === undefined) return ['git fetch origin', ...words].join(' ')
  return ['git fetch --unshallow origin', head, ...words].join(' ')
}
