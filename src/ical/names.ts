/** People in a calendar: their names, cleaned once, and the zones in which they read a time. */
import { sayList } from '../time/list.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Zone } from '../time/zone.ts'
import { cleanLine } from './text.ts'

export interface Reader {
  readonly name: string
  readonly zone: Zone
}

export type Readers = ReadonlyMap<string, Reader>

export function readersOf({ people }: Workspace): Readers {
  return new Map(
    [...people.values()].map(({ id, name, zone }) => [id, { name: cleanLine(name) || id, zone }]),
  )
}

/** `Alice Lindqvist and Bob Smith`; `nobody` where there is none. */
export function nameAll(readers: Readers, ids: readonly string[]): string {
  const names = ids.map((id) => readers.get(id)?.name ?? id)
  return sayList(names) || 'nobody'
}
