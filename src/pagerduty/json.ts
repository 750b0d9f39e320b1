/** Reading what PagerDuty answers: nothing is known about it until it was looked at. */
import type { Instant } from '../time/instant.ts'
import { UTC } from '../time/zone.ts'
import { momentIn, readWritten } from '../time/written.ts'

export type Json = Readonly<Record<string, unknown>>

/** An answer that is not what PagerDuty's contract says. */
export class OddAnswer extends Error {}

export function object(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

/** The same of what need not be there, for things that nothing depends on. */
export function objectIfAny(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

/** The objects of a list: where there is none, that is not the same as an empty one. */
export function objects(value: unknown, what: string): readonly Json[] {
  return list(value, what).map((one) => object(one, `entry in ${what}`))
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

/** The same of a list that may be left out where it is empty. */
export function objectsIfAny(value: unknown, what: string): readonly Json[] {
  return value === undefined || value === null ? [] : objects(value, what)
}

export function number(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

export function text(value: unknown, what: string): string {
  if (typeof value === 'string') return whole(value)
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

export function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? whole(value) : otherwise
}

/** Half of a character, as a program leaves that cuts a name at a length, is in no address and no file. */
function whole(value: string): string {
  return value.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

/** An instant, whatever offset it is written with; fractions of a second are dropped. */
export function instant(value: unknown, what: string): Instant {
  const written = readWritten(text(value, what).replace(/\.\d+(?=Z|[+-])/, ''))
  if (typeof written === 'string') throw new OddAnswer(`PagerDuty's ${what}: ${written}`)
  return momentIn(UTC, written).instant
}

/** The same of a time that may be missing, for what never ends. */
export function instantOrNever(value: unknown, what: string): Instant {
  return value === null || value === undefined ? Infinity : instant(value, what)
}
