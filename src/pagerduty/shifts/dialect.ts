/** The dialect of shift-based schedules: rotations that go on by themselves, custom shifts and overrides for the rest. */
import { adding } from '../../sync/adding/adding.ts'
import type { Dialect } from '../../sync/dialect.ts'
import type { ShiftSchedule } from '../remote.ts'
import { LONGEST_NAME } from '../request.ts'
import { nativeOf, type NativeTracks } from './rotations.ts'
import { requestsFor } from './requests.ts'
import { turnsIn } from './turns.ts'

/** Shift-based schedules: what overlaps adds up. PagerDuty takes 1,024 characters of description. */
export const shifts: Dialect<ShiftSchedule, NativeTracks> = {
  laying: adding,
  can: { two: true, nobody: true, marker: 1024, name: LONGEST_NAME },
  words: {
    service: 'PagerDuty',
    schedule: 'a shift-based schedule',
    turns: 'a rotation',
    remedy: 'nothing else can',
  },
  turnsIn,
  native: nativeOf,
  requests: requestsFor,
}
