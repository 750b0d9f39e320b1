/** The repository that a folder lies in, found without git, so that its silence is never taken for "not in git". */
import { relative, resolve, sep } from 'node:path'
import { Failure } from './failure.ts'
import { refused, tryGit, type Repository } from './git.ts'
import { realOf, topAbove } from './top.ts'

/**
 * The repository of a folder; undefined where there is none at all. One that is there but cannot be asked (git is not
 * installed, refuses, finds it broken) is a failure.
 */
export function repositoryOf(folder: string): Repository | undefined {
  const found = findRepository(folder)
  if (found === undefined) {
    refuseLinkOut(folder)
    return undefined
  }
  const { status, err } = tryGit(found, ['rev-parse', '--git-dir'])
  if (status !== 0) throw refused(found.top, err)
  return found
}

/** The same by the disk alone: git is not asked, and need not be there. */
export function findRepository(folder: string): Repository | undefined {
  const real = realOf(folder)
  if (real === undefined) return undefined
  const top = topAbove(real)
  if (top !== undefined) return { top, prefix: way(top, real) }
  return namedRepository(real)
}

function refuseLinkOut(folder: string): void {
  const outer = realOf(folder) === undefined ? undefined : topAbove(resolve(folder))
  if (outer === undefined) return
  throw new Failure(
    `${folder} is a link out of the repository in ${outer}, so that it cannot be compared with what is committed: --dir names a folder in a repository, 'rotate check --rewrite' leaves the comparison out`,
    2,
  )
}

/** The one that `GIT_DIR` names, where the folder lies in its working tree. */
function namedRepository(folder: string): Repository | undefined {
  const { GIT_DIR: named, GIT_WORK_TREE: tree } = process.env
  if (!named) return undefined
  const top = realOf(tree ? resolve(tree) : process.cwd())
  if (top === undefined || (folder !== top && !folder.startsWith(top + sep))) return undefined
  return { top, prefix: way(top, folder), gitDir: resolve(named) }
}

function way(from: string, to: string): string {
  return relative(from, to).split(sep).join('/')
}
