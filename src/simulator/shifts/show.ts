/** A schedule of shifts and its parts as the API answers them. */
import type { Account } from '../account.ts'
import { inUtc, inZone } from '../moment.ts'
import { coverage, type Interval } from '../interval.ts'
import type { Readings } from '../readings.ts'
import { links, policiesUsing, teamReference } from '../reference.ts'
import type { Assignment } from './render.ts'
import {
  effective,
  type CustomShift,
  type Event,
  type Override,
  type Rotation,
  type ShiftSchedule,
} from './schedule.ts'

/** A shift-based schedule, as it is answered. */
export function showSchedule(account: Account, schedule: ShiftSchedule): object {
  const { id, name, timeZone, description, teams, rotations } = schedule
  return {
    id,
    type: 'schedule_v3',
    name,
    time_zone: timeZone,
    ...(description === undefined ? {} : { description }),
    teams: teams.map((team) => teamReference(account, team)),
    escalation_policies: policiesUsing(account, id),
    rotations: listed(account, rotations).map((rotation) =>
      account.readings.scheduleEvents === 'within'
        ? showRotation(id, rotation)
        : bareRotation(id, rotation),
    ),
    ...links(`v3/schedules/${id}`, `schedules/${id}`),
  }
}

/** The rotations that answers show. A deleted one is gone, or stays with its ended events if it has any. */
export function listed(account: Account, rotations: readonly Rotation[]): readonly Rotation[] {
  return rotations.filter(
    ({ deleted, events }) =>
      !deleted || (account.readings.deletedRotation === 'listed' && events.length > 0),
  )
}

/** A rotation with its events, as it is answered. */
export function showRotation(schedule: string, rotation: Rotation): object {
  return {
    ...bareRotation(schedule, rotation),
    events: inOrder(rotation.events).map((event) => showEvent(schedule, rotation.id, event)),
  }
}

function bareRotation(schedule: string, { id }: Rotation): object {
  return {
    id,
    type: 'schedule_rotation',
    ...links(`v3/schedules/${schedule}/rotations/${id}`, `schedules/${schedule}`),
  }
}

/** By the time at which they begin to count. */
export function inOrder(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => a.since - b.since || a.start.at - b.start.at)
}

/** Its times come back in UTC, whatever they were sent in; the zone is kept beside them. */
export function showEvent(schedule: string, rotation: string, event: Event): object {
  const { end } = effective(event)
  return {
    id: event.id,
    type: 'schedule_event',
    name: event.name,
    start_time: { date_time: inUtc(event.start.at), time_zone: event.start.zone },
    end_time: { date_time: inUtc(event.end.at), time_zone: event.end.zone },
    effective_since: inUtc(event.since),
    effective_until: end === Infinity ? null : inUtc(end),
    recurrence: event.recurrence,
    assignment_strategy: event.strategy,
    ...links(
      `v3/schedules/${schedule}/rotations/${rotation}/events/${event.id}`,
      `schedules/${schedule}`,
    ),
  }
}

/** A custom shift, as it is answered. */
export function showCustomShift(schedule: string, shift: CustomShift, zone: string): object {
  return {
    id: shift.id,
    type: 'custom_shift',
    ...times(shift, zone),
    assignments: [{ id: shift.assignment, type: 'shift_assignment', member: shift.member }],
    ...links(`v3/schedules/${schedule}/custom_shifts/${shift.id}`, `schedules/${schedule}`),
  }
}

/** An override, as it is answered. */
export function showOverride(schedule: string, override: Override, zone: string): object {
  const { id, rotation, customShift, overridden, overriding } = override
  return {
    id,
    type: 'override_shift',
    ...(rotation === undefined ? {} : { rotation_id: rotation }),
    ...(customShift === undefined ? {} : { custom_shift_id: customShift }),
    ...times(override, zone),
    overridden_member: overridden,
    overriding_member: overriding,
    ...links(`v3/schedules/${schedule}/overrides/${id}`, `schedules/${schedule}`),
  }
}

/** A final schedule, as it is answered. */
export function showFinal(
  assignments: readonly Assignment[],
  range: Interval,
  zone: string,
  { emptySource }: Readings,
): object {
  const held = assignments.filter(({ member }) => member.type === 'user_member')
  return {
    type: 'final_schedule',
    rendered_coverage_percentage: coverage(held, range),
    computed_shift_assignments: assignments.map((assignment) => ({
      type: 'computed_shift_assignment',
      ...times(assignment, zone),
      member: assignment.member,
      ...(emptySource === 'absent' && assignment.member.type === 'empty_member'
        ? {}
        : { source: assignment.source }),
    })),
  }
}

function times({ start, end }: Interval, zone: string): object {
  return { start_time: inZone(start, zone), end_time: inZone(end, zone) }
}
