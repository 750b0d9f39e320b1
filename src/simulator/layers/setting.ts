/** Reading a layer out of the body of a schedule, new or on top of what it was. */
import type { Account } from '../account.ts'
import { isObject, moment, reference, text, whole, type Complaining, type Json } from '../fields.ts'
import type { Layer, Restriction, Setting } from './layer.ts'

const HOUR_SECONDS = 3600
const DAY_SECONDS = 86_400

/** The setting as it was sent, whatever time it is. Undefined if there are complaints. */
function readSetting(
  account: Account,
  body: Json,
  field: string,
  complain: Complaining,
  before?: Setting,
): Setting | undefined {
  const start = moment(body['start'], `${field}.start`, complain)
  const virtual = moment(
    body['rotation_virtual_start'],
    `${field}.rotation_virtual_start`,
    complain,
  )
  const turnSeconds = whole(
    body['rotation_turn_length_seconds'],
    `${field}.rotation_turn_length_seconds`,
    complain,
    { min: HOUR_SECONDS, max: 365 * DAY_SECONDS },
  )
  const users = readUsers(account, body['users'], `${field}.users`, complain)
  const restrictions = readRestrictions(body['restrictions'], `${field}.restrictions`, complain)
  const end = readEnd(body, `${field}.end`, complain, before)
  if (!start || !virtual || !turnSeconds || !users || !restrictions || end === undefined) {
    return undefined
  }
  return {
    start: start.at,
    end,
    // Terraform's users have had an offset dropped on the way: the digits came back as UTC.
    virtualStart: account.readings.virtualStartOffset === 'honoured' ? virtual.at : virtual.wall,
    turnSeconds,
    users,
    restrictions,
  }
}

/** A new layer: it counts from now at the earliest. */
export function newLayer(
  account: Account,
  body: Json,
  field: string,
  number: number,
  complain: Complaining,
): Layer | undefined {
  const setting = readSetting(account, body, field, complain)
  const name = readName(body, field, complain) ?? `Layer ${number}`
  if (setting === undefined) return undefined
  if (setting.end <= setting.start) {
    return complain.about(`${field}.end`, 'must be after start')
  }
  const start = Math.max(setting.start, account.now())
  return { id: account.newId('short'), name, setting: { ...setting, start }, past: [] }
}

/**
 * A layer after an edit: from now on it is as it was sent, and its `start` reads as the time of the edit. One that
 * is sent as it was stays as it was.
 */
export function editedLayer(
  account: Account,
  body: Json,
  layer: Layer,
  field: string,
  complain: Complaining,
): Layer | undefined {
  const before = layer.setting
  const sent = readSetting(account, body, field, complain, before)
  const name = readName(body, field, complain) ?? layer.name
  if (sent === undefined) return undefined
  const now = account.now()
  // What has been cannot be taken back, so an end in the past is an end now.
  const end = sent.end === before.end ? sent.end : Math.max(sent.end, now)
  const after = { ...sent, start: Math.max(sent.start, now), end }
  if (isSameSetting(after, { ...before, start: Math.max(before.start, now) })) {
    return { ...layer, name }
  }
  const past = before.start < now ? [{ ...before, end: Math.min(before.end, now) }] : []
  return { ...layer, name, setting: after, past: [...layer.past, ...past] }
}

function isSameSetting(a: Setting, b: Setting): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder({ start, end, virtualStart, turnSeconds, users, restrictions }: Setting): unknown {
  return [start, end, virtualStart, turnSeconds, users, restrictions]
}

function readName(body: Json, field: string, complain: Complaining): string | undefined {
  const name = body['name']
  return name === undefined || name === null
    ? undefined
    : text(name, `${field}.name`, complain, { max: 255 })
}

/** `null` clears an end; where nothing is said it stays. */
function readEnd(
  body: Json,
  field: string,
  complain: Complaining,
  before: Setting | undefined,
): number | undefined {
  const value = body['end']
  if (value === undefined) return before?.end ?? Infinity
  return value === null ? Infinity : moment(value, field, complain)?.at
}

function readUsers(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return complain.about(field, "can't be blank")
  const users = value.map((one: unknown, i) =>
    reference(isObject(one) ? one['user'] : undefined, `${field}[${i}]`, complain, account.users),
  )
  return users.every((user) => user !== undefined) ? users : undefined
}

function readRestrictions(
  value: unknown,
  field: string,
  complain: Complaining,
): readonly Restriction[] | undefined {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return complain.about(field, 'must be a list')
  const all = value.map((one, i) => readRestriction(one, `${field}[${i}]`, complain))
  return all.every((one) => one !== undefined) ? all : undefined
}

/** A daily one lasts less than a day and names no day; a weekly one names its day and lasts a week at most. */
function readRestriction(
  value: unknown,
  field: string,
  complain: Complaining,
): Restriction | undefined {
  if (!isObject(value)) return complain.about(field, "can't be blank")
  const { type, start_time_of_day: time, start_day_of_week: day } = value
  if (type !== 'daily_restriction' && type !== 'weekly_restriction') {
    return complain.about(`${field}.type`, 'must be daily_restriction or weekly_restriction')
  }
  const isDaily = type === 'daily_restriction'
  const duration = whole(value['duration_seconds'], `${field}.duration_seconds`, complain, {
    min: 1,
    max: isDaily ? DAY_SECONDS - 1 : 7 * DAY_SECONDS,
  })
  if (typeof time !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time)) {
    return complain.about(`${field}.start_time_of_day`, 'must be in HH:mm:ss format')
  }
  if (isDaily) {
    if (day !== undefined) {
      return complain.about(`${field}.start_day_of_week`, 'belongs to weekly restrictions only')
    }
    return duration === undefined
      ? undefined
      : { type, start_time_of_day: time, duration_seconds: duration }
  }
  const weekday = whole(day, `${field}.start_day_of_week`, complain, { min: 1, max: 7 })
  if (duration === undefined || weekday === undefined) return undefined
  return {
    type,
    start_time_of_day: time,
    duration_seconds: duration,
    start_day_of_week: weekday,
  }
}
