/** People in a calendar: their names, cleaned once, and the zones in which they read a time. */
import { sayList } from '../time/list.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Zone } from '../time/zone.ts'
import { cleanLine, oneLine } from './text.ts'

export interface Reader {
  readonly name: string
  readonly zone: Zone
  /** What services know them by: `email`, and whatever their contact has, clean. */
  readonly keys: ReadonlyMap<string, string>
}

/** By what teams and people are known. */
export interface Naming {
  /** The key of the team (see `teamKey`). */
  readonly team: string | undefined
  /** By which key of people events are called, instead of by their names. */
  readonly key: string | undefined
}

export type Readers = ReadonlyMap<string, Reader>

export function readersOf({ people }: Pick<Workspace, 'people'>): Readers {
  return new Map(
    [...people.values()].map(({ id, name, zone, email, contact }) => {
      const ways = email === undefined ? contact : [{ name: 'email', value: email }, ...contact]
      const keys = new Map(ways.map((way) => [way.name, oneLine(way.value)]))
      return [id, { name: cleanLine(name) || id, zone, keys }]
    }),
  )
}

/** `Alice Lindqvist and Bob Smith`; `nobody` where there is none. */
export function nameAll(readers: Readers, ids: readonly string[]): string {
  const names = ids.map((id) => readers.get(id)?.name ?? id)
  return sayList(names) || 'nobody'
}
