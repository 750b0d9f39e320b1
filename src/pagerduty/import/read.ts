/** Reads schedules that are to be brought in: as they are, and what they render for most of a year. */
import { DAY, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Client } from '../client.ts'
import { objectsIfAny, textOr } from '../json.ts'
import { parted } from '../../sync/adding/unneeded.ts'
import { readFrame } from '../read/frame.ts'
import { readSchedule } from '../read/schedules.ts'
import type { Kind, Remote } from '../remote.ts'
import { readUser, type User } from './people.ts'

/** How far ahead what is imported is held against what PagerDuty renders. */
export const HORIZON: number = 90 * DAY
/** Overrides are brought in for so much longer, and whose turn it is is looked for there. */
const BEYOND = 180 * DAY

/** A schedule as it was seen, and what it renders for most of a year. */
export interface Sighting {
  readonly remote: Remote
  /** Names of the teams in PagerDuty that it belongs to. */
  readonly teams: readonly string[]
  /** What was asked for. */
  readonly range: Interval
}

/** All about a schedule; undefined where it is gone. */
export async function readSighting(
  client: Client,
  { id, kind }: { readonly id: string; readonly kind: Kind },
  now: Instant,
): Promise<Sighting | undefined> {
  const start = Math.ceil(now / SECOND) * SECOND
  const range = { start, end: start + HORIZON + BEYOND }
  const seen = await readFrame(client, id, range, kind)
  const remote = seen && (await readSchedule(client, seen, range, seen))
  if (seen === undefined || remote === undefined) return undefined
  return {
    remote,
    teams: objectsIfAny(seen.answer.body['teams'], 'teams').map((team) =>
      textOr(team['summary'] ?? team['name'] ?? team['id'], ''),
    ),
    range,
  }
}

/** The users that sightings name, one after another, in the order in which they are named. */
export async function readUsers(client: Client, sightings: readonly Sighting[]): Promise<User[]> {
  const ids = new Set(sightings.flatMap(usersIn))
  const users: User[] = []
  for (const id of ids) users.push(await readUser(client, id))
  return users
}

/** Of what has ended nobody is needed: they may have left for good. */
function usersIn({ remote, range }: Sighting): string[] {
  const [customs, overrides] = parted(remote.items)
  const named =
    remote.kind === 'layers'
      ? [
          ...remote.layers.flatMap(({ users, end }) => (end > range.start ? users : [])),
          ...[...remote.items, ...remote.rendered].map(({ user }) => user),
        ]
      : [
          ...remote.tracks.flatMap(({ events }) =>
            events.flatMap(({ members, until }) => (until > range.start ? members : [])),
          ),
          ...overrides.flatMap(({ user, instead = null }) => [user, instead]),
          ...[...customs, ...remote.rendered].map(({ user }) => user),
        ]
  return named.filter((user) => user !== null)
}
