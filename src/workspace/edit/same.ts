/** Whether two workspaces say the same, wherever it is written. */
import { touches } from '../../time/interval.ts'
import { Zone } from '../../time/zone.ts'
import { applied, lastSame } from '../../model/apply.ts'
import type { AddOverride, Change } from '../../model/change.ts'
import type { Workspace } from '../../model/workspace.ts'

/** Whether a workspace is another one and a change, and all else as it was. */
export function isWith(before: Workspace, after: Workspace, change: Change): boolean {
  return change.kind === 'add-override'
    ? isWithOverride(before, after, change)
    : written(applied(before, [change])) === written(after)
}

/**
 * Whether a workspace is another one and an override more: on top of all that there were for its stretch, and with
 * all else as it was.
 */
export function isWithOverride(
  before: Workspace,
  after: Workspace,
  { rotation: id, override }: AddOverride,
): boolean {
  const was = before.rotations.get(id)
  const is = after.rotations.get(id)
  if (was === undefined || is === undefined) return false
  const at = lastSame(is.overrides, override)
  if (at < 0 || is.overrides.slice(at + 1).some((one) => touches(one, override))) return false
  const without = { ...is, overrides: is.overrides.toSpliced(at, 1) }
  const rotations = new Map(after.rotations).set(id, without)
  return written(before) === written({ ...after, rotations })
}

/** All that a workspace says, as a text; places are where it is said. */
function written(workspace: Workspace): string {
  return JSON.stringify(workspace, (key, value: unknown) => {
    if (key === 'place' || key === 'written') return undefined
    if (key === 'dateOnlyTo') return true
    if (value instanceof Zone) return value.name
    if (value instanceof Map) return [...value]
    if (value instanceof Set) return [...value]
    if (value === Infinity) return 'for ever'
    return isRecord(value) ? sorted(value) : value
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** In one order, whoever made it. */
function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
