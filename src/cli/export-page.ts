/** `rotate export html`: the page, beside the calendars. */
import { join, resolve } from 'node:path'
import type { Interval } from '../time/interval.ts'
import type { Workspace } from '../model/workspace.ts'
import { exists, readText, shown } from '../io/disk.ts'
import type { PageWishes } from '../views/page/gather.ts'
import type { Repository } from '../views/page/places.ts'
import { Failure } from '../io/failure.ts'
import type { Commit } from '../io/commits.ts'
import type { Io } from '../io/io.ts'
import { readPart } from '../io/parts.ts'
import { writeWhole } from '../io/write.ts'
import { textOf, type Input } from './command.ts'
import { pathFromTop } from './from-top.ts'
import type { Session } from './session.ts'

interface PageRequest {
  readonly workspace: Workspace
  readonly within: Interval
  /** Whether a calendar stands beside the page, or will. */
  readonly isPublished: (path: string) => boolean
  readonly out: string
  /** Whether another team's page is taken over. */
  readonly adopt: boolean
  /** Outside git there is no commit, and the time of now would change the page. */
  readonly wishes: PageWishes
}

/** The page that is to be written. */
export interface PagePlan {
  /** Relative to the folder that is published. */
  readonly path: string
  readonly text: string
  /** Whether that is not what is there now, byte for byte. */
  readonly changed: boolean
}

/** The plan for the page; fails where another page stands in its place. */
export async function planPage(request: PageRequest, io: Io): Promise<PagePlan> {
  const { workspace, within, isPublished, out, adopt, wishes } = request
  const { panoramaOf } = await import('../insight/panorama.ts')
  const { gatherPage } = await import('../views/page/gather.ts')
  const { isOurPage, teamOfPage, writePage } = await import('../views/page/write.ts')
  const path = 'index.html'
  const place = join(out, path)
  const current = exists(place) ? readText(place, io.cwd) : undefined
  if (current !== undefined && !isOurPage(current)) {
    throw new Failure(
      `${shown(place, io.cwd)} was not made by rotate: nothing was written (--out names another folder)`,
      2,
    )
  }
  const data = gatherPage(panoramaOf(workspace, within), isPublished, wishes)
  const other = current === undefined ? undefined : teamOfPage(current)
  if (other !== undefined && other !== data.team && !adopt) {
    throw new Failure(
      `${shown(place, io.cwd)} is the page of the team '${other}': nothing was written (--out names another folder; --adopt takes this one over)`,
      2,
    )
  }
  const parts = { script: readPart('page/script.js'), style: readPart('page/style.css') }
  const text = await writePage(data, parts)
  return { path, text, changed: text !== current }
}

/** Writes the page where it has changed. */
export function applyPage({ path, text, changed }: PagePlan, out: string, io: Io): void {
  if (changed) writeWhole(join(out, path), text, io.cwd)
}

/** What `--repository` names, by which lines are linked as they were at the last commit of the workspace. */
export async function repositoryOf(
  input: Input,
  { folder }: Session,
  commit: Commit | undefined,
  { cwd }: Io,
): Promise<Repository | undefined> {
  const url = textOf(input, 'repository')
  if (url === undefined) return undefined
  const { addressOfLines } = await import('../views/page/places.ts')
  const address = addressOfLines(url, commit?.name ?? 'HEAD')
  if (address === undefined) {
    // Without what was typed: it may hold a password.
    throw new Failure(
      "--repository: expected the address of a repository on the web, without a password: 'https://github.com/acme/oncall', or one with {path}, {line} and {commit} in it",
      2,
    )
  }
  return { address, pathOf: (path) => pathFromTop(resolve(cwd, path), folder, cwd) }
}
