/** What somebody wrote, as far as a message repeats it. */

/** The most characters of a text that a message repeats. */
const LONGEST = 60

/** A text, shortened where it is long: between characters, not within one of two units. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, LONGEST - 3).replace(/[\uD800-\uDBFF]$/, '')}…`
}
