/**
 * Events as other tools write them: whose turn an occurrence is where an event does not begin with its own first
 * one. From where PagerDuty counts is a guess, so what it renders decides.
 */
import { DAY, HOUR, type Instant } from '../../time/instant.ts'
import { intersection, lengthOf, type Interval } from '../../time/interval.ts'
import { dayOfWall, weekdayOf } from '../../time/wall.ts'
import { momentIn, readWritten } from '../../time/written.ts'
import { UTC, zoneNamed, type Zone } from '../../time/zone.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Event } from '../remote.ts'
import { isSame, slicesOf, zip } from '../../sync/slices.ts'
import {
  DAYS,
  eventStints,
  isPlain,
  occurrences,
  readRule,
  writeRule,
  type Rule,
} from './recurrence.ts'

/** From where the turns of an event are counted. */
export interface Phase {
  /** Which occurrence, counted from the first by the rule, is the first one of the first member. */
  readonly first: number
  /** Whether an occurrence that `since` or `until` goes through is served in part, or whole by its beginning. */
  readonly isClipped: boolean
  /** Whether PagerDuty renders just this, as far as it was asked. */
  readonly isSeen: boolean
}

/** What an event gives within `whole`, where that is certain: by its own rule, and by what is rendered in `range`. */
export function certainStints(
  event: Event,
  shown: readonly Stint[],
  range: Interval,
  whole: Interval,
): Stint[] | undefined {
  if (isPlain(event)) return eventStints(event, whole)
  const normal = normalised(event)
  const phase = normal && phaseOf(normal, shown, range)
  return phase?.isSeen === true ? servedStints(normal as Event, phase, whole) : undefined
}

/** An event whose rule is one of ours: COUNT and UNTIL made its end. Undefined where no such rule gives the same. */
export function normalised(event: Event): Event | undefined {
  const zone = zoneNamed(event.startZone)
  const written = /^RRULE:(.+)$/i.exec(
    event.recurrence.length === 1 ? (event.recurrence[0] ?? '') : '',
  )
  if (zone === undefined || written === null || event.members.length === 0) return undefined
  const parts = new Map(
    (written[1] ?? '')
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=')
        return [name, value]
      }),
  )
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')]
  const isEveryWeek = (parts.get('INTERVAL') ?? '1') === '1'
  for (const name of ['COUNT', 'UNTIL', ...(isEveryWeek ? ['WKST'] : [])]) parts.delete(name)
  // Every day that is one of some days is every week on them.
  if (parts.get('FREQ') === 'DAILY' && parts.has('BYDAY') && isEveryWeek)
    parts.set('FREQ', 'WEEKLY')
  if (
    parts.get('FREQ') === 'WEEKLY' &&
    new Set(parts.get('BYDAY')?.split(',')).size === DAYS.length
  ) {
    parts.set('FREQ', 'DAILY')
    parts.delete('BYDAY')
  }
  const rule = readRule([
    `RRULE:${[...parts].map(([name, value]) => `${name}=${value}`).join(';')}`,
  ])
  const first = rule && firstOf(rule, event, zone)
  if (rule === undefined || first === undefined) return undefined
  const last = lastOf(rule, first, zone, count, until)
  return last === undefined
    ? undefined
    : { ...event, ...first, recurrence: [writeRule(rule)], until: Math.min(event.until, last) }
}

/** The first occurrence; an event may be written as beginning on a day that is none of its days. */
function firstOf(
  { frequency, interval, weekdays }: Rule,
  event: Interval,
  zone: Zone,
): Interval | undefined {
  if (frequency !== 'WEEKLY' || weekdays === 0) return event
  const [wall, end] = [zone.wallAt(event.start), zone.wallAt(event.end)]
  const isOn = (day: number): boolean => ((weekdays >> weekdayOf(dayOfWall(wall) + day)) & 1) === 1
  if (isOn(0)) return event
  if (interval > 1) return undefined
  let days = 1
  while (!isOn(days)) days += 1
  return { start: zone.instantAt(wall + days * DAY), end: zone.instantAt(end + days * DAY) }
}

/** Until when the rule goes on; Infinity where it says nothing of it, undefined where that cannot be read. */
function lastOf(
  rule: Rule,
  first: Interval,
  zone: Zone,
  count: string | undefined,
  until: string | undefined,
): Instant | undefined {
  if (count === undefined && until === undefined) return Infinity
  const end = until === undefined ? Infinity : readUntil(until)
  const most = count === undefined ? Infinity : Number(count)
  if (end === undefined || !(most >= 1) || (most > MOST && end === Infinity)) return undefined
  let last = -Infinity
  for (const { index, ...one } of occurrences(rule, zone, first, -Infinity, end + 1)) {
    if (index >= most) break
    last = one.end
  }
  return last
}

/** More occurrences than that have no end that anybody waits for. */
const MOST = 100_000

/** `20261225T090000Z` or `20261225`, of which all of the day is meant. */
function readUntil(text: string): Instant | undefined {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z?)?$/.exec(text) ?? []
  const hours = time?.replace(/(..)(..)(..)/, '$1:$2:$3') ?? '23:59:59'
  const written = readWritten(`${year}-${month}-${day} ${hours}`)
  return typeof written === 'string' ? undefined : momentIn(UTC, written).instant
}

/** The phase that agrees best with what is rendered; of those that agree alike, the likeliest. */
export function phaseOf(event: Event, shown: readonly Stint[], range: Interval): Phase {
  if (isPlain(event)) return { first: 0, isClipped: true, isSeen: true }
  const { since, until, perMember, members } = event
  const judged = intersection(range, { start: since, end: until })
  const usual: Phase = { first: 0, isClipped: true, isSeen: false }
  if (judged === undefined) return usual
  const rendered = slicesOf(shown, judged)
  let best = usual
  let least = Infinity
  const cycle = Math.max(1, perMember) * (perMember === 0 ? 1 : members.length)
  for (const isClipped of [true, false]) {
    const served = firstServed(event, isClipped)
    const firsts = [0, served, ...Array.from({ length: cycle - 1 }, (_, i) => i + 1)]
    for (const first of firsts) {
      const phase = { first, isClipped, isSeen: false }
      const wrong = zip(slicesOf(servedStints(event, phase, judged), judged), rendered).filter(
        ({ a, b }) => !isSame(a, b),
      )
      const sum = lengthOf(wrong)
      if (sum >= least) continue
      least = sum
      // Whether an end is repeated by the wall clock is a guess of its own, and no matter of turns.
      const isSeen = wrong.length <= 8 && wrong.every(({ start, end }) => end - start <= 2 * HOUR)
      best = { ...phase, isSeen }
      if (sum === 0) return best
    }
  }
  return best
}

function firstServed(event: Event, isClipped: boolean): number {
  for (const { index, start, end } of all(event, event.until)) {
    if (isClipped ? end > event.since : start >= event.since) return index
  }
  return 0
}

/** What an event gives within an interval; of `normalised` ones. */
export function servedStints(event: Event, { first, isClipped }: Phase, within: Interval): Stint[] {
  const { since, until, perMember, members } = event
  const stints: Stint[] = []
  for (const { index, start, end } of all(event, Math.min(within.end, until))) {
    const isServed = isClipped ? end > since : start >= since
    const stint = isClipped
      ? { start: Math.max(start, since), end: Math.min(end, until) }
      : { start, end }
    if (!isServed || stint.end <= within.start || stint.start >= stint.end) continue
    if (perMember === 0) stints.push(...members.map((user) => ({ ...stint, user })))
    else stints.push({ ...stint, user: members[placeOf(event, index, first)] ?? null })
  }
  return stints
}

/** Whose turn an occurrence is: the place in the list of members. */
export function placeOf({ perMember, members }: Event, index: number, first: number): number {
  const turn = Math.floor((index - first) / perMember)
  return ((turn % members.length) + members.length) % members.length
}

/** The occurrences of a normalised event, from its first one on. */
export function all(event: Event, until: Instant): Iterable<Interval & { readonly index: number }> {
  const rule = readRule(event.recurrence)
  const zone = zoneNamed(event.startZone)
  return rule === undefined || zone === undefined
    ? []
    : occurrences(rule, zone, event, -Infinity, until)
}
