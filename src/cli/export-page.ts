/** `rotate export html`: the page, beside the calendars. */
import { join } from 'node:path'
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Workspace } from '../model/workspace.ts'
import { exists, readText, shown } from '../io/disk.ts'
import type { Rang } from '../views/page/gather.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { readPart } from '../io/parts.ts'
import { writeWhole } from '../io/write.ts'

interface PageRequest {
  readonly workspace: Workspace
  readonly within: Interval
  /** The last commit that touched the workspace; undefined outside git: the time of now would change the page. */
  readonly changed: Instant | undefined
  /** Whether a calendar stands beside the page, or will. */
  readonly isPublished: (path: string) => boolean
  readonly out: string
  /** What rang, where that was asked for. */
  readonly rang: Rang | undefined
  /** Whether another team's page is taken over. */
  readonly adopt: boolean
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
  const { workspace, within, changed, isPublished, out, rang, adopt } = request
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
  const data = gatherPage(panoramaOf(workspace, within), isPublished, changed, rang)
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
