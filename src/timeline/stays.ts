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
  for (let step = 8 * DAY; last.end < END_OF_TIME && count < MOST; step *= 2) {
    const ahead = shiftsOf(rotation, { start: last.end, end: last.end + step })
    count += ahead.length
    for (const next of ahead) {
      if (!goesOn(last, next)) return { end: last.end, next }
      last = next
    }
    const isGap = ahead.length === 0
    if (isGap) return { end: last.end, next: nextShift(rotation, last.end) }
  }
  return { end: Infinity, next: undefined }
}

/** Since when the people of a shift are on call. */
export function startOfStay(rotation: Rotation, shift: Shift): Instant {
  let first = shift
  let count = 0
  for (let step = 8 * DAY; first.start > 0 && count < MOST; step *= 2) {
    const back = shiftsOf(rotation, { start: first.start - step, end: first.start })
    count += back.length
    if (back.length === 0) break
    for (const before of back.reverse()) {
      if (!goesOn(before, first)) return first.start
      first = before
    }
  }
  return first.start
}

/** Whether a shift is of those who had the one before, with nobody between. */
export function goesOn(before: Shift, shift: Shift): boolean {
  return before.end === shift.start && samePeople(before.people, shift.people)
}
