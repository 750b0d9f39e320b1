/** The requests for a layer-based schedule with its layers, and for its overrides. */
import { writeUtc } from '../../time/wall.ts'
import type { Goal } from '../../sync/dialect.ts'
import type { Request } from '../../sync/request.ts'
import type { Json } from '../json.ts'
import type { LayerSchedule, PagerDutyLayer } from '../remote.ts'
import { deletions, lots, pathOf, teamsOf, zoneName } from '../request.ts'
import type { NativeLayers } from './layers.ts'
import { layerBody, type NewLayer } from './native.ts'
import { asNew, type Layered, type Relayered } from './relayered.ts'

/** The requests of a plan: the schedule, what goes, what comes. */
export function requestsFor(goal: Goal<LayerSchedule, NativeLayers>): readonly Request[] {
  return [...scheduleRequests(goal), ...overrideRequests(goal)]
}

/** Creating the schedule, or changing what is not as it is to be: all in one request. */
function scheduleRequests({
  wish: { rotation },
  schedule,
  native: { zone, made, change },
  description,
  isInOrder,
}: Goal<LayerSchedule, NativeLayers>): Request[] {
  if (schedule === undefined) {
    const settings = { name: rotation.name, zone: zoneName(zone), description, teams: [] }
    const body = { ...bodyOf(settings, made), ...teamsOf(rotation) }
    const gives = { name: '{schedule}', key: 'schedule' }
    return [
      { method: 'POST', path: '/schedules', body: { schedule: body }, gives, what: 'the schedule' },
    ]
  }
  const { layers } = schedule
  const all = change === undefined ? layers.map(asNew) : merged(layers, change)
  const isChanged = all.length > layers.length || all.some((layer, i) => !isAlike(layer, layers[i]))
  if (isInOrder && !isChanged) return []
  return [putOf({ ...schedule, name: rotation.name, description }, all)]
}

/** Changing a schedule with all that has to be sent with it. */
export function putOf(
  schedule: LayerSchedule,
  layers: readonly Layered[] = schedule.layers.map(asNew),
): Request {
  return {
    method: 'PUT',
    path: pathOf('layers', schedule),
    body: { schedule: bodyOf(schedule, layers) },
    what: 'the schedule',
  }
}

function bodyOf(
  {
    name,
    zone,
    description,
    teams,
  }: Pick<LayerSchedule, 'name' | 'zone' | 'description' | 'teams'>,
  layers: readonly Layered[],
): Json {
  return {
    type: 'schedule',
    name,
    time_zone: zone,
    description,
    ...(teams.length > 0 && { teams: teams.map((id) => ({ id, type: 'team_reference' })) }),
    schedule_layers: layers.map(layerBody),
  }
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
function overrideRequests({
  schedule,
  unneeded,
  patches,
}: Goal<LayerSchedule, NativeLayers>): Request[] {
  const path = `${pathOf('layers', schedule)}/overrides`
  const made = lots(patches).map((some): Request => ({
    method: 'POST',
    path,
    body: {
      overrides: some.map(({ start, end, user }) => ({
        start: writeUtc(start),
        end: writeUtc(end),
        user: { id: user, type: 'user_reference' },
      })),
    },
    what: some.length === 1 ? 'an override' : `${some.length} overrides`,
  }))
  return [...deletions(path, 'an override', [...unneeded]), ...made]
}
