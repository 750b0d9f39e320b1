/** Git, asked as a program. Nothing here touches the working tree or the index. */
import { execFileSync, spawnSync } from 'node:child_process'
import type { TextFile } from './disk.ts'
import { Failure } from './failure.ts'

/** The time (ms) of the last commit that touched a folder; undefined outside git, or where none did. */
export function lastCommitTime(folder: string): number | undefined {
  const seconds = git(folder, ['log', '-1', '--format=%ct', '--', '.'])
  return seconds === undefined || seconds === '' ? undefined : Number(seconds) * 1000
}

/** Whether a folder lies in a repository that git is willing to read. */
export function isInGit(folder: string): boolean {
  const words = ['-C', folder, 'rev-parse', '--is-inside-work-tree']
  const { error, status, stderr } = spawnSync('git', words, { encoding: 'utf8', env: env() })
  if (error === undefined && status === 0) return true
  // In a container the folder often belongs to somebody else. "Not in git" would then leave out a check in silence.
  if (stderr?.includes('dubious ownership')) {
    throw new Failure(
      `git does not read this repository, since it belongs to another user: 'git config --global --add safe.directory ${folder}' allows it`,
      2,
    )
  }
  return false
}

/** The full name of the commit that a revision names; undefined where there is none. */
export function commitNamed(folder: string, revision: string): string | undefined {
  // A name that begins with a dash would be taken for an option; no branch, tag or commit has one.
  if (!/^[^-\s\0][^\0]*$/.test(revision)) {
    throw new Failure(`'${revision}' is no name of a revision`, 2)
  }
  return git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
}

/** Where two revisions parted; undefined where that is not known. */
export function mergeBase(folder: string, a: string, b: string): string | undefined {
  return git(folder, ['merge-base', a, b])
}

/** Whether the repository was cloned without all of its history. */
export function isShallow(folder: string): boolean {
  return git(folder, ['rev-parse', '--is-shallow-repository']) === 'true'
}

/** The values of a trailer in the messages of the commits after `from` up to `to`. */
export function trailersBetween(folder: string, from: string, to: string, key: string): string[] {
  const format = `--format=%(trailers:key=${key},valueonly)`
  const lines = git(folder, ['log', format, `${from}..${to}`]) ?? ''
  return lines.split('\n').flatMap((line) => line.trim() || [])
}

/**
 * The `*.yaml` and `*.yml` of a folder as they were at a commit, hidden ones left out, their paths from the folder;
 * none where the folder was not there yet. They come from git's objects.
 */
export function filesAt(folder: string, commit: string): TextFile[] {
  const listed = git(folder, ['ls-tree', '-r', '-z', commit]) ?? ''
  const files = listed.split('\0').flatMap((line) => {
    // <mode> SP <type> SP <object> TAB <path from the folder>
    const [, object = '', path = ''] = /^100\d{3} blob (\S+)\t(.*)$/s.exec(line) ?? []
    const hidden = path.split('/').some((part) => part.startsWith('.'))
    return /\.ya?ml$/i.test(path) && !hidden ? { path, object } : []
  })
  if (files.length === 0) return []
  const texts = objects(
    folder,
    files.map(({ object }) => object),
  )
  return files
    .map(({ path }, i) => ({ path, text: texts[i] ?? '' }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The texts of objects, in one question, a byte order mark left out. */
function objects(folder: string, names: readonly string[]): string[] {
  const { status, stdout } = spawnSync('git', ['-C', folder, 'cat-file', '--batch'], {
    env: env(),
    input: `${names.join('\n')}\n`,
    maxBuffer: Infinity,
  })
  if (status !== 0) throw new Failure(`git cannot read its objects in ${folder}`)
  const texts: string[] = []
  let at = 0
  for (const name of names) {
    const end = stdout.indexOf('\n', at)
    const [, , size] = stdout.toString('utf8', at, end).split(' ')
    if (end < 0 || size === undefined || !/^\d+$/.test(size))
      throw new Failure(`git has no object ${name}: the clone is incomplete ('git fetch' mends it)`)
    const start = end + 1
    texts.push(stdout.toString('utf8', start, start + Number(size)).replace(/^\uFEFF/, ''))
    at = start + Number(size) + 1
  }
  return texts
}

/** What git says, or undefined where it fails or is not there. */
function git(folder: string, words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      env: env(),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: Infinity,
    }).trim()
  } catch {
    return undefined
  }
}

/**
 * The folder says which repository is meant. A hook of git's runs with variables that name one, partly by paths from
 * where the hook was started; and what git says is to be in English, to be understood.
 */
function env(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...rest } = process.env
  return { ...rest, LC_ALL: 'C' }
}
