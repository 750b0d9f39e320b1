/** What stands around a value in its text: how one more beside it would be written. */
import type { Place } from '../model/place.ts'

/** Between brackets (`[a, b]`), behind a dash of its own (`- a`), or alone behind its key. */
export type Listed = 'brackets' | 'dash' | 'alone'

/** How a value stands in a list. */
export function listedAs({ source, from }: Place): Listed {
  const { text } = source
  const before = text.slice(Math.max(0, from - FAR), from)
  if (/(?:^|[\r\n])[ \t]*(?:- +)+$/.test(before)) return 'dash'
  let depth = 0
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const char = before[at]
    if (char === ']' || char === '}') depth += 1
    else if (char === '[' || char === '{') {
      if (depth === 0) return char === '[' ? 'brackets' : 'alone'
      depth -= 1
    } else if (
      /[\r\n]/.test(char ?? '') &&
      /^\s*(?:- |[\w-]+:(?: |[\r\n]))/.test(before.slice(at + 1))
    ) {
      return 'alone'
    }
  }
  return 'alone'
}

/** No list goes on for longer in which a mistake is answered by this. */
const FAR = 2000

/** Several things as they are written in place of one: `a, b` between brackets, else `[a, b]`. */
export function asSeveral(words: readonly string[], place: Place): string {
  return listedAs(place) === 'brackets' ? words.join(', ') : `[${words.join(', ')}]`
}
