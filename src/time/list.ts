/** Several things in a sentence. */

/** `alice`, `alice and bob`, `alice, bob and carol`; with another word before the last where one is given; nothing is nothing. */
export function sayList(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** The same, each in single quotes, as ids stand in messages. */
export function quoteList(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return sayList(
    words.map((word) => `'${word}'`),
    last,
  )
}

/** The first few of many, each in single quotes: who reads more than that reads the source. */
export function quoteSome(words: Iterable<string>): string {
  return [...words]
    .slice(0, 5)
    .map((word) => `'${word}'`)
    .join(', ')
}
