/** Reads which schedules there are, of both kinds, and what matters of one, whichever kind it is. */
import type { Interval } from '../../time/interval.ts'
import type { Listed } from '../../sync/schedule.ts'
import type { Known } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import { object, text, textIfAny } from '../json.ts'
import type { Kind, Remote } from '../remote.ts'
import { toldIn } from './after-round.ts'
import { readLayers } from './layers.ts'
import { NOTHING_TOLD, readShifts, type Told } from './shifts.ts'

/** Every schedule of the account, of both kinds. */
export async function listSchedules(client: Client): Promise<readonly Listed[]> {
  const shifts = await client.list('/v3/schedules', 'schedules', {}, 1000)
  const layers = await client.list('/schedules', 'schedules', {}, 100)
  const listed = [
    ...shifts.map((one): Listed => ({
      kind: 'shifts',
      id: text(one['id'], 'id'),
      name: text(one['summary'] ?? one['name'], 'name of a schedule'),
      description: undefined,
    })),
    ...layers.map((one): Listed => ({
      kind: 'layers',
      id: text(one['id'], 'id'),
      name: text(one['name'] ?? one['summary'], 'name of a schedule'),
      description: textIfAny(one['description'], 'description'),
    })),
  ]
  // The classic list may name the shift-based ones too; they are managed through their own API.
  const ids = new Set<string>()
  return listed.filter(({ id }) => !ids.has(id) && ids.add(id))
}

/** All of a schedule that matters from `within.start` to `within.end`; undefined where it is gone. */
export async function readSchedule(
  client: Client,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  within: Interval,
  known: Known = {},
): Promise<Remote | undefined> {
  return kind === 'shifts'
    ? readShifts(client, id, within, toldBy(known))
    : readLayers(client, id, within, toldBy(known))
}

/** What need not be asked: the answer about its frame, or what a round of writes told. */
function toldBy({ answer, round }: Known): Told {
  const told = round === undefined ? NOTHING_TOLD : toldIn(round)
  if (answer?.isRendered !== true) return told
  return { ...told, body: object(answer.body, 'schedule') }
}
