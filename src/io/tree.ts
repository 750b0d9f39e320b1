/** The tree of a commit: what stood where, links followed. */
import { posix } from 'node:path'
import { Failure } from './failure.ts'
import { refused, tryGit, type Repository } from './git.ts'

/** One entry: a file, a link, or a submodule. */
export interface Entry {
  /** From the top of the repository. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'submodule'
  readonly object: string
}

/** All entries of a commit. */
function entriesAt(repository: Repository, commit: string): Entry[] {
  const said = tryGit(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])
  if (said.status !== 0) throw refused(repository.top, said.err)
  return said.out
    .toString('utf8')
    .split('\0')
    .flatMap((line): Entry[] => {
      // <mode> SP <type> SP <object> TAB <path>
      const [, mode = '', object = '', path = ''] = /^(\d+) \S+ (\S+)\t(.*)$/s.exec(line) ?? []
      if (path === '') return []
      const kind = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file'
      return [{ path, kind, object }]
    })
}

/** The bytes of objects, in one question. */
export function objects(repository: Repository, names: readonly string[]): Buffer[] {
  if (names.length === 0) return []
  const said = tryGit(repository, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  const { out } = said
  const found: Buffer[] = []
  let at = 0
  for (const name of names) {
    const end = out.indexOf('\n', at)
    const [, , size = ''] = out.toString('utf8', at, Math.max(at, end)).split(' ')
    if (end < 0 || !/^\d+$/.test(size)) throw lacking(name)
    const start = end + 1
    found.push(out.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  if (said.status !== 0) throw refused(repository.top, said.err)
  return found
}

function lacking(name: string): Failure {
  return new Failure(
    `git has no object ${name}: the clone is incomplete ('git fetch' mends it; in a clone made with --filter 'git fetch --refetch --no-filter' does)`,
    2,
  )
}

/** The whole tree of a commit, in which links are followed and never lead out. */
export class Tree {
  readonly #entries: ReadonlyMap<string, Entry>
  /** What stands in each folder, by name. */
  readonly #folders: ReadonlyMap<string, ReadonlySet<string>>
  readonly #repository: Repository
  readonly #name: string

  /** @param name the revision, for what is said */
  constructor(repository: Repository, commit: string, name: string) {
    const entries = entriesAt(repository, commit)
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]))
    this.#folders = foldersOf(entries)
    this.#repository = repository
    this.#name = name
  }

  get entries(): Iterable<Entry> {
    return this.#entries.values()
  }

  /** Where a path leads when links are followed; undefined where there is nothing. Within a submodule, the submodule. */
  follow(path: string, steps = 0): string | undefined {
    let at = ''
    const parts = path.split('/').filter((part) => part !== '')
    for (const [i, part] of parts.entries()) {
      at = at === '' ? part : `${at}/${part}`
      const entry = this.#entries.get(at)
      if (entry?.kind === 'link') {
        if (steps > 40) throw this.#astray(at, 'a link that leads back to itself')
        const target = posix.join(this.#target(entry), ...parts.slice(i + 1))
        return this.follow(target === '.' ? '' : target, steps + 1)
      }
      if (entry?.kind === 'submodule') return at
      if (entry === undefined && !this.#folders.has(at)) return undefined
    }
    return at
  }

  /** The names in a folder; none where there is no such folder. */
  namesIn(folder: string): string[] {
    return [...(this.#folders.get(folder) ?? [])].sort()
  }

  at(path: string): Entry | undefined {
    return this.#entries.get(path)
  }

  /** Where a link leads, from the top. */
  #target(entry: Entry): string {
    const { top } = this.#repository
    const [bytes] = objects(this.#repository, [entry.object])
    const target = bytes?.toString('utf8') ?? ''
    // Written in full it leads into this clone where it names it, and in every other clone out of that.
    const whole = target.startsWith('/')
      ? posix.relative(top, posix.normalize(target))
      : posix.join(posix.dirname(entry.path), target)
    if (whole !== '..' && !whole.startsWith('../')) return whole
    if (!target.startsWith('/')) throw this.#astray(entry.path, 'a link out of the repository')
    const way = "make it a relative one ('ln -sr'), "
    throw this.#astray(entry.path, `a link to ${target}, which is not in this clone`, way)
  }

  #astray(path: string, what: string, way = ''): Failure {
    return new Failure(
      `${this.#name}:${path} is ${what}, so that nothing can be compared with it: ${way}name another revision, or 'rotate check --rewrite' where the change is meant`,
      2,
    )
  }
}

function foldersOf(entries: readonly Entry[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const { path } of entries) {
    const parts = path.split('/')
    parts.forEach((name, i) => {
      const folder = parts.slice(0, i).join('/')
      const names = folders.get(folder)
      if (names === undefined) folders.set(folder, new Set([name]))
      else names.add(name)
    })
  }
  return folders
}
