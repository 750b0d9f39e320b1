/** Every reading of what PagerDuty leaves open, one at a time. */
import type { Readings } from '../../src/simulator/readings.ts'

const OTHERS: Partial<Readings>[] = [
  { memberIndex: 'effective-since' },
  { settings: 'partial' },
  { pastEvents: 'count' },
  { activeRotations: 'unlimited' },
  { otherKind: 'not-found' },
  { errors: 'map' },
  { scheduleEvents: 'left-out' },
  { emptySource: 'present' },
  { longStretch: 'refused' },
  { deleteActiveEvent: 'remove' },
  { effectiveEdges: 'whole' },
  { eventEnd: 'elapsed' },
  { zonedTime: 'wall' },
  { emptyMemberInOverrides: 'refuse' },
  { strayOverride: 'refuse' },
  { deleteRunningOverride: 'remove' },
  { deletedRotation: 'listed' },
  { emptyShifts: 'omitted' },
  { withoutOverflow: 'left-out' },
  { pastStart: 'refuse' },
  { neighbours: 'merged' },
  { wholeDayTurns: 'elapsed' },
  { virtualStartOffset: 'honoured' },
  { overrideIds: 'editable-only' },
  { truncatedBody: 'override' },
  { userSearch: 'names' },
]

export const READINGS: readonly (readonly [string, Partial<Readings>])[] = [
  ['the usual readings', {}],
  ...OTHERS.map((one) => [JSON.stringify(one), one] as const),
  ['all the other readings', Object.assign({}, ...OTHERS) as Partial<Readings>],
]
