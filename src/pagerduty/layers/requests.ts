/** The requests for a layer-based schedule with its layers, and for its overrides. */
import { writeUtc } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import type { LayerOverride, LayerSchedule, PagerDutyLayer } from '../remote.ts'
import { teamsOf, zoneName, type Request } from '../request.ts'
import { pathOf } from '../schedule-plan.ts'
import type { Wish } from '../wish.ts'
import { layerBody, type NewLayer } from './native.ts'
import type { NewOverride } from './patches.ts'
import { asNew, type Layered, type Relayered } from './relayered.ts'

/** Most items in one request. */
const BATCH = 50

/** What the schedule is to be. */
export interface Goal {
  readonly zone: Zone
  readonly description: string
  /** Whether the description says so already. */
  readonly isMarked: boolean
  /** The layers of a new schedule. */
  readonly layers: readonly NewLayer[]
  /** What becomes of the layers of one that stands there; undefined where nothing does. */
  readonly change: Relayered | undefined
}

/** Creating the schedule, or changing what is not as it is to be: all in one request. */
export function scheduleRequests(
  { rotation }: Wish,
  remote: LayerSchedule | undefined,
  { zone, description, isMarked, layers, change }: Goal,
): Request[] {
  const schedule = {
    type: 'schedule',
    name: rotation.name,
    time_zone: remote?.zone ?? zoneName(zone),
    description,
    ...((remote?.teams.length ?? 0) > 0 && {
      teams: remote?.teams.map((id) => ({ id, type: 'team_reference' })),
    }),
  }
  if (remote === undefined) {
    return [
      {
        method: 'POST',
        path: '/schedules',
        body: {
          schedule: { ...schedule, ...teamsOf(rotation), schedule_layers: layers.map(layerBody) },
        },
        gives: { name: '{schedule}', key: 'schedule' },
        what: 'the schedule',
      },
    ]
  }
  const all = change === undefined ? remote.layers.map(asNew) : merged(remote.layers, change)
  const isChanged =
    all.length > remote.layers.length || all.some((layer, i) => !isAlike(layer, remote.layers[i]))
  if (isMarked && remote.name === rotation.name && !isChanged) return []
  return [
    {
      method: 'PUT',
      path: pathOf('layers', remote),
      body: { schedule: { ...schedule, schedule_layers: all.map(layerBody) } },
      what: 'the schedule',
    },
  ]
}

/** All layers of the schedule in their order, those that have ended long ago as they are. */
function merged(layers: readonly PagerDutyLayer[], change: Relayered): Layered[] {
  const fresh = change.layers.filter(({ id }) => id === undefined)
  const old = layers.map((layer) => change.layers.find(({ id }) => id === layer.id) ?? asNew(layer))
  return [...old, ...fresh]
}

function isAlike(layer: NewLayer, before: PagerDutyLayer | undefined): boolean {
  return (
    before !== undefined &&
    JSON.stringify({ ...layer, end: String(layer.end) }) ===
      JSON.stringify({ ...asNew(before), end: String(before.end) })
  )
}

/** Deleting overrides that have to go, and making those that are missing. */
export function overrideRequests(
  path: string,
  stale: readonly LayerOverride[],
  patches: readonly NewOverride[],
): Request[] {
  const requests: Request[] = []
  for (const { id } of stale) {
    if (id === undefined) continue
    requests.push({
      method: 'DELETE',
      path: `${path}/overrides/${encodeURIComponent(id)}`,
      what: 'an override',
    })
  }
  for (let i = 0; i < patches.length; i += BATCH) {
    const some = patches.slice(i, i + BATCH).map(({ start, end, user }) => ({
      start: writeUtc(start),
      end: writeUtc(end),
      user: { id: user, type: 'user_reference' },
    }))
    requests.push({
      method: 'POST',
      path: `${path}/overrides`,
      body: { overrides: some },
      what: some.length === 1 ? 'an override' : `${some.length} overrides`,
    })
  }
  return requests
}
