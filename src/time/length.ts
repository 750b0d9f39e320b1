/** Lengths as people write them, alike everywhere: `1 week`, `2w`, `90 min`, `15 minutes`, `1mo`, `2 shifts`. */
import { DAY, HOUR, MINUTE, WEEK } from './instant.ts'
import { lengthMeantBy } from './length-words.ts'
import { sayList } from './list.ts'
import type { Length, Unit } from './units.ts'

export type { Length, Unit }

/** The most of any unit: more than there are hours in the years that can be spoken of. */
const MOST = 9_999_999

/** The short forms of each unit; the long ones are its name, and that in the singular. */
const SHORT: Readonly<Record<Unit, readonly string[]>> = {
  minutes: ['m', 'min'],
  hours: ['h'],
  days: ['d'],
  weeks: ['w'],
  months: ['mo'],
  shifts: [],
}

/**
 * Reads `1 week` or `12h`, where the unit is one of `allowed`; of these the last is the usual one.
 * Anything else gives a sentence that says what to write.
 */
export function readLength<U extends Unit>(
  text: string,
  allowed: readonly U[],
): Length<U> | string {
  const found = /^(\d+) *([a-z]+)$/.exec(text)
  const unit = allowed.find((name) => isUnit(name, found?.[2] ?? ''))
  if (found === null || unit === undefined) return faultOf(text, allowed)
  // Where the digits are many, a number would be said otherwise than it was written.
  if ((found[1] ?? '').length > 7) return 'expected a number of at most seven digits'
  const count = Number(found[1])
  return count < 1 || count > MOST
    ? `expected a whole number of ${unit}, at least 1`
    : { count, unit }
}

/** The same as a regular expression. */
export function patternOfLength(allowed: readonly Unit[]): string {
  const words = allowed.flatMap((unit) => [...SHORT[unit], `${unit.slice(0, -1)}s?`])
  return `^0*[1-9]\\d{0,6} *(${words.join('|')})$`
}

function isUnit(name: Unit, word: string): boolean {
  return word === name || `${word}s` === name || SHORT[name].includes(word)
}

function faultOf(text: string, allowed: readonly Unit[]): string {
  const meant = lengthMeantBy(text, allowed)
  if (meant !== undefined) return `write '${writeLength(meant)}'`
  const unit = allowed.find((name) => isUnit(name, /[a-z]+$/.exec(text)?.[0] ?? ''))
  if (unit !== undefined && /^[+-]?\d/.test(text)) {
    return `expected a whole number of ${unit}, at least 1`
  }
  const usual = allowed.at(-1) ?? 'weeks'
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1
  const bare = usual === 'weeks' ? numberMeant(number) : undefined
  if (bare !== undefined && allowed.some((unit) => unit === bare.unit))
    return `a number of what? Write '${writeLength(bare)}' (or another number of ${sayList(allowed, 'or')})`
  const count = usual === 'weeks' && number > MOST_WEEKS ? 1 : number
  return `expected a length such as '${writeLength({ count, unit: usual })}' (a number of ${sayList(allowed, 'or')})`
}

/** More weeks than anybody's turn lasts. */
const MOST_WEEKS = 6

/** What a number alone means where turns are told: 7 and 14 are days of one week or two, 24 and 168 hours of a day or a week. */
function numberMeant(number: number): Length | undefined {
  if (number >= 168 && number % 168 === 0) return { count: number / 168, unit: 'weeks' }
  if (number >= 12 && number % 12 === 0 && number <= 96) return { count: number, unit: 'hours' }
  if (number % 7 === 0 && number <= 28) return { count: number, unit: 'days' }
  return undefined
}

/** So many minutes, as whole hours where they are. */
export function lengthOfMinutes(minutes: number): Length<'hours' | 'minutes'> {
  return minutes % 60 === 0
    ? { count: minutes / 60, unit: 'hours' }
    : { count: minutes, unit: 'minutes' }
}

/** `1 week`, `2 weeks` */
export function writeLength({ count, unit }: Length): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

/** Milliseconds of a length as elapsed time: a day is 24 hours. */
export function elapsed({ count, unit }: Length<'minutes' | 'hours' | 'days' | 'weeks'>): number {
  return count * { minutes: MINUTE, hours: HOUR, days: DAY, weeks: WEEK }[unit]
}
