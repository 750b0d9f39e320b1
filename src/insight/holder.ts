/** Who holds a rotation at an instant, since when, until when, and who is next. */
import type { Instant } from '../time/instant.ts'
import type { Rotation } from '../model/rotation.ts'
import { nextShift, previousShift, shiftAt, type Shift } from '../timeline/shifts.ts'
import { endOfStay, goesOn, startOfStay } from '../timeline/stays.ts'

/** Who holds a rotation at an instant, since when, until when, and who is next. */
export interface Holder {
  readonly rotation: Rotation
  readonly at: Instant
  /** The shift at that instant; undefined in a gap. */
  readonly shift: Shift | undefined
  /** Its beginning, or the end of the last shift before a gap; undefined where there was none. */
  readonly since: Instant | undefined
  /** Its end, or the beginning of the first shift after a gap; undefined where there is none. */
  readonly until: Instant | undefined
  /** The shift after it. */
  readonly next: Shift | undefined
}

/**
 * The same for people: where somebody follows themselves by another turn, layer or override, their whole time is one
 * shift, and the next one is somebody else's or comes after a gap.
 */
export function whole(holder: Holder): Holder {
  const { rotation, shift, next } = holder
  if (shift === undefined) return holder
  const start = startOfStay(rotation, shift)
  const goesOnNow = next !== undefined && goesOn(shift, next)
  const { end, next: other } = goesOnNow ? endOfStay(rotation, shift) : { end: shift.end, next }
  return { ...holder, shift: { ...shift, start, end }, since: start, until: end, next: other }
}

/** Shifts that a handoff begins: not those of one rotation in which the same people go on. */
export function handoffsIn(shifts: readonly Shift[]): Shift[] {
  return shifts.filter((shift, i) => {
    const before = shifts[i - 1]
    return before === undefined || !goesOn(before, shift)
  })
}

/** The holder of a rotation at an instant. */
export function holderAt(rotation: Rotation, at: Instant): Holder {
  const shift = shiftAt(rotation, at)
  const next = nextShift(rotation, shift?.end ?? at)
  return {
    rotation,
    at,
    shift,
    since: shift?.start ?? previousShift(rotation, at)?.end,
    until: shift?.end ?? next?.start,
    next,
  }
}
