/** Reads which schedules there are, of both kinds, and what matters of one, whichever kind it is. */
import type { Interval } from '../../time/interval.ts'
import type { Client } from '../client.ts'
import { text, textOr } from '../json.ts'
import type { Frame, Remote } from '../remote.ts'
import { readLayers } from './layers.ts'
import { NOTHING_HEARD, readShifts, type Heard } from './shifts.ts'

/** A schedule as a list names it. */
export interface Listed {
  readonly kind: 'shifts' | 'layers'
  readonly id: string
  readonly name: string
  /** Lists of shift-based schedules do not tell it. */
  readonly description: string | undefined
}

/** Every schedule of the account, of both kinds. */
export async function listSchedules(client: Client): Promise<readonly Listed[]> {
  const shifts = await client.list('/v3/schedules', 'schedules', {}, 1000)
  const layers = await client.list('/schedules', 'schedules', {}, 100)
  const listed = [
    ...shifts.map((one): Listed => ({
      kind: 'shifts',
      id: text(one['id'], 'id'),
      name: textOr(one['summary'] ?? one['name'], ''),
      description: undefined,
    })),
    ...layers.map((one): Listed => ({
      kind: 'layers',
      id: text(one['id'], 'id'),
      name: textOr(one['name'] ?? one['summary'], ''),
      description: textOr(one['description'], ''),
    })),
  ]
  // The classic list may name the shift-based ones too; they are managed through their own API.
  const ids = new Set<string>()
  return listed.filter(({ id }) => !ids.has(id) && ids.add(id))
}

/** All of a schedule that matters from `within.start` to `within.end`; undefined where it is gone. */
export async function readSchedule(
  client: Client,
  { kind, id }: Pick<Frame, 'kind' | 'id'>,
  within: Interval,
  heard: Heard = NOTHING_HEARD,
): Promise<Remote | undefined> {
  return kind === 'shifts'
    ? readShifts(client, id, within, heard)
    : readLayers(client, id, within, heard)
}
