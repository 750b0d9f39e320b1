/** How many lines of a terminal a text takes. */
import stringWidth from 'fast-string-width'

/** Its lines that have an end, where so many columns fit: one that is wider is broken as often as it must be. */
export function linesOn(text: string, columns: number): number {
  const lines = text.split('\n').slice(0, -1)
  return lines.reduce((sum, line) => sum + broken(line, columns), 0)
}

/** A terminal cuts no sign that is two wide: it begins the next line. */
function broken(line: string, columns: number): number {
  if (stringWidth(line) <= columns) return 1
  let [lines, used] = [1, 0]
  for (const { segment } of new Intl.Segmenter().segment(line.replaceAll(COLOURS, ''))) {
    const width = stringWidth(segment)
    if (used + width > columns) [lines, used] = [lines + 1, 0]
    used += width
  }
  return lines
}

// oxlint-disable-next-line no-control-regex -- ESC is what such a sequence begins with
const COLOURS = /\u001B\[[\d;]*m/g
