/** What a person holds at an instant, and what they hold next: their stays, each as long as they go on. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { shiftsAfter, shiftsBefore } from '../timeline/stays.ts'
import { soonest } from './soonest.ts'

/** How long somebody holds a rotation without a break, shift after shift, whoever is beside them. */
export interface Stay extends Interval {
  readonly rotation: Rotation
  readonly shifts: readonly Shift[]
}

/** A person, and what they hold. */
export interface Holding {
  readonly person: Person
  /** What they hold at the instant. */
  readonly now: readonly Stay[]
  /** What they hold next, in order of time. */
  readonly next: readonly Stay[]
}

/** What a person holds at an instant, and so many of the next stays. */
export function holdingOf(
  person: Person,
  rotations: readonly Rotation[],
  at: Instant,
  count: number,
): Holding {
  const { id } = person
  return {
    person,
    now: staysIn(rotations, id, { start: at, end: at + 1 }),
    next: nextStays(rotations, id, at, count),
  }
}

/**
 * The next stays of somebody that begin after an instant, in order of time: the soonest, and of those that there is room
 * for the first of each rotation, so that the days of a desk do not hide the week.
 */
function nextStays(
  rotations: readonly Rotation[],
  person: string,
  after: Instant,
  count: number,
): Stay[] {
  const next = (some: readonly Rotation[], most: number): Stay[] =>
    soonest(most, after, (within) =>
      staysIn(some, person, within).filter(({ start }) => start > after),
    )
  const firsts = rotations
    .flatMap((rotation) => next([rotation], 1))
    .sort(byStart)
    .slice(0, count)
  const others = next(rotations, count).filter((stay) => !firsts.some((one) => isSame(one, stay)))
  return [...firsts, ...others.slice(0, count - firsts.length)].sort(byStart)
}

function isSame(a: Stay, b: Stay): boolean {
  return a.rotation === b.rotation && a.start === b.start
}

/** In order of start. */
export function byStart(a: Interval, b: Interval): number {
  return a.start - b.start
}

/** The stays of somebody that touch an interval, whole, in order of time. */
function staysIn(rotations: readonly Rotation[], person: string, within: Interval): Stay[] {
  return rotations.flatMap((rotation) => staysOf(rotation, person, within)).sort(byStart)
}

function staysOf(rotation: Rotation, person: string, within: Interval): Stay[] {
  const theirs = shiftsOf(rotation, within).filter(({ people }) => people.includes(person))
  const stays: Stay[] = []
  for (const shift of theirs) {
    const last = stays.at(-1)
    if (last?.end !== shift.start) stays.push({ ...shift, shifts: [shift] })
    else stays[stays.length - 1] = { ...last, end: shift.end, shifts: [...last.shifts, shift] }
  }
  // What lies beyond the ends of the interval may go on.
  const [first, last] = [stays[0], stays.at(-1)]
  if (first !== undefined && first.start <= within.start) stays[0] = begun(first, person)
  if (last !== undefined && last.end >= within.end) {
    stays[stays.length - 1] = ended(stays.at(-1) ?? last, person)
  }
  return stays
}

/** So many shifts in a row are as good as without end. */
const MOST = 1000

function begun(stay: Stay, person: string): Stay {
  const shifts = [...stay.shifts]
  const [first] = shifts
  for (const before of first === undefined ? [] : shiftsBefore(stay.rotation, first)) {
    const isOn = before.end === shifts[0]?.start && before.people.includes(person)
    if (!isOn || shifts.length === MOST) break
    shifts.unshift(before)
  }
  return { ...stay, start: shifts[0]?.start ?? stay.start, shifts }
}

function ended(stay: Stay, person: string): Stay {
  const shifts = [...stay.shifts]
  const last = shifts.at(-1)
  for (const next of last === undefined ? [] : shiftsAfter(stay.rotation, last)) {
    const isOn = next.start === shifts.at(-1)?.end && next.people.includes(person)
    if (!isOn || shifts.length === MOST) break
    shifts.push(next)
  }
  // Somebody who is alone in a rotation goes from turn to turn for ever.
  const end = shifts.length < MOST ? (shifts.at(-1)?.end ?? stay.end) : Infinity
  return { ...stay, end, shifts }
}
