/** What PagerDuty does when it upgrades a schedule of layers to one of shifts: the id stays, and who is on call. */
import type { Account } from './account.ts'
import { Complaining } from './fields.ts'
import type { Layer, LayerSchedule, Restriction, Setting } from './layers/layer.ts'
import { render } from './layers/render.ts'
import { inZone } from './moment.ts'
import { notFound } from './refusal.ts'
import { readEvent } from './shifts/event-body.ts'
import type { CustomShift, Event, Override, Rotation, ShiftSchedule } from './shifts/schedule.ts'
import { DAY, HOUR, instantOf, midnightOf, SECOND, wallAt, weekdayOf } from './zone.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** What no event can say is kept as custom shifts for so long. */
const AHEAD = 200 * DAY

/** Name, zone, description, teams and policies stay; layers become rotations, overrides hang on these. */
export function upgrade(account: Account, id: string): void {
  const before = account.layerSchedules.get(id)
  if (before === undefined) throw notFound('Schedule')
  account.layerSchedules.delete(id)
  account.shiftSchedules.set(id, shiftsOf(before, account))
  for (const [key, policy] of account.policies) {
    const rules = policy.rules.map((rule) => ({
      ...rule,
      targets: rule.targets.map((one) =>
        one.id === id ? { ...one, kind: 'shifts' as const } : one,
      ),
    }))
    account.policies.set(key, { ...policy, rules })
  }
}

function shiftsOf(before: LayerSchedule, account: Account): ShiftSchedule {
  const { id, name, timeZone, description, teams, overrides } = before
  const now = account.now()
  const live = before.layers.filter(({ setting }) => setting.end > now && setting.users.length > 0)
  const only = live.length === 1 ? live[0] : undefined
  const events = only === undefined ? undefined : eventsOf(only, before, account)
  const rotation: Rotation | undefined = events && {
    id: account.newId('long'),
    events,
    deleted: false,
  }
  const rest = rotation === undefined ? customsOf(before, account) : []
  const left = overrides.filter(({ end }) => end > now)
  return {
    id,
    name,
    timeZone: timeZone === 'UTC' ? 'Etc/UTC' : timeZone,
    description,
    teams,
    rotations: rotation === undefined ? [] : [rotation],
    customShifts: rest,
    overrides:
      rotation === undefined
        ? []
        : left.flatMap(({ start, end, user }) =>
            overriddenIn(before, { start: Math.max(start, now), end }, account).map(
              (piece): Override => ({
                id: account.newId('long'),
                rotation: rotation.id,
                start: piece.start,
                end: piece.end,
                overridden: { type: 'user_member', user_id: piece.user },
                overriding: { type: 'user_member', user_id: user },
              }),
            ),
          ),
  }
}

/** Whom the layers have on call in a stretch, one after another. */
function overriddenIn(
  before: LayerSchedule,
  range: { start: number; end: number },
  { readings }: Account,
): { start: number; end: number; user: string }[] {
  const { final } = render({ ...before, overrides: [] }, range, false, readings)
  return final.map(({ start, end, user }) => ({ start, end, user }))
}

/** All that the layers and overrides give, shift by shift: layers upon layers are no rotations beside each other. */
function customsOf(before: LayerSchedule, account: Account): CustomShift[] {
  const now = account.now()
  const { final } = render(before, { start: now, end: now + AHEAD }, true, account.readings)
  return final.map(({ start, end, user }) => ({
    id: account.newId('long'),
    assignment: account.newId('long'),
    start: Math.max(start, now),
    end,
    member: { type: 'user_member', user_id: user },
  }))
}

/** The event that a layer is; undefined where one rule cannot say it. */
function eventsOf(
  { name, setting }: Layer,
  { timeZone }: LayerSchedule,
  account: Account,
): Event[] | undefined {
  const { turnSeconds, virtualStart, users, restrictions } = setting
  const days = (turnSeconds * SECOND) / DAY
  const windows = windowsOf(restrictions)
  if (windows === undefined || (windows.length > 0 && !Number.isInteger(days))) return undefined
  const zone = Number.isInteger(days) ? timeZone : 'Etc/UTC'
  const begin = firstOf(setting, windows, zone)
  const rule = ruleOf(setting, windows, zone)
  const members = users.map((user) => ({ type: 'user_member', user_id: user }))
  const complain = new Complaining()
  const body = {
    name: name === '' ? 'Layer' : name,
    start_time: { date_time: inZone(begin.start, zone), time_zone: zone },
    end_time: { date_time: inZone(begin.end, zone), time_zone: zone },
    effective_since: inZone(Math.max(setting.start, virtualStart), zone),
    effective_until: setting.end === Infinity ? null : inZone(setting.end, zone),
    recurrence: [`RRULE:${rule}`],
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: perMember(windows, days),
      members,
    },
  }
  const event = readEvent(account, body, complain)
  return event === undefined ? undefined : [{ ...event, id: account.newId('long') }]
}

interface Opening {
  /** 0 is Monday; undefined for every day. */
  readonly days: readonly number[] | undefined
  readonly from: number
  readonly length: number
}

/** Restrictions that one rule can say: alike but for the day of the week. */
function windowsOf(restrictions: readonly Restriction[]): Opening[] | undefined {
  const [first] = restrictions
  if (first === undefined) return []
  if (restrictions.some((one) => key(one) !== key(first) || one.type !== first.type))
    return undefined
  if (first.type === 'daily_restriction' && restrictions.length > 1) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = first.start_time_of_day.split(':').map(Number)
  const days =
    first.type === 'daily_restriction'
      ? undefined
      : restrictions.map(({ start_day_of_week: day = 1 }) => day - 1).sort((a, b) => a - b)
  return [
    {
      days,
      from: ((hours * 60 + minutes) * 60 + seconds) * SECOND,
      length: first.duration_seconds * SECOND,
    },
  ]
}

/** What of a restriction must be the same on each of its days. */
function key({ start_time_of_day: at, duration_seconds: length }: Restriction): string {
  return `${at} ${length}`
}

function firstOf(
  { virtualStart, turnSeconds }: Setting,
  [window]: readonly Opening[],
  zone: string,
): { start: number; end: number } {
  const wall = wallAt(zone, virtualStart)
  if (window === undefined) {
    const end =
      zone === 'Etc/UTC'
        ? virtualStart + turnSeconds * SECOND
        : instantOf(zone, wall + turnSeconds * SECOND)
    return { start: virtualStart, end }
  }
  for (let day = midnightOf(wall); ; day += DAY) {
    const isOn = window.days === undefined || window.days.includes(weekdayOf(day) - 1)
    if (!isOn || day + window.from < wall) continue
    const start = instantOf(zone, day + window.from)
    return { start, end: instantOf(zone, day + window.from + window.length) }
  }
}

function ruleOf(
  { turnSeconds, virtualStart }: Setting,
  [window]: readonly Opening[],
  zone: string,
): string {
  if (window !== undefined) {
    return window.days === undefined
      ? 'FREQ=DAILY'
      : `FREQ=WEEKLY;BYDAY=${window.days.map((day) => DAYS[day]).join(',')}`
  }
  const length = turnSeconds * SECOND
  if (length % (7 * DAY) === 0) {
    const day = DAYS[weekdayOf(wallAt(zone, virtualStart)) - 1]
    return `FREQ=WEEKLY;INTERVAL=${length / (7 * DAY)};BYDAY=${day}`
  }
  return length % DAY === 0
    ? `FREQ=DAILY;INTERVAL=${length / DAY}`
    : `FREQ=HOURLY;INTERVAL=${length / HOUR}`
}

function perMember([window]: readonly Opening[], days: number): number {
  if (window === undefined) return 1
  return window.days === undefined ? days : Math.max(1, Math.round((days / 7) * window.days.length))
}
