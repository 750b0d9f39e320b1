/** Where in the YAML it is said that somebody is on call. */
import type { Interval } from '../../../time/interval.ts'
import type { Place } from '../../../model/place.ts'
import type { Rotation } from '../../../model/rotation.ts'
import { timelineOf } from '../../../timeline/rotation.ts'
import type { Shift } from '../../../timeline/shifts.ts'

/** The override that put a person into a shift, else their entry in the layer, else the rotation. */
export function memberPlace({ overrides, layer, rotation }: Shift, person: string): Place {
  const override = overrides.findLast(({ people }) => people.includes(person))
  const member = layer?.members.find(({ people }) => people.includes(person))
  return override?.place ?? member?.place ?? rotation.place
}

/** Whether a person is on call for a rotation at some time in a stretch. */
export function isOnCallIn(rotation: Rotation, person: string, within: Interval): boolean {
  return timelineOf(rotation, within).some(({ people }) => people.includes(person))
}
