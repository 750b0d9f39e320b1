/** The files of a workspace as they were at a commit, out of git's objects: no filter of the repository's is run. */
import { join } from 'node:path'
import type { Base } from './base.ts'
import type { TextFile } from './disk.ts'
import { encodingOf } from './encoding.ts'
import { Failure } from './failure.ts'
import type { Repository } from './git.ts'
import { movedFrom } from './moved.ts'
import { repositoryOf } from './repository.ts'
import { objects, Tree } from './tree.ts'

export interface Committed {
  /** Their paths from the folder. */
  readonly files: readonly TextFile[]
  /** Where the folder was, from the top of the repository: another place where it was moved since. */
  readonly folder: string
}

/**
 * The `*.yaml` and `*.yml` of the folder, hidden ones left out, links within the repository followed. A folder that was
 * not there is found by its files where it was moved, else there are none. What cannot be read is a failure.
 */
export function committedFiles(repository: Repository, base: Base): Committed {
  const tree = new Tree(repository, base.commit, base.name)
  const there = filesBelow(tree, repository.prefix, base, repository)
  if (there.length > 0) return { files: there, folder: repository.prefix }
  const before = movedFrom(tree, repository, base.name)
  if (before === undefined) return { files: [], folder: repository.prefix }
  return { files: filesBelow(tree, before, base, repository), folder: before }
}

function filesBelow(tree: Tree, folder: string, base: Base, repository: Repository): TextFile[] {
  const found: { path: string; object: string }[] = []
  const inner: TextFile[] = []
  const walk = (at: string, shown: string, above: readonly string[]): void => {
    const real = tree.follow(at)
    // A link to a folder above would lead round and round.
    if (real === undefined || above.includes(real)) return
    const entry = tree.at(real)
    if (entry?.kind === 'submodule') {
      const rest = at.startsWith(`${real}/`) ? at.slice(real.length + 1) : ''
      for (const file of submoduleFiles(repository, real, rest, entry.object, base)) {
        inner.push({ ...file, path: below(shown, file.path) })
      }
      return
    }
    if (entry !== undefined) {
      if (isYaml(shown)) found.push({ path: shown, object: entry.object })
      return
    }
    for (const name of tree.namesIn(real)) {
      if (name.startsWith('.')) continue
      walk(below(real, name), below(shown, name), [...above, real])
    }
  }
  walk(folder, '', [])
  const texts = objects(
    repository,
    found.map(({ object }) => object),
  )
  const own = found.map(({ path }, i) => ({
    path,
    text: decoded(texts[i], below(folder, path), base),
  }))
  return [...own, ...inner].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A submodule has a repository of its own, and the commit that the outer one names. */
function submoduleFiles(
  { top }: Repository,
  path: string,
  folder: string,
  commit: string,
  { name }: Base,
): TextFile[] {
  const whole = join(top, path)
  const repository = repositoryOf(whole)
  if (repository === undefined || repository.top === top) {
    throw new Failure(
      `${name}:${path} is a submodule that is not checked out, so that nothing can be compared with it: 'git submodule update --init' brings it`,
      2,
    )
  }
  const base = { name: `${name}:${path}`, commit }
  return filesBelow(new Tree(repository, commit, base.name), folder, base, repository)
}

const FILTERED: readonly [string, string][] = [
  ['\0GITCRYPT\0', 'encrypted by git-crypt'],
  ['version https://git-lfs.github.com/spec/', 'kept by git LFS'],
  ['$ANSIBLE_VAULT;', 'encrypted by ansible-vault'],
  ['-----BEGIN ', 'encrypted'],
  ['age-encryption.org/', 'encrypted by age'],
]

/**
 * The text of a file, a byte order mark left out. The encodings that editors write are read; of what a filter has made
 * of it nothing is known, and to run the filter that a repository names would be to run what a stranger wrote there.
 */
function decoded(bytes: Buffer | undefined, path: string, { name }: Base): string {
  if (bytes === undefined) return ''
  const head = bytes.toString('latin1', 0, 64)
  const filter = FILTERED.find(([mark]) => head.startsWith(mark))?.[1]
  const encoding = encodingOf(bytes)
  if (filter === undefined && encoding !== undefined) return new TextDecoder(encoding).decode(bytes)
  throw new Failure(
    `${name}:${path} is ${filter ?? 'no text'}, and rotate runs no filter of a repository's, so that nothing can be compared with it: keep it as plain text, or 'rotate check --rewrite' leaves the comparison out`,
    2,
  )
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}

function below(folder: string, name: string): string {
  return folder === '' ? name : name === '' ? folder : `${folder}/${name}`
}
