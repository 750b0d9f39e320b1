/** Cells that say when: a time, or from one to another. */
import type { Day } from '../time/wall.ts'
import { readWhen, TWO_WAYS, type DateOrder, type When } from './dates.ts'

/** A time, or from one to another (`30 Nov - 6 Dec 2026`). */
interface Span {
  readonly from: When
  readonly to?: When
}

const BETWEEN = /\s*(?:\.\.\.?|–|—|→|->)\s*|\s+(?:to|until|till|bis|through|-)\s+/i

/** Reads a cell that says when, or why it cannot be read. */
export function readSpan(
  text: string,
  order: DateOrder | undefined,
  near: Day,
): Span | typeof TWO_WAYS | undefined {
  const from = readWhen(text, order, near)
  if (from === TWO_WAYS || from !== undefined) return from === TWO_WAYS ? from : { from }
  const [a = '', b, more] = (withinMonth(text) ?? text).split(BETWEEN)
  if (b === undefined || more !== undefined) return undefined
  const last = readWhen(b, order, near)
  if (last === TWO_WAYS || last === undefined) return last
  // `30 Nov - 6 Dec 2026`: the year stands once.
  const first = readWhen(a, order, last.day)
  if (first === TWO_WAYS || first === undefined) return first
  return { from: first, to: last }
}

/** `14-20 December`, `Dec 14-20`: with the month at both ends; undefined where it is none. */
function withinMonth(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})\.?\s*[-–—]\s*(\d{1,2}\.?\s*(\p{L}.*))$/u.exec(text.trim())
  if (dayFirst !== null) return `${dayFirst[1]} ${dayFirst[3]} – ${dayFirst[2]}`
  const monthFirst = /^(\p{L}+\.?)\s+(\d{1,2})\s*[-–—]\s*(\d{1,2}(?:,?\s*\d{4})?)$/u.exec(
    text.trim(),
  )
  if (monthFirst === null) return undefined
  const [, month, first, last = ''] = monthFirst
  const year = /\d{4}$/.exec(last)?.[0] ?? ''
  return `${month} ${first} ${year}`.trim() + ` – ${month} ${last}`
}
