/** Finding what the path of a request names, and putting back what became of it. */
import type { Account } from '../account.ts'
import { notFound, otherKind } from '../refusal.ts'
import { param, type Request } from '../route.ts'
import type { CustomShift, Event, Override, Rotation, ShiftSchedule } from './schedule.ts'
import { listed } from './show.ts'

/** The shift-based schedule that a path names. */
export function scheduleIn(request: Request, account: Account): ShiftSchedule {
  const schedule = account.shiftSchedules.get(param(request, 'id'))
  if (schedule !== undefined) return schedule
  const isOther = account.layerSchedules.has(param(request, 'id'))
  if (isOther && account.readings.otherKind === 'named') throw otherKind('layer-based', 'v2')
  throw notFound('schedule')
}

/** The rotation that a path names. */
export function rotationIn(request: Request, account: Account, schedule: ShiftSchedule): Rotation {
  return named(listed(account, schedule.rotations), param(request, 'rotation_id'), 'rotation')
}

/** The event that a path names. */
export function eventIn(request: Request, rotation: Rotation): Event {
  return named(rotation.events, param(request, 'event_id'), 'event')
}

/** The custom shift that a path names. */
export function customShiftIn(request: Request, schedule: ShiftSchedule): CustomShift {
  return named(schedule.customShifts, param(request, 'custom_shift_id'), 'custom_shift')
}

/** The override that a path names. */
export function overrideIn(request: Request, schedule: ShiftSchedule): Override {
  return named(schedule.overrides, param(request, 'override_id'), 'override')
}

/** The list with one of its things replaced; without it where there is nothing in its stead. */
export function replaced<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  by?: T,
): readonly T[] {
  return all.flatMap((one) => {
    if (one.id !== id) return [one]
    return by === undefined ? [] : [by]
  })
}

/** Keeps a schedule as it is now. */
export function save(account: Account, schedule: ShiftSchedule): void {
  account.shiftSchedules.set(schedule.id, schedule)
}

/** Keeps a rotation of a schedule as it is now. */
export function saveRotation(account: Account, schedule: ShiftSchedule, rotation: Rotation): void {
  save(account, {
    ...schedule,
    rotations: replaced(schedule.rotations, rotation.id, rotation),
  })
}

function named<T extends { readonly id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find((one) => one.id === id)
  if (found === undefined) throw notFound(what)
  return found
}
