/** The body of an event: reading it, and writing an event as one. */
import { isDeepStrictEqual } from 'node:util'
import type { Account } from '../account.ts'
import { isObject, moment, text, zone, type Complaining, type Json } from '../fields.ts'
import { inUtc, inZone } from '../moment.ts'
import { instantOf } from '../zone.ts'
import { readStrategy } from './members.ts'
import { readRecurrence, type Recurrence } from './recurrence.ts'
import type { Event, ZonedTime } from './schedule.ts'

/** The event that the body describes; nothing is judged by the time that it is. Undefined if there are complaints. */
export function readEvent(
  account: Account,
  body: Json,
  complain: Complaining,
): Omit<Event, 'id'> | undefined {
  const name = text(body['name'], 'event.name', complain, { min: 1, max: 255 })
  const start = readZoned(account, body['start_time'], 'event.start_time', complain)
  const end = readZoned(account, body['end_time'], 'event.end_time', complain)
  const since = moment(body['effective_since'], 'event.effective_since', complain)
  const until = readUntil(body, complain)
  const recurrence = readLines(body['recurrence'], complain)
  const rule = recurrence && start && readRule(recurrence, start.zone, complain)
  const strategy = readStrategy(
    account,
    body['assignment_strategy'],
    'event.assignment_strategy',
    complain,
  )
  if (start && end && end.at <= start.at) {
    return complain.about('event.end_time', 'must be after start_time')
  }
  if (name === undefined || !start || !end || !since || !recurrence || !rule || !strategy) {
    return undefined
  }
  return {
    name,
    start,
    end,
    since: since.at,
    until: until ?? Infinity,
    cut: Infinity,
    recurrence,
    rule,
    strategy,
  }
}

/** When the event ends; undefined where the body says that it does not, or says nothing. */
export function readUntil(body: Json, complain: Complaining): number | undefined {
  const value = body['effective_until']
  if (value === undefined || value === null) return undefined
  return moment(value, 'event.effective_until', complain)?.at
}

/** An event as a body that `readEvent` reads the same under either reading of its times. */
export function bodyOf(event: Event): Json {
  return {
    name: event.name,
    start_time: zonedBody(event.start),
    end_time: zonedBody(event.end),
    effective_since: inUtc(event.since),
    effective_until: event.until === Infinity ? null : inUtc(event.until),
    recurrence: event.recurrence,
    assignment_strategy: event.strategy,
  }
}

function zonedBody({ at, zone }: ZonedTime): Json {
  return { date_time: inZone(at, zone), time_zone: zone }
}

/** Whether two values say the same. */
export function isEqual(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}

function readZoned(
  { readings }: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): ZonedTime | undefined {
  if (!isObject(value)) return complain.about(field, "can't be blank")
  const when = moment(value['date_time'], `${field}.date_time`, complain)
  const where = zone(value['time_zone'], `${field}.time_zone`, complain)
  if (when === undefined || where === undefined) return undefined
  const at = readings.zonedTime === 'offset' ? when.at : instantOf(where, when.wall)
  return { at, zone: where === 'UTC' ? 'Etc/UTC' : where }
}

function readLines(value: unknown, complain: Complaining): readonly string[] | undefined {
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value
  return complain.about('event.recurrence', 'must be a list of RFC 5545 rules')
}

function readRule(
  lines: readonly string[],
  zone: string,
  complain: Complaining,
): Recurrence | undefined {
  const rule = readRecurrence(lines, zone)
  return typeof rule === 'string' ? complain.about('event.recurrence', rule) : rule
}
