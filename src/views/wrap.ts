/** Text on lines of a certain width, broken between words, and never within a name. */
import stringWidth from 'fast-string-width'

/** Stands between the words of a name until the line is made: a space at which no line is broken. No text has it in it. */
const GLUE = '\uFDD0'

/** A text that is not to be broken: the name of somebody. `wrap` and `table` show it as it was. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', GLUE)
}

/** As it is shown: what held words together is a space again. */
export function shown(text: string): string {
  return text.replaceAll(GLUE, ' ')
}

/**
 * Breaks a text at spaces into lines of at most `width` characters, each with a line break; a longer word keeps a
 * line of its own. What follows the first line stands `indent` characters further in than the text itself does.
 */
export function wrap(text: string, width: number, indent = 2): string {
  if (width === Infinity) return `${shown(text).trimEnd()}\n`
  const own = / */.exec(text)?.[0] ?? ''
  const further = own + ' '.repeat(indent)
  const lines: string[] = []
  let line = own
  let used = own.length
  let empty = true
  for (const word of text.slice(own.length).split(' ')) {
    const long = stringWidth(word)
    if (!empty && used + 1 + long > width) {
      lines.push(line)
      line = further + word
      used = further.length + long
    } else {
      line += empty ? word : ` ${word}`
      used += long + (empty ? 0 : 1)
    }
    empty = false
  }
  return [...lines, line].map((each) => `${shown(each).trimEnd()}\n`).join('')
}

/** The lines of a text that is broken at spaces, as `wrap` does it; one that fits stays as it is. */
export function broken(text: string, width: number, indent = 0): string[] {
  if (stringWidth(text) <= width) return [shown(text)]
  return wrap(text, width, indent).slice(0, -1).split('\n')
}

/** How wide the widest part of a text is that is not broken. */
export function widestPart(text: string): number {
  return text.split(' ').reduce((most, part) => Math.max(most, stringWidth(part)), 0)
}
