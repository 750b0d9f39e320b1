/** The turns that stand in a shift-based schedule: what its rotations hold by their own rules. */
import type { Interval } from '../../time/interval.ts'
import { ANYBODY, type Turns } from '../../sync/dialect.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { ShiftSchedule, Track } from '../remote.ts'
import { eventStints, isPlain } from './recurrence.ts'

/** What the rotations of a schedule hold within a range; none where there is no schedule. */
export function turnsIn(
  schedule: Pick<ShiftSchedule, 'tracks'> | undefined,
  range: Interval,
): Turns[] {
  return (schedule?.tracks ?? []).map((track) => turnsOf(track, range))
}

function turnsOf({ id, events }: Track, range: Interval): Turns {
  return {
    id,
    held: events.flatMap((event): Stint[] =>
      isPlain(event)
        ? eventStints(event, range)
        : // Where its rules are not known, somebody for as long as it counts.
          [{ start: event.since, end: event.until, user: ANYBODY }],
    ),
    inForce: events.map(({ since, until }) => ({ start: since, end: until })),
  }
}
