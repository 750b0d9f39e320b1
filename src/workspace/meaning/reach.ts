/** How long a turn can be for anybody to see its end. */
import { FIRST_YEAR, LAST_YEAR } from '../../time/instant.ts'
import type { Turn } from '../../model/rotation.ts'

const YEARS = LAST_YEAR - FIRST_YEAR + 1

const LONGEST: Readonly<Record<Turn['unit'], number>> = {
  hours: YEARS * 366 * 24,
  days: YEARS * 366,
  weeks: YEARS * 53,
  months: YEARS * 12,
  shifts: Infinity,
}

/**
 * A turn that outlasts all years that can be spoken of, made as long as they are: nobody sees a difference, and
 * nobody has to go through the openings of a hundred thousand years to find its end.
 */
export function withinReach({ count, unit }: Turn): Turn {
  return { count: Math.min(count, LONGEST[unit]), unit }
}
