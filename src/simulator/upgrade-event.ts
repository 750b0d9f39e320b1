/** The event that a layer becomes, where one rule can say it. */
import type { Account } from './account.ts'
import { Complaining } from './fields.ts'
import type { Layer, Restriction, Setting } from './layers/layer.ts'
import type { Entry } from './layers/turns.ts'
import { inZone } from './moment.ts'
import { joined, within, type Interval } from './interval.ts'
import type { Readings } from './readings.ts'
import { readEvent } from './shifts/event-body.ts'
import { rotationShifts } from './shifts/render.ts'
import type { Event } from './shifts/schedule.ts'
import { DAY, HOUR, instantOf, midnightOf, SECOND, wallAt, WEEK, weekdayOf } from './zone.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const MOST_MEMBERS = 20

/** What a rule says: on which days something recurs, from when on the first of them, how long, and how often for one. */
interface Recurring {
  readonly rule: string
  readonly first: Interval
  readonly perMember: number
}

/** Whether it serves what the layer gave is another question: see `isServedAs`. */
export function eventOf(
  { name, setting }: Layer,
  timeZone: string,
  account: Account,
): Event | undefined {
  const { users, start, end, turnSeconds, virtualStart } = setting
  if (users.length > MOST_MEMBERS) return undefined
  const length = turnSeconds * SECOND
  const zone = length % DAY === 0 ? timeZone : 'Etc/UTC'
  // The turn in which the layer begins to count: events are counted from there.
  const wall = wallAt(zone, virtualStart)
  const turn = Math.floor((wallAt(zone, Math.max(start, virtualStart)) - wall) / length)
  const recurring = recurringOf(setting, wall + turn * length, zone)
  if (recurring === undefined) return undefined
  const { first, rule, perMember } = recurring
  const isRunning = start <= account.now()
  const members = users.map((_, i) => users[(i + turn) % users.length])
  const body = {
    name: name === '' ? 'Layer' : name,
    start_time: { date_time: inZone(first.start, zone), time_zone: zone },
    end_time: { date_time: inZone(first.end, zone), time_zone: zone },
    effective_since: inZone(isRunning ? first.start : Math.max(start, first.start), zone),
    effective_until: end === Infinity ? null : inZone(end, zone),
    recurrence: [`RRULE:${rule}`],
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: perMember,
      members: members.map((user) => ({ type: 'user_member', user_id: user })),
    },
  }
  const event = readEvent(account, body, new Complaining())
  return event === undefined ? undefined : { ...event, id: account.newId('long') }
}

/** Whether an event has the same people on call in the range as the layer. */
export function isServedAs(
  event: Event,
  entries: readonly Entry[],
  range: Interval,
  readings: Readings,
): boolean {
  const rotation = { id: '', events: [event], deleted: false }
  const served = rotationShifts(rotation, range, readings).map(({ start, end, member }) => ({
    start,
    end,
    user: member.user_id ?? '',
  }))
  return said(served, range) === said(entries, range)
}

function said(entries: readonly Entry[], range: Interval): string {
  return joined(within(entries, range), (a, b) => a.user === b.user)
    .map(({ start, end, user }) => `${start} ${end} ${user}`)
    .join()
}

/** From the turn that begins at `wall` on. */
function recurringOf(
  { turnSeconds, restrictions }: Setting,
  wall: number,
  zone: string,
): Recurring | undefined {
  const length = turnSeconds * SECOND
  const [restriction] = restrictions
  if (restriction === undefined) {
    const first = { start: instantOf(zone, wall), end: instantOf(zone, wall + length) }
    return { rule: turnRule(length, wall), first, perMember: 1 }
  }
  const weekdays = weekdaysOf(restrictions)
  if (weekdays === undefined || length % DAY !== 0) return undefined
  const from = timeOfDay(restriction)
  const isOn = (day: number): boolean => weekdays.length === 0 || weekdays.includes(weekdayOf(day))
  let day = midnightOf(wall)
  while (!isOn(day) || day + from < wall) day += DAY
  const opens = day + from
  return {
    rule:
      weekdays.length === 0
        ? 'FREQ=DAILY'
        : `FREQ=WEEKLY;BYDAY=${weekdays.map((one) => DAYS[one - 1]).join(',')}`,
    first: {
      start: instantOf(zone, opens),
      end: instantOf(zone, opens + restriction.duration_seconds * SECOND),
    },
    perMember:
      weekdays.length === 0
        ? length / DAY
        : Math.max(1, Math.round((length / WEEK) * weekdays.length)),
  }
}

function turnRule(length: number, wall: number): string {
  if (length % WEEK === 0) {
    return `FREQ=WEEKLY;INTERVAL=${length / WEEK};BYDAY=${DAYS[weekdayOf(wall) - 1]}`
  }
  return length % DAY === 0
    ? `FREQ=DAILY;INTERVAL=${length / DAY}`
    : `FREQ=HOURLY;INTERVAL=${length / HOUR}`
}

/** Monday is 1; none for every day. Undefined where the restrictions are unlike but for their days. */
function weekdaysOf(restrictions: readonly Restriction[]): readonly number[] | undefined {
  const [first] = restrictions
  if (first === undefined || restrictions.some((one) => !isAlike(one, first))) return undefined
  if (first.type === 'daily_restriction') return restrictions.length === 1 ? [] : undefined
  return restrictions.map((one) => one.start_day_of_week ?? 1).sort((a, b) => a - b)
}

function isAlike(a: Restriction, b: Restriction): boolean {
  return (
    a.type === b.type &&
    a.start_time_of_day === b.start_time_of_day &&
    a.duration_seconds === b.duration_seconds
  )
}

function timeOfDay({ start_time_of_day: text }: Restriction): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * SECOND
}
