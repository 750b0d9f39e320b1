/** Shifts by who holds them. */
import type { Shift } from '../../../timeline/shifts.ts'
import type { Facts } from '../rule.ts'

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

const everybody = new WeakMap<Facts['rotations'], ReadonlyMap<string, readonly Shift[]>>()

/** By person all shifts that they hold, of one rotation after the other. */
export function heldByEach(rotations: Facts['rotations']): ReadonlyMap<string, readonly Shift[]> {
  let found = everybody.get(rotations)
  if (found === undefined) {
    found = byPerson(rotations.flatMap(({ shifts }) => shifts))
    everybody.set(rotations, found)
  }
  return found
}

function byPerson(shifts: Iterable<Shift>): ReadonlyMap<string, readonly Shift[]> {
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
