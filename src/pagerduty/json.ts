/** Reading what PagerDuty answers: nothing is known about it until it was looked at. */
import type { Instant } from '../time/instant.ts'
import { UTC } from '../time/zone.ts'
import { momentIn, readWritten } from '../time/written.ts'
import { OddAnswer } from '../sync/service.ts'

/** An object of which nothing is known but its keys. */
export type Json = Readonly<Record<string, unknown>>

/** An object; anything else is an odd answer. */
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

/** A list; anything else is an odd answer. */
export function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

/** The same of a list that may be left out where it is empty. */
export function objectsIfAny(value: unknown, what: string): readonly Json[] {
  return value === undefined || value === null ? [] : objects(value, what)
}

/** A number; anything else is an odd answer. */
export function number(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

/** A number from `least` to `most`: with any other, turns could be worked out for ever. */
export function numberIn(
  value: unknown,
  [least, most]: readonly [number, number],
  what: string,
): number {
  const told = number(value, what)
  if (told >= least && told <= most) return told
  throw new OddAnswer(`PagerDuty's answer has a ${what} of ${told}`)
}

/** A text; anything else is an odd answer. */
export function text(value: unknown, what: string): string {
  if (typeof value === 'string') return whole(value)
  throw new OddAnswer(`PagerDuty's answer has no ${what}`)
}

/** One of the words that the contract lists: what another one means nobody knows, so that it is an odd answer. */
export function wordOf<T extends string>(value: unknown, words: readonly T[], what: string): T {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  const told = typeof value === 'string' ? ` that rotate does not know: '${whole(value)}'` : ''
  throw new OddAnswer(`PagerDuty's answer has ${told === '' ? 'no' : 'a'} ${what}${told}`)
}

/** A text that may be left out where there is none; of another type it is an odd answer. */
export function textIfAny(value: unknown, what: string): string {
  return value === undefined || value === null ? '' : text(value, what)
}

/** A text, or what stands for it where there is none. */
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
