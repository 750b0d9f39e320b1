/** `/v3/schedules/{id}/custom_shifts`: coverage that does not recur. */
import type { Account } from '../account.ts'
import { Complaining, isObject, moment, wrapped, wrappedList, type Json } from '../fields.ts'
import { pageOfShifts } from '../page.ts'
import { requiredRange, zoneIn } from '../range.ts'
import { invalid } from '../refusal.ts'
import type { Answer, Request } from '../route.ts'
import { customShiftIn, replaced, save, scheduleIn } from './find.ts'
import { readMember } from './members.ts'
import { endedOverride } from './rotations.ts'
import { stateOf, type CustomShift, type Member } from './schedule.ts'
import { showCustomShift } from './show.ts'
import { inRange, readEnd, readStretch } from './stretch.ts'

/** Answers `GET /v3/schedules/{id}/custom_shifts`. */
export function listCustomShifts(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const found = inRange(
    schedule.customShifts,
    request,
    requiredRange(request, account.readings),
    account.readings,
  )
  const { items, paging } = pageOfShifts(request, found)
  const zone = zoneIn(request, schedule.timeZone)
  const shifts = items.map((shift) => showCustomShift(schedule.id, shift, zone))
  return { status: 200, body: { custom_shifts: shifts, ...paging } }
}

/** All of them or none. */
export function createCustomShifts(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const complain = new Complaining()
  const shifts = wrappedList(request.body, 'custom_shifts').flatMap((one, i) => {
    const field = `custom_shifts[${i}]`
    const stretch = readStretch(account, one, field, complain)
    const shift = readCustomShift(account, one, field, complain)
    return stretch && shift ? [{ ...shift, ...stretch }] : []
  })
  complain.settle()
  save(account, { ...schedule, customShifts: [...schedule.customShifts, ...shifts] })
  const shown = shifts.map((shift) => showCustomShift(schedule.id, shift, schedule.timeZone))
  return { status: 201, body: { custom_shifts: shown } }
}

/** Answers `GET /v3/schedules/{id}/custom_shifts/{custom_shift_id}`. */
export function getCustomShift(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  return answer(schedule.id, customShiftIn(request, schedule), schedule.timeZone)
}

/** Answers `PUT /v3/schedules/{id}/custom_shifts/{custom_shift_id}`. */
export function updateCustomShift(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const shift = customShiftIn(request, schedule)
  const updated = changed(account, shift, wrapped(request.body, 'custom_shift'))
  save(account, {
    ...schedule,
    customShifts: replaced(schedule.customShifts, shift.id, updated),
  })
  return answer(schedule.id, updated, schedule.timeZone)
}

/** Answers `DELETE /v3/schedules/{id}/custom_shifts/{custom_shift_id}`. */
export function deleteCustomShift(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const shift = customShiftIn(request, schedule)
  const now = account.now()
  if (stateOf(shift, now) === 'past') {
    throw invalid({ custom_shift: ["has ended and can't be deleted"] })
  }
  const left = shift.start < now ? { ...shift, end: now } : undefined
  save(account, {
    ...schedule,
    customShifts: replaced(schedule.customShifts, shift.id, left),
    overrides: schedule.overrides.flatMap((override) =>
      override.customShift === shift.id ? endedOverride(override, now) : [override],
    ),
  })
  return { status: 204 }
}

/** A custom shift as its body describes it, whatever time it is. Undefined if there are complaints. */
export function readCustomShift(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): CustomShift | undefined {
  const body = isObject(value) ? value : {}
  if (body['type'] !== 'custom_shift') complain.about(`${field}.type`, 'must be custom_shift')
  const start = moment(body['start_time'], `${field}.start_time`, complain)
  const end = moment(body['end_time'], `${field}.end_time`, complain)
  const member = readAssignment(account, body, field, complain)
  if (!start || !end || !member) return undefined
  return {
    id: account.newId('long'),
    assignment: account.newId('long'),
    start: start.at,
    end: end.at,
    member,
  }
}

function readAssignment(
  account: Account,
  body: Json,
  field: string,
  complain: Complaining,
): Member | undefined {
  const assignments = body['assignments']
  const [assignment] = Array.isArray(assignments) && assignments.length === 1 ? assignments : []
  if (!isObject(assignment)) {
    return complain.about(`${field}.assignments`, 'must hold exactly one assignment')
  }
  if (assignment['type'] !== 'shift_assignment') {
    complain.about(`${field}.assignments[0].type`, 'must be shift_assignment')
  }
  return readMember(account, assignment['member'], `${field}.assignments[0].member`, complain)
}

function changed(account: Account, shift: CustomShift, body: Json): CustomShift {
  const complain = new Complaining()
  const field = 'custom_shift'
  switch (stateOf(shift, account.now())) {
    case 'past':
      throw invalid({ custom_shift: ["has ended and can't be updated"] })
    case 'active': {
      for (const key of ['start_time', 'assignments']) {
        if (key in body) complain.about(`${field}.${key}`, "can't be changed once it has started")
      }
      const end = readEnd(account, body, shift, field, complain)
      complain.settle()
      return { ...shift, end }
    }
    case 'future': {
      const stretch = readStretch(account, body, field, complain, shift)
      const member =
        'assignments' in body ? readAssignment(account, body, field, complain) : shift.member
      complain.settle()
      return { ...shift, ...stretch, member: member ?? shift.member }
    }
  }
}

function answer(schedule: string, shift: CustomShift, zone: string): Answer {
  return { status: 200, body: { custom_shift: showCustomShift(schedule, shift, zone) } }
}
