/** The part of RFC 5545 in which rotate writes events, so that what stands in PagerDuty can be read back. */
import { DAY, HOUR, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { dayOfWall, weekdayOf } from '../../time/wall.ts'
import { zoneNamed, type Zone } from '../../time/zone.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Event } from '../remote.ts'

/** A rule by which events recur. */
export interface Rule {
  readonly frequency: 'HOURLY' | 'DAILY' | 'WEEKLY'
  readonly interval: number
  /** The bit 1 << 0 is Monday; 0 where the first occurrence's day is meant. */
  readonly weekdays: number
}

/** The days of a week as rules name them, Monday first. */
export const DAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A rule as RFC 5545 writes it. */
export function writeRule({ frequency, interval, weekdays }: Rule): string {
  const parts = [`FREQ=${frequency}`]
  if (interval !== 1) parts.push(`INTERVAL=${interval}`)
  if (weekdays !== 0) {
    parts.push(`BYDAY=${DAYS.filter((_, i) => ((weekdays >> i) & 1) === 1).join(',')}`)
  }
  return `RRULE:${parts.join(';')}`
}

/** The rule of an event; undefined where it is none of those that rotate writes. */
export function readRule(lines: readonly string[]): Rule | undefined {
  const found = /^RRULE:(.+)$/i.exec(lines.length === 1 ? (lines[0] ?? '') : '')
  let frequency: Rule['frequency'] | undefined
  let interval = 1
  let weekdays = 0
  for (const part of (found?.[1] ?? '').toUpperCase().split(';')) {
    const [name, value = ''] = part.split('=')
    if (name === 'FREQ' && (value === 'HOURLY' || value === 'DAILY' || value === 'WEEKLY')) {
      frequency = value
    } else if (name === 'INTERVAL' && /^[1-9]\d*$/.test(value)) {
      interval = Number(value)
    } else if (name === 'BYDAY') {
      for (const day of value.split(',')) {
        const weekday = DAYS.indexOf(day)
        if (weekday < 0) return undefined
        weekdays |= 1 << weekday
      }
    } else if (!(name === 'WKST' && value === 'MO')) {
      return undefined
    }
  }
  const isOdd = weekdays !== 0 && (frequency !== 'WEEKLY' || (interval > 1 && !isOne(weekdays)))
  return frequency === undefined || isOdd ? undefined : { frequency, interval, weekdays }
}

/** Whether an event begins with its own first occurrence, so that nothing about its turns is a guess. */
export function isPlain({
  start,
  since,
  perMember,
  members,
  recurrence,
  startZone,
}: Event): boolean {
  return (
    start === since &&
    perMember > 0 &&
    members.length > 0 &&
    readRule(recurrence) !== undefined &&
    zoneNamed(startZone) !== undefined
  )
}

/** What a plain event gives within an interval: whole occurrences, by the wall clock of its zone. */
export function eventStints(
  event: Pick<
    Event,
    'start' | 'end' | 'startZone' | 'since' | 'until' | 'recurrence' | 'perMember' | 'members'
  >,
  within: Interval,
): Stint[] {
  const rule = readRule(event.recurrence)
  const zone = zoneNamed(event.startZone)
  if (rule === undefined || zone === undefined) return []
  const stints: Stint[] = []
  const until = Math.min(within.end, event.until)
  for (const { index, start, end } of occurrences(rule, zone, event, within.start, until)) {
    if (end <= within.start) continue
    const turn = Math.floor(index / event.perMember) % event.members.length
    stints.push({ start, end: Math.min(end, event.until), user: event.members[turn] ?? null })
  }
  return stints
}

/** The occurrences of a rule that end after `from` and begin before `until`, or more of them before. */
export function* occurrences(
  { frequency, interval, weekdays }: Rule,
  zone: Zone,
  first: Interval,
  from: Instant,
  until: Instant,
): Generator<Interval & { readonly index: number }> {
  if (frequency === 'HOURLY') {
    const step = interval * HOUR
    const length = first.end - first.start
    let index = Math.max(0, Math.floor((from - length - first.start) / step))
    for (; first.start + index * step < until; index += 1) {
      const start = first.start + index * step
      yield { index, start, end: start + length }
    }
    return
  }
  const wall = zone.wallAt(first.start)
  const length = zone.wallAt(first.end) - wall
  const isOn = (day: number): boolean =>
    frequency === 'DAILY' || ((weekdays >> weekdayOf(day)) & 1) === 1
  const step =
    frequency === 'DAILY' ? interval : weekdays === 0 || isOne(weekdays) ? 7 * interval : 1
  const begins = dayOfWall(wall)
  let index = 0
  for (let day = begins; ; day += step) {
    const at = wall + (day - begins) * DAY
    const start = zone.instantAt(at)
    if (start >= until) return
    if (step === 1 && frequency === 'WEEKLY' && !isOn(day)) continue
    yield { index, start, end: zone.instantAt(at + length) }
    index += 1
  }
}

function isOne(bits: number): boolean {
  return bits !== 0 && (bits & (bits - 1)) === 0
}
