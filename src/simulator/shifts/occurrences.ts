/** The occurrences of an event and who serves them. */
import { overlaps, within, type Interval } from '../interval.ts'
import type { Readings } from '../readings.ts'
import { instantOf, wallAt } from '../zone.ts'
import { startsOf } from './recurrence.ts'
import { effective, type Event, type Member } from './schedule.ts'

/** An occurrence of an event, and who serves it. */
export interface Occurrence extends Interval {
  readonly members: readonly Member[]
}

/** Those that begin before `until`, of the whole life of the event. */
export function occurrencesOf(event: Event, readings: Readings, until: number): Occurrence[] {
  const all: Interval[] = startsOf(
    event.rule,
    event.start.at,
    event.start.zone,
    Math.min(until, event.until, event.cut),
  ).map((start) => ({ start, end: endOf(event, start, readings) }))
  const served = (stretch: Interval): boolean =>
    readings.effectiveEdges === 'clip'
      ? overlaps(stretch, effective(event))
      : stretch.start >= event.since && stretch.start < event.until
  const first = readings.memberIndex === 'start-time' ? 0 : Math.max(0, all.findIndex(served))
  return all.flatMap((stretch, i) => {
    const occurrence = { ...stretch, members: membersOf(event, i - first) }
    if (!served(stretch)) return []
    return within(
      [occurrence],
      readings.effectiveEdges === 'clip' ? effective(event) : lifeOf(event),
    )
  })
}

function endOf(event: Event, start: number, { eventEnd }: Readings): number {
  if (eventEnd === 'elapsed' || event.rule.frequency === 'HOURLY') {
    return start + (event.end.at - event.start.at)
  }
  const length = wallAt(event.end.zone, event.end.at) - wallAt(event.start.zone, event.start.at)
  return instantOf(event.end.zone, wallAt(event.start.zone, start) + length)
}

function membersOf({ strategy }: Event, index: number): readonly Member[] {
  if (strategy.type === 'every_member_assignment_strategy') return strategy.members
  const turn = Math.floor(index / (strategy.shifts_per_member ?? 1))
  const { length } = strategy.members
  return strategy.members.slice(((turn % length) + length) % length).slice(0, 1)
}

function lifeOf(event: Event): Interval {
  return { start: -Infinity, end: event.cut }
}
