/** Lengths as people write them: `1 week`, `15 minutes`, `2 shifts`. */
import { HOUR, MINUTE } from './instant.ts'
import { sayList } from './list.ts'

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'shifts'

/** A number of units. What a day or a month is depends on where it begins, so it is not yet a time. */
export interface Length<U extends Unit = Unit> {
  readonly count: number
  readonly unit: U
}

/** The most of any unit: more than there are hours in the years that can be spoken of. */
const MOST = 9_999_999

/**
 * Reads `1 week` or `12 hours`, where the unit is one of `allowed`.
 * Anything else gives a sentence that says what was expected.
 */
export function readLength<U extends Unit>(
  text: string,
  allowed: readonly U[],
): Length<U> | string {
  const found = /^(\S+) +([a-z]+)$/.exec(text)
  const unit = allowed.find((name) => name === found?.[2] || name === `${found?.[2]}s`)
  if (found === null || unit === undefined) {
    return `expected a length such as '1 ${allowed.at(-1)?.slice(0, -1)}' (a number of ${sayList(allowed, 'or')})`
  }
  const count = Number(found[1])
  if (!/^\d+$/.test(found[1] ?? '') || count < 1 || count > MOST) {
    return `expected a whole number of ${unit}, at least 1`
  }
  return { count, unit }
}

/** `1 week`, `2 weeks` */
export function writeLength({ count, unit }: Length): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

/** Milliseconds of a length whose unit is one of elapsed time. */
export function elapsed({ count, unit }: Length<'minutes' | 'hours'>): number {
  return count * (unit === 'minutes' ? MINUTE : HOUR)
}
