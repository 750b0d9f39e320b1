/** Shifts by who holds them. */
import type { Shift } from '../../../timeline/shifts.ts'

const known = new WeakMap<readonly Shift[], ReadonlyMap<string, readonly Shift[]>>()

const NONE: readonly Shift[] = []

/** Those of some shifts that a person holds, in order. */
export function heldBy(person: string, shifts: readonly Shift[]): readonly Shift[] {
  let found = known.get(shifts)
  if (found === undefined) {
    found = byPerson(shifts)
    known.set(shifts, found)
  }
  return found.get(person) ?? NONE
}

function byPerson(shifts: readonly Shift[]): Map<string, Shift[]> {
  const held = new Map<string, Shift[]>()
  for (const shift of shifts) {
    for (const id of shift.people) {
      const own = held.get(id)
      if (own === undefined) held.set(id, [shift])
      else own.push(shift)
    }
  }
  return held
}
