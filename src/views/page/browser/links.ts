/** Links to lines of the files, where the repository can be seen on the web. */
import type { PagePlace, PageRepository } from '../data.ts'

/** A line of a file. */
export interface Link {
  /** `rotations/primary.yaml:12` */
  readonly text: string
  readonly address: string
}

/** Makes links of places; none without a repository. */
export function linksTo(
  repository: PageRepository | undefined,
): (place: PagePlace | null | undefined) => Link | undefined {
  return (place) => {
    const path = repository?.files[place?.[0] ?? -1]
    if (repository === undefined || path === undefined || place === null || place === undefined)
      return undefined
    const [, line] = place
    const address = repository.address
      .replaceAll('{path}', () => path.split('/').map(encodeURIComponent).join('/'))
      .replaceAll('{line}', String(line))
    return { text: `${path}:${line}`, address }
  }
}
