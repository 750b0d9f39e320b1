/** `/v3/schedules/{id}/rotations`: bare frames for events. */
import type { Account } from '../account.ts'
import { isObject } from '../fields.ts'
import { pageOfShifts } from '../page.ts'
import { invalid } from '../refusal.ts'
import type { Answer, Request } from '../route.ts'
import { rotationIn, save, scheduleIn } from './find.ts'
import { effective, stateOf, type Event, type Override, type Rotation } from './schedule.ts'
import { listed, showRotation } from './show.ts'

/** Answers `GET /v3/schedules/{id}/rotations`. */
export function listRotations(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const { items, paging } = pageOfShifts(request, listed(account, schedule.rotations))
  const rotations = items.map((rotation) => showRotation(schedule.id, rotation))
  return { status: 200, body: { rotations, ...paging } }
}

/** Answers `POST /v3/schedules/{id}/rotations`. */
export function createRotation(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const { body } = request
  if (body !== undefined && !(isObject(body) && Object.keys(body).length === 0)) {
    throw invalid({ rotation: ['accepts no fields; add events to it'] })
  }
  const rotation: Rotation = { id: account.newId('long'), events: [], deleted: false }
  save(account, { ...schedule, rotations: [...schedule.rotations, rotation] })
  return { status: 201, body: { rotation: showRotation(schedule.id, rotation) } }
}

/** Answers `GET /v3/schedules/{id}/rotations/{rotation_id}`. */
export function getRotation(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  return { status: 200, body: { rotation: showRotation(schedule.id, rotation) } }
}

/** Past events and their overrides stay for what they rendered, what is running ends now, the rest goes. */
export function deleteRotation(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const { id, events } = rotationIn(request, account, schedule)
  const now = account.now()
  const rotation = { id, deleted: true, events: events.flatMap((event) => ended(event, now)) }
  save(account, {
    ...schedule,
    rotations: schedule.rotations.map((one) => (one.id === id ? rotation : one)),
    overrides: schedule.overrides.flatMap((override) =>
      override.rotation === id ? endedOverride(override, now) : [override],
    ),
  })
  return { status: 204 }
}

/** An event that ends now: as it was if it is past, cut if it is active, gone if it has not served. */
export function ended(event: Event, now: number): Event[] {
  if (stateOf(effective(event), now) === 'past') return [event]
  return event.since < now ? [{ ...event, until: now, cut: now }] : []
}

/** An override that ends now; gone if it has not begun. */
export function endedOverride(override: Override, now: number): Override[] {
  if (stateOf(override, now) === 'past') return [override]
  return override.start < now ? [{ ...override, end: now }] : []
}
