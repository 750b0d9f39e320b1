/** The requests for a shift-based schedule itself, its custom shifts and its overrides. */
import { writeUtc } from '../../time/wall.ts'
import { lingeringIn } from '../marks.ts'
import type { ShiftSchedule } from '../remote.ts'
import { memberOf, teamsOf, zoneName, type Request } from '../request.ts'
import { pathOf, type Circumstances } from '../schedule-plan.ts'
import type { Wish } from '../wish.ts'
import type { NewPatch } from './patches.ts'

/** Most items in one request. */
const BATCH = 50

/** Creating the schedule, or saying in it what is ours, before anything of ours is made. */
export function markingOf(
  { rotation }: Wish,
  remote: ShiftSchedule | undefined,
  { marker }: Circumstances,
  prints: ReadonlySet<string>,
  description: string,
): Request[] {
  if (remote === undefined) {
    const zone = rotation.layers[0]?.zone ?? rotation.zone
    return [
      {
        method: 'POST',
        path: '/v3/schedules',
        body: {
          schedule: {
            name: rotation.name,
            time_zone: zoneName(zone),
            description,
            ...teamsOf(rotation),
          },
        },
        gives: { name: '{schedule}', key: 'schedule' },
        what: 'the schedule',
      },
    ]
  }
  const isMarked =
    marker !== undefined &&
    marker.rotation === rotation.id &&
    [...prints].every((print) => marker.prints.has(print)) &&
    lingeringIn(marker, remote).size === 0
  if (isMarked && remote.name === rotation.name) return []
  return [putOf(remote, rotation.name, description)]
}

/** Changing a schedule's own settings: PagerDuty takes them whole, and would take teams for a change of theirs. */
export function putOf(remote: ShiftSchedule, name: string, description: string): Request {
  return {
    method: 'PUT',
    path: pathOf('shifts', remote),
    body: { schedule: { name, time_zone: remote.zone, description } },
    what: 'the schedule',
  }
}

export function customRequests(path: string, patches: readonly NewPatch[]): Request[] {
  const items = patches
    .filter(({ on }) => on === undefined)
    .map(({ start, end, user }) => ({
      type: 'custom_shift',
      start_time: writeUtc(start),
      end_time: writeUtc(end),
      assignments: [{ type: 'shift_assignment', member: memberOf(user) }],
    }))
  return batches(items).map((custom_shifts) => ({
    method: 'POST',
    path: `${path}/custom_shifts`,
    body: { custom_shifts },
    what: custom_shifts.length === 1 ? 'a custom shift' : `${custom_shifts.length} custom shifts`,
  }))
}

/** Those that hang on what is not there yet come when PagerDuty was read again. */
export function overrideRequests(path: string, patches: readonly NewPatch[]): Request[] {
  const items = patches.flatMap(({ start, end, user, instead, on }) =>
    on === undefined || on.isNew
      ? []
      : [
          {
            type: 'override_shift',
            ...(on.lane === undefined ? { custom_shift_id: on.custom } : { rotation_id: on.lane }),
            start_time: writeUtc(start),
            end_time: writeUtc(end),
            overridden_member: memberOf(instead),
            overriding_member: memberOf(user),
          },
        ],
  )
  return batches(items).map((overrides) => ({
    method: 'POST',
    path: `${path}/overrides`,
    body: { overrides },
    what: overrides.length === 1 ? 'an override' : `${overrides.length} overrides`,
  }))
}

export function deletions(
  path: string,
  items: readonly { readonly id: string }[],
  kind: string,
  stale: ReadonlySet<string>,
): Request[] {
  return items
    .filter(({ id }) => stale.has(id))
    .map(({ id }) => ({
      method: 'DELETE',
      path: `${path}/${kind}/${encodeURIComponent(id)}`,
      what: kind === 'overrides' ? 'an override' : 'a custom shift',
    }))
}

function batches<T>(items: readonly T[]): T[][] {
  const all: T[][] = []
  for (let i = 0; i < items.length; i += BATCH) all.push(items.slice(i, i + BATCH))
  return all
}

/** Whether requests do no more than add custom shifts and overrides. */
export function doAddOnly(requests: readonly Request[]): boolean {
  return requests.every(
    ({ method, path }) => method === 'POST' && /\/(custom_shifts|overrides)$/.test(path),
  )
}
