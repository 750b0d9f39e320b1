/** What stands in a file, quoted in a message. */

/** The most characters of a text that a message repeats. */
const LONGEST = 60

/** A text in quotes, shortened where it is long. */
export function quote(value: string): string {
  if (value.length <= LONGEST) return `'${value}'`
  // Cut between characters, not within one of two units.
  const kept = value.slice(0, LONGEST - 3).replace(/[\uD800-\uDBFF]$/, '')
  return `'${kept}…'`
}
