/** Reads schedules that are to be brought in: as they are, and what they render for most of a year. */
import { DAY, SECOND, type Instant } from '../../time/instant.ts'
import type { Newcomer, Sighting } from '../../sync/import/importer.ts'
import { HORIZON } from '../../sync/import/plan.ts'
import { parted } from '../../sync/schedule.ts'
import { Refused } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import { object, objectsIfAny, textOr } from '../json.ts'
import { readFrame } from '../read/frame.ts'
import { readSchedule } from '../read/schedules.ts'
import type { Kind, Remote } from '../remote.ts'
import { draftLayers } from './draft-layers.ts'
import { draftShifts } from './draft-shifts.ts'

/** Overrides are brought in for so much longer than the horizon, and whose turn it is is looked for there. */
const BEYOND = 180 * DAY

/** All about a schedule; undefined where it is gone. */
export async function readSighting(
  client: Client,
  { id, kind }: { readonly id: string; readonly kind: Kind },
  now: Instant,
): Promise<Sighting | undefined> {
  const start = Math.ceil(now / SECOND) * SECOND
  const range = { start, end: start + HORIZON + BEYOND }
  const seen = await readFrame(client, id, range, kind)
  const schedule = seen && (await readSchedule(client, seen, range, seen))
  if (seen === undefined || schedule === undefined) return undefined
  return {
    schedule,
    teams: objectsIfAny(seen.answer.body['teams'], 'teams').map((team) =>
      textOr(team['summary'] ?? team['name'] ?? team['id'], ''),
    ),
    range,
    drafted:
      schedule.kind === 'shifts' ? draftShifts(schedule, range, now) : draftLayers(schedule, now),
    users: usersIn(schedule, start),
  }
}

/** A user by their id, be they gone or not. */
export async function readNewcomer(client: Client, id: string): Promise<Newcomer> {
  try {
    const body = object((await client.get(`/users/${encodeURIComponent(id)}`))['user'], 'user')
    return {
      id,
      name: textOr(body['name'], ''),
      email: textOr(body['email'], ''),
      zone: textOr(body['time_zone'], ''),
      isGone: false,
    }
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) throw error
    return { id, name: '', email: '', zone: '', isGone: true }
  }
}

/** Of what has ended nobody is needed: they may have left for good. */
function usersIn(remote: Remote, now: Instant): string[] {
  const [customs, overrides] = parted(remote.items)
  const named =
    remote.kind === 'layers'
      ? [
          ...remote.layers.flatMap(({ users, end }) => (end > now ? users : [])),
          ...[...remote.items, ...remote.rendered].map(({ user }) => user),
        ]
      : [
          ...remote.tracks.flatMap(({ events }) =>
            events.flatMap(({ members, until }) => (until > now ? members : [])),
          ),
          ...overrides.flatMap(({ user, instead = null }) => [user, instead]),
          ...[...customs, ...remote.rendered].map(({ user }) => user),
        ]
  return named.filter((user) => user !== null)
}
