/** Where things stand in the repository, for links to it. */
import { positionOf, type Place } from '../../model/place.ts'
import type { PagePlace, PageRepository } from './data.ts'

/** A repository on the web, and where the files of the workspace lie in it. */
export interface Repository {
  /** The address of a line of a file, with `{path}` and `{line}` (see `addressOfLines`). */
  readonly address: string
  /** The path from its top of a file as it was read. */
  readonly pathOf: (path: string) => string
}

/** Files said once, and named by their index. */
export class Places {
  readonly #repository: Repository | undefined
  readonly #files = new Map<string, number>()

  constructor(repository: Repository | undefined) {
    this.#repository = repository
  }

  /** Nothing without a repository, and for what is in no file of it. */
  of(place: Place | undefined): { place?: PagePlace } {
    const found = this.at(place)
    return found === null ? {} : { place: found }
  }

  at(place: Place | undefined): PagePlace | null {
    if (this.#repository === undefined || place === undefined) return null
    const { path, isOutside } = place.source
    if (path === '' || isOutside === true) return null
    const index = this.#files.get(path) ?? this.#files.size
    this.#files.set(path, index)
    return [index, positionOf(place).line]
  }

  /** All that were named until now. */
  said(): { repository?: PageRepository } {
    const repository = this.#repository
    if (repository === undefined) return {}
    const files = [...this.#files.keys()].map((path) => repository.pathOf(path))
    return { repository: { address: repository.address, files } }
  }
}

/** By a part of its name, how each kind of service names a line; the last is what GitHub and most others understand. */
const SERVICES: readonly (readonly [host: RegExp, lines: string])[] = [
  [/(^|\.)gitlab\./, '/-/blob/{commit}/{path}#L{line}'],
  [/(^|\.)bitbucket\.org$/, '/src/{commit}/{path}#lines-{line}'],
  [/(^|\.)(codeberg|gitea|forgejo)\./, '/src/commit/{commit}/{path}#L{line}'],
  [/(^|\.)git\.sr\.ht$/, '/tree/{commit}/item/{path}#L{line}'],
  [/^/, '/blob/{commit}/{path}#L{line}'],
]

/**
 * The address of a line of a file, with `{path}` and `{line}`, out of that of a repository: as people see it in a
 * browser, as git knows it (`git@github.com:acme/oncall.git`), or with `{path}`, `{line}` and `{commit}` already.
 * Undefined where it is no address of the web, or has a password in it.
 */
export function addressOfLines(repository: string, commit: string): string | undefined {
  const address = repository.trim().replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/](?=\w)/, 'https://$1/')
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  if (url.username !== '' || url.password !== '') return undefined
  if (/[\s"'<>\\^`|]/.test(address)) return undefined
  const service = SERVICES.find(([host]) => host.test(url.hostname))?.[1] ?? ''
  const whole = address.includes('{path}')
    ? address
    : `${address
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')}${service}`
  return whole.replaceAll('{commit}', commit)
}
