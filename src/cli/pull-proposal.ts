/** What `rotate pull` would do: the edits of the files, the marks in PagerDuty, and what is in the way of either. */
import type { AddOverride } from '../model/change.ts'
import type { Edit } from '../model/edit.ts'
import type { HandMade } from '../model/pull.ts'
import type { Workspace } from '../model/workspace.ts'
import type { RotationPull } from '../sync/pull/plan.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import { unifiedDiff } from '../views/patch.ts'
import { editsFor } from '../workspace/edit/edit.ts'
import { foreseen, type After, type Seen } from './pull-look.ts'
import type { Session } from './session.ts'

/** What `rotate pull` proposes: the changes, as edits of files. */
export interface Proposal {
  readonly items: readonly HandMade[]
  readonly changes: readonly AddOverride[]
  readonly edits: readonly Edit[]
  /** The edits as a unified diff. */
  readonly patch: string
  /** What the files say then. */
  readonly workspace: Workspace
  readonly toMark: readonly RotationPull[]
  readonly after: readonly After[]
  readonly blocked: readonly Blocked[]
}

/** Why a rotation is left as it is, and what can be written by hand. */
interface Blocked {
  readonly rotation: string
  readonly why: string
  readonly lines: readonly string[]
}

/** A rotation for which there is no way to write all is left whole, and the others are not. */
export function proposalFor(seen: Seen, { sources }: Session, isFilesOnly: boolean): Proposal {
  const blocked = new Map<string, Blocked>()
  for (;;) {
    const looks = seen.looks.filter(({ wish }) => !blocked.has(wish.rotation.id))
    const pulls = seen.pulls.filter(({ rotation }) => !blocked.has(rotation))
    const changes = pulls.flatMap((one) => one.changes)
    const { edits, refused, workspace } = editsFor(sources, changes, publicHolidaysOf)
    const after = foreseen({ ...seen, looks, pulls }, workspace)
    const full = after.filter(({ isFull }) => isFull && !isFilesOnly)
    if (refused.length === 0 && full.length === 0) {
      return {
        items: seen.pulls.flatMap((one) => one.items.map((item) => leftIn(blocked, item))),
        changes,
        edits,
        patch: unifiedDiff(sources, edits),
        workspace,
        toMark: isFilesOnly ? [] : pulls.filter(({ prints }) => prints.size > 0),
        after,
        blocked: [...blocked.values()],
      }
    }
    for (const { look } of full) {
      const { id } = look.wish.rotation
      blocked.set(id, { rotation: id, why: FULL, lines: [] })
    }
    for (const { change, line } of refused) {
      const { rotation } = change
      const before = blocked.get(rotation)?.lines ?? []
      blocked.set(rotation, { rotation, why: NO_PLACE, lines: [...before, line] })
    }
  }
}

/** What decides whether a proposal is still the same. */
export function bringing({ pulls }: Seen): string {
  return JSON.stringify(pulls.map(({ changes, prints }) => [changes, [...prints]]))
}

const FULL =
  "PagerDuty's description of the schedule has no room for the marks (shorten its text there)  [marker-full]"

const NO_PLACE =
  'no list in the files can take an override more without changing something else (it may be an alias); write it by hand:'

function leftIn(blocked: ReadonlyMap<string, Blocked>, item: HandMade): HandMade {
  if (!blocked.has(item.rotation) || item.becomes === 'left') return item
  return { ...item, becomes: 'left', overrides: [], why: 'it cannot be written' }
}
