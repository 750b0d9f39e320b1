/** Reads schedules that are to be brought in: as they are, and what they render for most of a year. */
import { DAY, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Client } from '../client.ts'
import { objectsIfAny, textOr } from '../json.ts'
import { readFrame } from '../read/frame.ts'
import { each } from '../read/pieces.ts'
import { readSchedule, type Listed } from '../read/schedules.ts'
import { NOTHING_HEARD } from '../read/shifts.ts'
import type { LayerSchedule, Remote, ShiftSchedule } from '../remote.ts'
import { readUser, type User } from './people.ts'

/** How far ahead what is imported is held against what PagerDuty renders. */
export const HORIZON: number = 90 * DAY
/** Overrides are brought in for so much longer, and whose turn it is is looked for there. */
const BEYOND = 180 * DAY

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
  { id, kind }: Pick<Listed, 'id' | 'kind'>,
  now: Instant,
): Promise<Sighting | undefined> {
  const start = Math.ceil(now / SECOND) * SECOND
  const near = { start, end: start + HORIZON }
  const far = { start: near.end, end: near.end + BEYOND }
  const answered = await readFrame(client, id, near, kind)
  if (answered === undefined) return undefined
  const first = await readSchedule(client, answered, near, {
    ...NOTHING_HEARD,
    body: answered.body,
  })
  const second = await readSchedule(client, answered, far)
  if (first === undefined) return undefined
  return {
    remote: second === undefined ? first : together(first, second),
    teams: objectsIfAny(answered.body['teams'], 'teams').map((team) =>
      textOr(team['summary'] ?? team['name'] ?? team['id'], ''),
    ),
    range: { start: near.start, end: far.end },
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
  const named =
    remote.kind === 'layers'
      ? [
          ...remote.layers.flatMap(({ users, end }) => (end > range.start ? users : [])),
          ...[...remote.overrides, ...remote.rendered].map(({ user }) => user),
        ]
      : [
          ...remote.lanes.flatMap(({ events }) =>
            events.flatMap(({ members, until }) => (until > range.start ? members : [])),
          ),
          ...remote.overrides.flatMap(({ user, instead }) => [user, instead]),
          ...[...remote.customs, ...remote.rendered].map(({ user }) => user),
        ]
  return named.filter((user) => user !== null)
}

/** What two ranges that follow each other say. */
function together(first: Remote, second: Remote): Remote {
  if (first.kind === 'layers' && second.kind === 'layers') return layersTogether(first, second)
  if (first.kind === 'shifts' && second.kind === 'shifts') return shiftsTogether(first, second)
  return first
}

function shiftsTogether(first: ShiftSchedule, second: ShiftSchedule): ShiftSchedule {
  return {
    ...first,
    customs: each([...first.customs, ...second.customs]),
    overrides: each([...first.overrides, ...second.overrides]),
    rendered: each([...first.rendered, ...second.rendered]),
  }
}

function layersTogether(first: LayerSchedule, second: LayerSchedule): LayerSchedule {
  return {
    ...first,
    layers: first.layers.map((layer) => ({
      ...layer,
      rendered: each([
        ...layer.rendered,
        ...(second.layers.find(({ id }) => id === layer.id)?.rendered ?? []),
      ]),
    })),
    overrides: each([...first.overrides, ...second.overrides]),
    rendered: each([...first.rendered, ...second.rendered]),
  }
}
