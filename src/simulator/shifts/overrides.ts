/** `/v3/schedules/{id}/overrides`: somebody in the place of one member of one rotation or custom shift, for a stretch. */
import type { Account } from '../account.ts'
import { Complaining, isObject, moment, wrapped, wrappedList } from '../fields.ts'
import { pageOfShifts } from '../page.ts'
import { overlaps } from '../interval.ts'
import { requiredRange, zoneIn } from '../range.ts'
import { invalid } from '../refusal.ts'
import type { Answer, Request } from '../route.ts'
import { overrideIn, replaced, save, scheduleIn } from './find.ts'
import { readMember } from './members.ts'
import { customAssignment, rotationShifts } from './render.ts'
import { endedOverride } from './rotations.ts'
import {
  isSameMember,
  stateOf,
  type Member,
  type Override,
  type ShiftSchedule,
} from './schedule.ts'
import { listed, showOverride } from './show.ts'
import { inRange, readStretch } from './stretch.ts'

/** Answers `GET /v3/schedules/{id}/overrides`. */
export function listOverrides(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const found = inRange(
    schedule.overrides,
    request,
    requiredRange(request, account.readings),
    account.readings,
  )
  const { items, paging } = pageOfShifts(request, found)
  const zone = zoneIn(request, schedule.timeZone)
  const overrides = items.map((override) => showOverride(schedule.id, override, zone))
  return { status: 200, body: { overrides, ...paging } }
}

/** All of them or none. */
export function createOverrides(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const complain = new Complaining()
  const overrides = wrappedList(request.body, 'overrides').flatMap((one, i) => {
    const field = `overrides[${i}]`
    const stretch = readStretch(account, one, field, complain)
    const read = readOverride(account, schedule, one, field, complain)
    if (!stretch || !read) return []
    const override = { ...read, ...stretch }
    if (account.readings.strayOverride === 'refuse' && isStray(account, schedule, override)) {
      complain.about(`${field}.overridden_member`, 'is not on call in that stretch')
    }
    return [override]
  })
  complain.settle()
  save(account, { ...schedule, overrides: [...schedule.overrides, ...overrides] })
  const shown = overrides.map((override) => showOverride(schedule.id, override, schedule.timeZone))
  return { status: 201, body: { overrides: shown } }
}

/** Answers `GET /v3/schedules/{id}/overrides/{override_id}`. */
export function getOverride(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  return answer(schedule, overrideIn(request, schedule))
}

/** Answers `PUT /v3/schedules/{id}/overrides/{override_id}`. */
export function updateOverride(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const override = overrideIn(request, schedule)
  if (stateOf(override, account.now()) === 'past') {
    throw invalid({ override: ["has ended and can't be updated"] })
  }
  const body = wrapped(request.body, 'override')
  const complain = new Complaining()
  const stretch = readStretch(account, body, 'override', complain, override)
  const member = (key: string, before: Member): Member =>
    (key in body ? readSide(account, body[key], `override.${key}`, complain) : before) ?? before
  if (!isSameMember(member('overridden_member', override.overridden), override.overridden)) {
    complain.about('override.overridden_member', "can't be changed")
  }
  const overriding = member('overriding_member', override.overriding)
  complain.settle()
  const updated = { ...override, ...stretch, overriding }
  save(account, { ...schedule, overrides: replaced(schedule.overrides, override.id, updated) })
  return answer(schedule, updated)
}

/** Answers `DELETE /v3/schedules/{id}/overrides/{override_id}`. */
export function deleteOverride(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const override = overrideIn(request, schedule)
  const isCut = account.readings.deleteRunningOverride === 'cut'
  if (isCut && stateOf(override, account.now()) === 'past') {
    throw invalid({ override: ["has ended and can't be deleted"] })
  }
  const [left] = isCut ? endedOverride(override, account.now()) : []
  save(account, { ...schedule, overrides: replaced(schedule.overrides, override.id, left) })
  return { status: 204 }
}

/** An override as its body describes it, whatever time it is. Undefined if there are complaints. */
export function readOverride(
  account: Account,
  schedule: ShiftSchedule,
  value: unknown,
  field: string,
  complain: Complaining,
): Override | undefined {
  const body = isObject(value) ? value : {}
  if (body['type'] !== 'override_shift') complain.about(`${field}.type`, 'must be override_shift')
  const start = moment(body['start_time'], `${field}.start_time`, complain)
  const end = moment(body['end_time'], `${field}.end_time`, complain)
  const { rotation_id: rotation, custom_shift_id: customShift } = body
  const side = (key: string): Member | undefined =>
    readSide(account, body[key], `${field}.${key}`, complain)
  const overridden = side('overridden_member')
  const overriding = side('overriding_member')
  if ((rotation === undefined) === (customShift === undefined)) {
    return complain.about(field, 'must name either rotation_id or custom_shift_id')
  }
  const targets =
    rotation === undefined ? schedule.customShifts : listed(account, schedule.rotations)
  const target = targets.find(({ id }) => id === (rotation ?? customShift))
  if (target === undefined) return complain.about(field, 'names what the schedule does not have')
  if (!start || !end || !overridden || !overriding) return undefined
  return {
    id: account.newId('long'),
    ...(rotation === undefined ? { customShift: target.id } : { rotation: target.id }),
    start: start.at,
    end: end.at,
    overridden,
    overriding,
  }
}

function readSide(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): Member | undefined {
  const member = readMember(account, value, field, complain)
  const { emptyMemberInOverrides } = account.readings
  if (member?.type === 'empty_member' && emptyMemberInOverrides === 'refuse') {
    return complain.about(`${field}.type`, 'must be user_member')
  }
  return member
}

/** Whether the member whom it names holds nothing of its rotation or custom shift in its stretch. */
function isStray(account: Account, schedule: ShiftSchedule, override: Override): boolean {
  const shifts = [
    ...schedule.rotations
      .filter(({ id }) => id === override.rotation)
      .flatMap((rotation) => rotationShifts(rotation, override, account.readings)),
    ...schedule.customShifts.filter(({ id }) => id === override.customShift).map(customAssignment),
  ]
  return !shifts.some(
    (shift) => overlaps(shift, override) && isSameMember(shift.member, override.overridden),
  )
}

function answer(schedule: ShiftSchedule, override: Override): Answer {
  return {
    status: 200,
    body: { override: showOverride(schedule.id, override, schedule.timeZone) },
  }
}
