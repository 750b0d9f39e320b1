/** Lengths of time on call, in hours: what is added up and compared. */
import { HOUR } from '../time/instant.ts'

/** `336 h`, `7.5 h` */
export function sayLength(time: number): string {
  return `${Math.round((time / HOUR) * 10) / 10} h`
}
