/** The requests for a shift-based schedule itself, its custom shifts and its overrides. */
import { writeUtc } from '../../time/wall.ts'
import type { Goal } from '../../sync/dialect.ts'
import type { Patch } from '../../sync/patch.ts'
import type { Request } from '../../sync/request.ts'
import { parted } from '../../sync/schedule.ts'
import type { ShiftSchedule } from '../remote.ts'
import { deletions, lots, memberOf, pathOf, teamsOf, zoneName } from '../request.ts'
import type { NativeTracks } from './rotations.ts'

/** The requests of a plan: nothing of ours is made before the mark says so, and nothing runs out before it is replaced. */
export function requestsFor(goal: Goal<ShiftSchedule, NativeTracks>): readonly Request[] {
  const { schedule, native, unneeded, items, patches } = goal
  const path = pathOf('shifts', schedule)
  const [customs, overrides] = parted(items.filter((one) => unneeded.has(one)))
  return [
    ...markingOf(goal),
    ...native.before,
    ...customRequests(path, patches),
    ...native.last,
    ...deletions(`${path}/custom_shifts`, 'a custom shift', customs),
    ...deletions(`${path}/overrides`, 'an override', overrides),
    ...overrideRequests(path, patches),
  ]
}

/** Creating the schedule, or saying in it what is ours, before anything of ours is made. */
function markingOf({
  wish: { rotation },
  schedule,
  description,
  isInOrder,
}: Goal<ShiftSchedule, NativeTracks>): Request[] {
  if (isInOrder) return []
  const { name } = rotation
  if (schedule !== undefined) return [putOf({ ...schedule, name, description })]
  const time_zone = zoneName(rotation.layers[0]?.zone ?? rotation.zone)
  return [
    {
      method: 'POST',
      path: '/v3/schedules',
      body: { schedule: { name, time_zone, description, ...teamsOf(rotation) } },
      gives: { name: '{schedule}', key: 'schedule' },
      what: 'the schedule',
    },
  ]
}

/** Changing a schedule's own settings: PagerDuty takes them whole, and would take teams for a change of theirs. */
export function putOf(schedule: ShiftSchedule): Request {
  const { name, zone, description } = schedule
  return {
    method: 'PUT',
    path: pathOf('shifts', schedule),
    body: { schedule: { name, time_zone: zone, description } },
    what: 'the schedule',
  }
}

function customRequests(path: string, patches: readonly Patch[]): Request[] {
  const items = patches
    .filter(({ on }) => on === undefined)
    .map(({ start, end, user }) => ({
      type: 'custom_shift',
      start_time: writeUtc(start),
      end_time: writeUtc(end),
      assignments: [{ type: 'shift_assignment', member: memberOf(user) }],
    }))
  return lots(items).map((custom_shifts) => ({
    method: 'POST',
    path: `${path}/custom_shifts`,
    body: { custom_shifts },
    what: custom_shifts.length === 1 ? 'a custom shift' : `${custom_shifts.length} custom shifts`,
  }))
}

/** Those that hang on what is not there yet come when PagerDuty was read again. */
function overrideRequests(path: string, patches: readonly Patch[]): Request[] {
  const items = patches.flatMap(({ start, end, user, instead = null, on }) =>
    on === undefined || on.isNew === true
      ? []
      : [
          {
            type: 'override_shift',
            ...(on.turns === undefined ? { custom_shift_id: on.item } : { rotation_id: on.turns }),
            start_time: writeUtc(start),
            end_time: writeUtc(end),
            overridden_member: memberOf(instead),
            overriding_member: memberOf(user),
          },
        ],
  )
  return lots(items).map((overrides) => ({
    method: 'POST',
    path: `${path}/overrides`,
    body: { overrides },
    what: overrides.length === 1 ? 'an override' : `${overrides.length} overrides`,
  }))
}
