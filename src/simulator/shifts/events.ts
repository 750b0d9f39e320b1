/** `/v3/schedules/{id}/rotations/{rotation_id}/events`: what recurs, who serves it, and from when to when it counts. */
import type { Account } from '../account.ts'
import { Complaining, wrapped, type Json } from '../fields.ts'
import { pageOfShifts } from '../page.ts'
import { overlaps } from '../interval.ts'
import { invalid } from '../refusal.ts'
import type { Answer, Request } from '../route.ts'
import { bodyOf, isEqual, readEvent, readUntil } from './event-body.ts'
import { eventIn, replaced, rotationIn, saveRotation, scheduleIn } from './find.ts'
import { ended } from './rotations.ts'
import { effective, stateOf, type Event, type Rotation, type ShiftSchedule } from './schedule.ts'
import { inOrder, showEvent } from './show.ts'

const MOST_EVENTS = 5
/** Most rotations of a schedule with an event that has not ended. */
const MOST_ROTATIONS = 10

/** Answers `GET /v3/schedules/{id}/rotations/{rotation_id}/events`. */
export function listEvents(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  const { items, paging } = pageOfShifts(request, inOrder(rotation.events))
  const events = items.map((event) => showEvent(schedule.id, rotation.id, event))
  return { status: 200, body: { events, ...paging } }
}

/** Answers `POST /v3/schedules/{id}/rotations/{rotation_id}/events`. */
export function createEvent(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  if (rotation.deleted) throw invalid({ rotation: ['has been deleted'] })
  const complain = new Complaining()
  const read = readEvent(account, wrapped(request.body, 'event'), complain)
  if (countOf(rotation, account) >= MOST_EVENTS) {
    complain.about('rotation.events', `has reached the maximum of ${MOST_EVENTS} events`)
  }
  if (!isActive(rotation, account) && activeIn(schedule, account) >= MOST_ROTATIONS) {
    complain.about('schedule.rotations', `has reached the maximum of ${MOST_ROTATIONS} rotations`)
  }
  complain.settle()
  const event = placed(read, account.newId('long'), rotation, account)
  saveRotation(account, schedule, { ...rotation, events: [...rotation.events, event] })
  return { status: 201, body: { event: showEvent(schedule.id, rotation.id, event) } }
}

/** Answers `GET /v3/schedules/{id}/rotations/{rotation_id}/events/{event_id}`. */
export function getEvent(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  const event = eventIn(request, rotation)
  return { status: 200, body: { event: showEvent(schedule.id, rotation.id, event) } }
}

/** Answers `PUT /v3/schedules/{id}/rotations/{rotation_id}/events/{event_id}`. */
export function updateEvent(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  const event = eventIn(request, rotation)
  const body = wrapped(request.body, 'event')
  const updated = changed(event, body, rotation, account)
  saveRotation(account, schedule, {
    ...rotation,
    events: replaced(rotation.events, event.id, updated),
  })
  return { status: 200, body: { event: showEvent(schedule.id, rotation.id, updated) } }
}

/** Answers `DELETE /v3/schedules/{id}/rotations/{rotation_id}/events/{event_id}`. */
export function deleteEvent(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const rotation = rotationIn(request, account, schedule)
  const event = eventIn(request, rotation)
  const state = stateOf(effective(event), account.now())
  if (state === 'past') throw invalid({ event: ["has ended and can't be deleted"] })
  const [left] = account.readings.deleteActiveEvent === 'cut' ? ended(event, account.now()) : []
  saveRotation(account, schedule, {
    ...rotation,
    events: replaced(rotation.events, event.id, left),
  })
  return { status: 204 }
}

function changed(event: Event, body: Json, rotation: Rotation, account: Account): Event {
  const complain = new Complaining()
  switch (stateOf(effective(event), account.now())) {
    case 'past':
      throw invalid({ event: ["has ended and can't be updated"] })
    case 'active': {
      const until = readUntil(body, complain)
      for (const field of ['start_time', 'end_time', 'effective_since']) {
        if (field in body) complain.about(`event.${field}`, "can't be changed on an active event")
      }
      for (const field of ['name', 'recurrence', 'assignment_strategy']) {
        if (field in body && !isEqual(body[field], bodyOf(event)[field])) {
          complain.about(`event.${field}`, "can't be changed on an active event")
        }
      }
      complain.settle()
      const cut = 'effective_until' in body ? { ...event, until: until ?? Infinity } : event
      return timely(cut, rotation, account)
    }
    case 'future': {
      const read = readEvent(account, { ...bodyOf(event), ...body }, complain)
      complain.settle()
      return placed(read, event.id, rotation, account)
    }
  }
}

/** An event that was read without complaint, with its id, beginning now at the earliest. */
function placed(
  read: Omit<Event, 'id'> | undefined,
  id: string,
  rotation: Rotation,
  account: Account,
): Event {
  if (read === undefined) throw invalid({ event: ["can't be blank"] })
  const since = Math.max(read.since, account.now())
  return timely({ ...read, id, since }, rotation, account)
}

/** The event, if its times may stand: they are in the future, near enough, and no other event's. */
function timely(event: Event, rotation: Rotation, account: Account): Event {
  const complain = new Complaining()
  const now = account.now()
  if (event.since > twelveMonthsAfter(now)) {
    complain.about('event.effective_since', 'must be within 12 months')
  }
  if (event.until < now) complain.about('event.effective_until', "can't be in the past")
  if (event.until <= event.since) {
    complain.about('event.effective_until', 'must be after effective_since')
  }
  const others = rotation.events.filter(({ id }) => id !== event.id)
  if (others.some((other) => overlaps(effective(other), effective(event)))) {
    complain.about('event', 'overlaps with another event of the rotation')
  }
  complain.settle()
  return event
}

function activeIn({ rotations }: ShiftSchedule, account: Account): number {
  if (account.readings.activeRotations === 'unlimited') return 0
  return rotations.filter((one) => isActive(one, account)).length
}

function isActive({ events, deleted }: Rotation, { now }: Account): boolean {
  return !deleted && events.some((event) => stateOf(effective(event), now()) !== 'past')
}

function countOf({ events }: Rotation, { readings, now }: Account): number {
  if (readings.pastEvents === 'count') return events.length
  return events.filter((event) => stateOf(effective(event), now()) !== 'past').length
}

function twelveMonthsAfter(now: number): number {
  return new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + 1)
}
