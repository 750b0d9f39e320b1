/** Changes put into texts: `(texts, changes) -> edits`. YAML is edited by range and never printed anew. */
import type { Change } from '../../model/change.ts'
import { edited, type Edit } from '../../model/edit.ts'
import type { HolidayBook } from '../../model/holidays.ts'
import type { Source } from '../../model/place.ts'
import { isError } from '../../model/problem.ts'
import type { Workspace } from '../../model/workspace.ts'
import { load } from '../load.ts'
import { awaySpots } from './away.ts'
import { composed } from './compose.ts'
import { insertionsFor, removalsOf } from './homes.ts'
import { memberSpots } from './members.ts'
import { personSpots } from './person.ts'
import { roleSpots } from './role.ts'
import { isWith } from './same.ts'
import { rowSpots, startSpots } from './start.ts'
import type { Spot } from './spot.ts'
import { lineOf, overrideItem } from './words.ts'

export interface Edited<C extends Change = Change> {
  readonly edits: readonly Edit[]
  /** What the workspace is afterwards. */
  readonly workspace: Workspace
  /** Changes for which there is no place in the texts, and the line that would say each. */
  readonly refused: readonly { readonly change: C; readonly line: string }[]
}

/**
 * The edits that say the changes, in order, in texts without errors. Each is tried first: the texts after it must
 * load as the workspace before it and that change, and nothing else.
 */
export function editsFor<C extends Change>(
  sources: readonly Source[],
  changes: readonly C[],
  book?: HolidayBook,
): Edited<C> {
  let texts = sources
  let { workspace } = load(texts, book)
  let edits: readonly Edit[] = []
  const refused: { change: C; line: string }[] = []
  const lengthOf = (path: string): number =>
    sources.find((source) => source.path === path)?.text.length ?? 0
  for (const change of changes) {
    const found = firstThatFits(texts, spotsFor(texts, change, workspace), workspace, change, book)
    if (found === undefined) {
      refused.push({ change, line: lineOf(change, workspace) })
      continue
    }
    edits = composed(edits, found.spot.edits, lengthOf)
    ;({ workspace, texts } = found)
  }
  return { edits, workspace, refused }
}

/** The ways to write a change, the likeliest first. */
function spotsFor(texts: readonly Source[], change: Change, workspace: Workspace): Spot[] {
  switch (change.kind) {
    case 'add-override': {
      const item = overrideItem(change, workspace)
      return item === undefined ? [] : insertionsFor(texts, change, workspace, item)
    }
    case 'remove-override':
      return removalsOf(texts, change, workspace)
    case 'edit-members':
      return memberSpots(texts, change, workspace)
    case 'move-start':
      return startSpots(texts, change, workspace)
    case 'remove-row':
      return rowSpots(texts, change, workspace)
    case 'add-away':
    case 'remove-away':
    case 'remove-recurring-away':
      return awaySpots(texts, change, workspace)
    case 'add-role-override':
    case 'remove-role-override':
      return roleSpots(texts, change, workspace)
    case 'add-person':
      return personSpots(texts, change)
  }
}

interface Fitting {
  readonly spot: Spot
  readonly texts: readonly Source[]
  readonly workspace: Workspace
}

function firstThatFits(
  texts: readonly Source[],
  spots: readonly Spot[],
  before: Workspace,
  change: Change,
  book: HolidayBook | undefined,
): Fitting | undefined {
  for (const spot of spots) {
    if (spot.edits.length === 0) continue
    const tried = edited(texts, spot.edits)
    const { workspace, problems } = load(tried, book)
    if (!problems.some(isError) && isWith(before, workspace, change)) {
      return { spot, texts: tried, workspace }
    }
  }
  return undefined
}
