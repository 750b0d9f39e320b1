/** Words of command lines that are shown to be copied into a shell. */

/** What no shell reads as anything but a letter of the word. */
const PLAIN = /^[\p{L}\p{M}\p{N}_./+:@%,-]+$/u

/** Within double quotes a shell reads these as something else; the `!` where somebody types. */
const LIVE = /["$`\\!]/

/**
 * A word as it is to be typed so that a shell takes it for one, and for just that. In double quotes where that will do:
 * most commands stand within single ones, in the middle of a sentence.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text
  return LIVE.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `"${text}"`
}
