/** Text on lines of a certain width. */
import stringWidth from 'fast-string-width'

/**
 * Breaks a text at spaces into lines of at most `width` characters, each with a line break; a longer word keeps a
 * line of its own. What follows the first line stands `indent` characters further in than the text itself does.
 */
export function wrap(text: string, width: number, indent = 2): string {
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
  return [...lines, line].map((each) => `${each.trimEnd()}\n`).join('')
}
