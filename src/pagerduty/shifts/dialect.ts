/** The dialect of shift-based schedules: rotations that go on by themselves, custom shifts and overrides for the rest. */
import type { Interval } from '../../time/interval.ts'
import { adding } from '../../sync/adding/adding.ts'
import type { Dialect, Turns } from '../../sync/dialect.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { ShiftSchedule, Track } from '../remote.ts'
import { nativeOf, type NativeTracks } from './rotations.ts'
import { eventStints, isPlain } from './recurrence.ts'
import { requestsFor } from './requests.ts'

/** Shift-based schedules: what overlaps adds up. PagerDuty takes 1,024 characters of description. */
export const shifts: Dialect<ShiftSchedule, NativeTracks> = {
  laying: adding,
  can: { two: true, nobody: true, marker: 1024 },
  words: {
    service: 'PagerDuty',
    schedule: 'a shift-based schedule',
    turns: 'a rotation',
    remedy: 'nothing else can',
  },
  turnsIn: (schedule, range) => (schedule?.tracks ?? []).map((track) => turnsOf(track, range)),
  native: nativeOf,
  requests: requestsFor,
}

function turnsOf({ id, events }: Track, range: Interval): Turns {
  return {
    id,
    held: events.flatMap((event): Stint[] =>
      isPlain(event)
        ? eventStints(event, range)
        : // Where its rules are not known, somebody for as long as it counts.
          [{ start: event.since, end: event.until, user: '?' }],
    ),
    inForce: events.map(({ since, until }) => ({ start: since, end: until })),
  }
}
