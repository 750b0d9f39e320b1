/** Commits of a repository: by name, where they parted, what their messages say, and when. */
import { Failure } from './failure.ts'
import { askGit, refused, type Repository } from './git.ts'
import { repositoryOf } from './repository.ts'

/** A commit: its full name, and when it was made (ms). */
export interface Commit {
  readonly name: string
  readonly time: number
}

/** The last commit that touched a folder; undefined outside git, or where none did. */
export function lastCommit(folder: string): Commit | undefined {
  const repository = repositoryOf(folder)
  if (repository === undefined || commitNamed(repository, 'HEAD') === undefined) return undefined
  const path = repository.prefix || '.'
  const words = ['rev-list', '-1', '--timestamp', 'HEAD', '--', `:(literal)${path}`]
  const [seconds = '', name = ''] = (askGit(repository, words) ?? '').trim().split(' ')
  return seconds === '' ? undefined : { name, time: Number(seconds) * 1000 }
}

/** The full name of the commit that a revision names; undefined where there is none. */
export function commitNamed(repository: Repository, revision: string): string | undefined {
  // A name that begins with a dash would be taken for an option; no branch, tag or commit has one.
  if (!/^[^-\s\0][^\0]*$/.test(revision)) {
    throw new Failure(`'${revision}' is no name of a revision`, 2)
  }
  const name = askGit(repository, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
  // A program that is only called git, and says that all is well, has told nothing.
  if (name !== undefined && !/^[0-9a-f]{40,64}$/.test(name)) throw refused(repository.top, '')
  if (name !== undefined || revision !== 'HEAD') return name
  // Before the first commit HEAD names nothing. Where it names what is not there, the repository is broken.
  if (askGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined)
    return undefined
  throw new Failure(`git has no commit of HEAD in ${repository.top}: the repository is broken`, 2)
}

/** Whether there is a commit at all, under whatever name. */
export function hasCommits(repository: Repository): boolean {
  return Boolean(askGit(repository, ['rev-list', '--all', '--max-count=1']))
}

/** Whether a branch is the one that is checked out. */
export function isCheckedOut(repository: Repository, branch: string): boolean {
  return askGit(repository, ['symbolic-ref', '--quiet', 'HEAD']) === `refs/heads/${branch}`
}

/** Where two revisions parted; undefined where that is not known. */
export function mergeBase(repository: Repository, a: string, b: string): string | undefined {
  return askGit(repository, ['merge-base', a, b])
}

/** Whether the repository was cloned without all of its history. */
export function isShallow(repository: Repository): boolean {
  return askGit(repository, ['rev-parse', '--is-shallow-repository']) === 'true'
}

/** The values of a trailer in the messages of the commits after `from` up to `to`. */
export function trailersBetween(
  repository: Repository,
  from: string,
  to: string,
  key: string,
): string[] {
  const last = commitNamed(repository, to)
  // A branch that has no commit yet has none since.
  if (last === undefined || last === from) return []
  // Each commit is headed by a line `commit NAME`, which is the value of no trailer that is asked for.
  const format = `--format=%(trailers:key=${key},valueonly)`
  const lines = askGit(repository, ['rev-list', format, `${from}..${to}`]) ?? ''
  return lines
    .split('\n')
    .flatMap((line) => (/^commit [0-9a-f]{40,}$/.test(line) ? [] : line.trim() || []))
}
