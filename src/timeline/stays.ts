/** Stays: how long the same people are on call without anybody between, shift after shift. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import type { Rotation } from '../model/rotation.ts'
import { samePeople } from './compare.ts'
import { nextShift, shiftsOf, type Shift } from './shifts.ts'

/** So many shifts of one person in a row are as good as without end. */
const MOST = 100_000

/** When the people of a shift are relieved, and by which one; it is looked for further and further ahead. */
export function endOfStay(
  rotation: Rotation,
  shift: Shift,
): { readonly end: Instant; readonly next: Shift | undefined } {
  let last = shift
  let count = 0
  for (const next of shiftsAfter(rotation, shift)) {
    if (!goesOn(last, next)) return { end: last.end, next }
    last = next
    count += 1
    if (count === MOST) return { end: Infinity, next: undefined }
  }
  if (last.end >= END_OF_TIME) return { end: Infinity, next: undefined }
  return { end: last.end, next: nextShift(rotation, last.end) }
}

/** Since when the people of a shift are on call. */
export function startOfStay(rotation: Rotation, shift: Shift): Instant {
  let first = shift
  let count = 0
  for (const before of shiftsBefore(rotation, shift)) {
    if (!goesOn(before, first)) break
    first = before
    count += 1
    if (count === MOST) break
  }
  return first.start
}

/** The shifts behind one, looked for further and further ahead, until nobody is on call for long. */
export function* shiftsAfter(rotation: Rotation, shift: Shift): Generator<Shift> {
  let { end } = shift
  for (let step = 8 * DAY; end < END_OF_TIME; step *= 2) {
    const ahead = shiftsOf(rotation, { start: end, end: end + step })
    yield* ahead
    const last = ahead.at(-1)
    if (last === undefined) return
    ;({ end } = last)
  }
}

/** The shifts before one, the last of them first, until nobody was on call for long. */
export function* shiftsBefore(rotation: Rotation, shift: Shift): Generator<Shift> {
  let { start } = shift
  for (let step = 8 * DAY; start > 0; step *= 2) {
    const back = shiftsOf(rotation, { start: start - step, end: start })
    yield* back.toReversed()
    const [first] = back
    if (first === undefined) return
    ;({ start } = first)
  }
}

/** Whether a shift is of those who had the one before, with nobody between. */
export function goesOn(before: Shift, shift: Shift): boolean {
  return before.end === shift.start && samePeople(before.people, shift.people)
}
