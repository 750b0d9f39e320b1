/** A rotation of a shift-based schedule as layers of the file: one for each event, in their order. */
import { DAY, HOUR, WEEK, type Instant } from '../../time/instant.ts'
import type { Zone } from '../../time/zone.ts'
import { dayOfWall, timeOfWall, weekdayOf } from '../../time/wall.ts'
import type { Interval } from '../../time/interval.ts'
import type { Layer } from '../../model/rotation.ts'
import { turned } from '../../model/order.ts'
import { NOWHERE } from '../../model/place.ts'
import { EVERY_WEEKDAY } from '../../model/days.ts'
import type { Window } from '../../model/window.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Event } from '../remote.ts'
import { all, normalised, phaseOf, placeOf, type Phase } from '../shifts/phase.ts'
import { readRule } from '../shifts/recurrence.ts'
import { begun, memberOf, zoneOf, type Draft } from '../../sync/import/draft.ts'

/** How an event goes round in the words of the file. */
interface Shape {
  readonly zone: Zone
  readonly turn: Layer['turn']
  readonly during: readonly Window[]
  /** How many occurrences make a turn. */
  readonly perTurn: number
  /** How many turns of nobody follow each occurrence. */
  readonly pauses: number
}

/** The layers that say what an event says; or a sentence about what they cannot say. */
export function draftEvent(
  written: Event,
  shown: readonly Stint[],
  range: Interval,
  now: Instant,
): Draft[] | string {
  const event = normalised(written)
  const shape = event === undefined ? undefined : shapeOf(event)
  if (event === undefined || shape === undefined) return oddity(written)
  const phase = phaseOf(event, shown, range)
  const base = draftFrom(event, shape, phase)
  if (base === undefined) return oddity(written)
  const first = firstServed(event, phase)
  const drafts = first === undefined ? [] : begun(base.layer, first, now)
  const { before } = base
  // What is served before the first whole turn of the rule.
  return before !== undefined && before.end > now ? [before, ...drafts] : drafts
}

/** What of an event the file cannot say, for a comment. */
function oddity({ recurrence, perMember }: Event): string {
  const rules = recurrence.join(', ')
  if (/EXDATE|RDATE/i.test(rules)) return `single dates are left out or added (${rules})`
  return `it recurs by ${rules}${perMember > 1 ? `, ${perMember} times each` : ''}`
}

function firstServed(event: Event, { isClipped }: Phase): Instant | undefined {
  for (const { start, end } of all(event, event.until)) {
    if (isClipped ? end > event.since : start >= event.since) return Math.max(start, event.since)
  }
  return undefined
}

function shapeOf(event: Event): Shape | undefined {
  const rule = readRule(event.recurrence)
  const zone = zoneOf(event.startZone)
  if (rule === undefined || zone === undefined) return undefined
  const wall = zone.wallAt(event.start)
  const length = zone.wallAt(event.end) - wall
  const { frequency, interval, weekdays } = rule
  const serves = Math.max(1, event.perMember)
  const always = { zone, during: [], perTurn: serves, pauses: 0 }
  const window = (days: number): Window => ({
    weekdays: days,
    monthDays: [],
    lists: [],
    except: [],
    from: timeOfWall(wall),
    length,
  })
  const paused = (unit: number, count: number, turn: Shape['turn'], during: Window[]): Shape => ({
    zone,
    turn,
    during,
    perTurn: 1,
    pauses: count / unit - 1,
  })
  switch (frequency) {
    case 'HOURLY': {
      const hours = (event.end - event.start) / HOUR
      if (hours === interval)
        return { ...always, turn: { count: interval * serves, unit: 'hours' } }
      if (!Number.isInteger(hours) || interval % hours !== 0) return undefined
      return paused(hours, interval, { count: hours, unit: 'hours' }, [])
    }
    case 'DAILY': {
      const days = length / DAY
      if (days === interval) return { ...always, turn: inDays(interval * serves) }
      if (length < DAY) {
        const during = [window(EVERY_WEEKDAY)]
        if (interval === 1) return { ...always, during, turn: inDays(serves) }
        return paused(1, interval, { count: 1, unit: 'days' }, during)
      }
      if (!Number.isInteger(days) || interval % days !== 0) return undefined
      return paused(days, interval, { count: days, unit: 'days' }, [])
    }
    case 'WEEKLY': {
      const days = weekdays === 0 ? 1 << weekdayOf(dayOfWall(wall)) : weekdays
      const count = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((days >> day) & 1) === 1).length
      if (count === 1) {
        const weeks = length / WEEK
        if (weeks === interval)
          return { ...always, turn: { count: interval * serves, unit: 'weeks' } }
        if (length < WEEK) {
          const during = [window(days)]
          if (interval === 1) return { ...always, during, turn: { count: serves, unit: 'weeks' } }
          return paused(1, interval, { count: 1, unit: 'weeks' }, during)
        }
        if (!Number.isInteger(weeks) || interval % weeks !== 0) return undefined
        return paused(weeks, interval, { count: weeks, unit: 'weeks' }, [])
      }
      if (interval !== 1 || length > DAY) return undefined
      const turn: Shape['turn'] =
        serves % count === 0
          ? { count: serves / count, unit: 'weeks' }
          : { count: serves, unit: 'shifts' }
      return { ...always, during: [window(days)], turn }
    }
  }
}

function inDays(count: number): Shape['turn'] {
  return count % 7 === 0 ? { count: count / 7, unit: 'weeks' } : { count, unit: 'days' }
}

/** The layer from the first handoff by the rule on, and one for what is served before that. */
function draftFrom(
  event: Event,
  shape: Shape,
  phase: Phase,
): { readonly layer: Draft; readonly before: Draft | undefined } | undefined {
  const { zone, turn, during, perTurn, pauses } = shape
  const { members, perMember } = event
  const served = perMember === 0 ? [memberOf(members)] : members.map((user) => memberOf([user]))
  const holders =
    pauses === 0
      ? served
      : served.flatMap((member) =>
          Array.from({ length: Math.max(1, perMember) }, () => [
            member,
            ...Array.from({ length: pauses }, () => memberOf([])),
          ]).flat(),
        )
  const nominal = timeOfWall(zone.wallAt(event.start))
  const isHandoff = (index: number, start: Instant): boolean =>
    (((index - phase.first) % perTurn) + perTurn) % perTurn === 0 &&
    // A handoff that a clock change moved would move all that follow.
    (turn.unit === 'hours' || timeOfWall(zone.wallAt(start)) === nominal)
  for (const { index, start } of all(event, Infinity)) {
    if (index > 10 * perTurn) return undefined
    if (!isHandoff(index, start)) continue
    const place =
      pauses === 0
        ? perMember === 0
          ? 0
          : placeOf(event, index, phase.first)
        : perMember === 0
          ? 0
          : cyclic(index - phase.first, perMember * members.length) * (1 + pauses)
    const layer: Draft = {
      name: event.name ?? '',
      zone,
      start,
      end: event.until,
      turn,
      members: turned(holders, place),
      during,
      place: NOWHERE,
    }
    const isFirst = index === 0 || start <= event.since
    const before: Draft | undefined = isFirst
      ? undefined
      : {
          ...layer,
          name: layer.name === '' ? '' : `${layer.name}, first turn`,
          start: Math.max(event.start, event.since),
          end: Math.min(start, event.until),
          members: turned(holders, place - 1).slice(0, 1),
        }
    return { layer, before }
  }
  return undefined
}

function cyclic(index: number, count: number): number {
  return ((index % count) + count) % count
}
