/** Who holds a rotation at an instant, since when, until when, and who is next. */
import type { Instant } from '../time/instant.ts'
import type { Rotation } from '../model/rotation.ts'
import { nextShift, previousShift, shiftAt, type Shift } from '../timeline/shifts.ts'

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
