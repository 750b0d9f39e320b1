/** How an answer is to look: for whom, on what. */
import type { Instant } from '../time/instant.ts'
import { sayOffset } from '../time/words.ts'
import type { Zone } from '../time/zone.ts'
import { clean } from './clean.ts'
import type { Paint } from './paint.ts'

/** The look of an answer: for whom it is written, when, and on what. */
export interface Look {
  /** The zone of whoever looks: all times are said in it. */
  readonly zone: Zone
  readonly now: Instant
  /** The most characters on a line. */
  readonly width: number
  readonly paint: Paint
  /** Whether pictures may hold nothing but ASCII. */
  readonly ascii?: boolean
  /** Behind each command that is offered, so that it is about the same folder: ` --dir team`; else empty. */
  readonly dir?: string
}

/** `Times in Europe/Amsterdam (UTC+1 now).` */
export function sayZone({ zone, now, paint }: Look): string {
  const offset = sayOffset(zone, now)
  const more = offset === 'UTC' && /utc$/i.test(zone.name) ? '' : ` (${offset} now)`
  return paint.faint(`Times in ${clean(zone.name)}${more}.`)
}
