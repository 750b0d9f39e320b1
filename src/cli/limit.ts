/** `--limit`: how much of a list. */
import type { Interval } from '../time/interval.ts'
import { soonest } from '../insight/soonest.ts'
import { Failure } from '../io/failure.ts'
import { textOf, type Input } from './command.ts'

/** More than this nobody means. */
const MOST = 100_000

/** How many are asked for; undefined where nobody says. */
export function limitOf(input: Input): number | undefined {
  const text = textOf(input, 'limit')
  if (text === undefined) return undefined
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST) return count
  throw new Failure(`--limit '${text}': expected a whole number from 1 to ${MOST}`, 2)
}

/** The first of what is found in a range, or all; without `--to` it is looked as far ahead as it takes. */
export function firstOf<T>(
  input: Input,
  range: Interval,
  find: (within: Interval) => readonly T[],
): { readonly within: Interval; readonly found: readonly T[] } {
  const count = limitOf(input)
  if (count === undefined) return { within: range, found: find(range) }
  if (textOf(input, 'to') !== undefined)
    return { within: range, found: find(range).slice(0, count) }
  let within = range
  const found = soonest(count, range.start, (asked) => {
    within = asked
    return find(asked)
  })
  return { within, found }
}
