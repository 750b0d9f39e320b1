/** Where in the YAML it is said that somebody is on call. */
import type { Place } from '../../model/place.ts'
import type { Shift } from '../../timeline/shifts.ts'

/** The override that put a person into a shift, else their entry in the layer, else the rotation. */
export function memberPlace({ overrides, layer, rotation }: Shift, person: string): Place {
  const override = overrides.findLast(({ people }) => people.includes(person))
  const member = layer?.members.find(({ people }) => people.includes(person))
  return override?.place ?? member?.place ?? rotation.place
}
