/** The events that hold a strand in a rotation in PagerDuty. */
import { MINUTE, type Instant } from '../../time/instant.ts'
import { writeUtc } from '../../time/wall.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Event } from '../remote.ts'
import type { Request } from '../../sync/request.ts'
import { memberOf, nameWithin, zoned, zoneName } from '../request.ts'
import { AHEAD } from '../../sync/wish.ts'
import { holedTurns } from './track-holes.ts'
import type { TrackWorld } from './track-shows.ts'
import { crossesClockChange, isNominal, type Strand } from './native.ts'
import { eventStints, writeRule } from './recurrence.ts'

/** Nothing native begins sooner: what begins in the past is clamped, and then nobody knows whose turn it is. */
const MARGIN = 10 * MINUTE

/** An event that is to be. */
export type NewEvent = Pick<
  Event,
  'start' | 'end' | 'startZone' | 'since' | 'until' | 'perMember' | 'members' | 'recurrence'
>

/**
 * The events that hold a strand from the turn of an instant on, or from the first turn that can begin natively, and
 * not before `earliest`.
 */
export function eventsFrom(
  strand: Strand,
  at: Instant,
  earliest: Instant,
  world: TrackWorld,
): NewEvent[] {
  const { now, horizon } = world
  const events: NewEvent[] = []
  const last = now + AHEAD
  const holed = holedTurns(strand, world)
  const isOpen = (turn: number): boolean => holed.has(turn)
  let turn = Math.max(strand.turnAt(at), 0)
  while (strand.startOf(turn) < last) {
    const first = strand.firstOf(turn)
    const members = strand.membersAt(turn)
    const isStart =
      first !== undefined &&
      members !== undefined &&
      first.start >= Math.max(now + MARGIN, earliest) &&
      !isOpen(turn) &&
      isNominal(strand, turn) &&
      !(first.start < horizon && crossesClockChange(strand, first))
    if (!isStart) {
      turn += 1
      continue
    }
    const change = Math.min(strand.changeAfter(turn), ...[...holed].filter((one) => one > turn))
    events.push({
      ...first,
      startZone: zoneName(strand.zone),
      since: first.start,
      until: change === Infinity ? Infinity : strand.startOf(change),
      recurrence: [writeRule(strand.rule)],
      perMember: strand.perTurn,
      members,
    })
    if (change === Infinity) break
    turn = change
  }
  return events
}

/** What an event will show of the range from an instant on. */
export function stintsOf(
  event: NewEvent,
  track: string,
  from: Instant,
  { range }: TrackWorld,
): (Stint & { readonly track: string })[] {
  return eventStints(event, range)
    .filter(({ start, end }) => start >= from && end > range.start && start < range.end)
    .map((stint) => ({ ...stint, track }))
}

/** Whether an event that stands there is already what is to be. */
export function isEqual(one: NewEvent, event: Event): boolean {
  return (
    one.start === event.start &&
    one.end === event.end &&
    one.since === event.since &&
    one.until === event.until &&
    one.perMember === event.perMember &&
    one.recurrence.join() === event.recurrence.join() &&
    one.members.length === event.members.length &&
    one.members.every((user, i) => user === event.members[i])
  )
}

/** What is sent to make an event. */
export function bodyOf(
  event: NewEvent,
  { zone, name: layer }: Strand,
  name: string,
): Request['body'] & object {
  return {
    name: nameWithin(/^\d+$/.test(layer) ? name : layer),
    start_time: zoned(event.start, zone),
    end_time: zoned(event.end, zone),
    effective_since: writeUtc(event.since),
    effective_until: time(event.until),
    recurrence: event.recurrence,
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: event.perMember,
      members: event.members.map(memberOf),
    },
  }
}

/** A time as PagerDuty takes it; null for what never ends. */
export function time(at: Instant): string | null {
  return at === Infinity ? null : writeUtc(at)
}
