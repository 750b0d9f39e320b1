/** Where something stands: a piece of the text of a file. */

/** A file that was read: its path as people know it (from the current directory), and its text. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Whether the file is not UTF-8: U+FFFD stands in its text for what could not be read. */
  readonly isDamaged?: boolean
  /** Whether the file lies out of the repository, so that nothing of its text is quoted. */
  readonly isOutside?: boolean
}

/** The piece of a source from offset `from` up to, without, offset `to` (UTF-16 units). */
export interface Place {
  readonly source: Source
  readonly from: number
  readonly to: number
}

/** What is not written yet stands nowhere. */
export const NOWHERE: Place = { source: { path: '', text: '' }, from: 0, to: 0 }

/** A line and a column as editors count them: from 1, in characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a place begins. A line ends with LF, CRLF or CR. */
export function positionOf({ source, from }: Place): Position {
  const starts = startsOf(source)
  const line = lineAt(starts, from)
  return { line: line + 1, column: columnAt(source, starts[line] ?? 0, from) }
}

/** The column last asked for of a source: of many places on one line, each is counted from the one before. */
const columns = new WeakMap<Source, { start: number; from: number; column: number }>()

function columnAt(source: Source, start: number, from: number): number {
  const last = columns.get(source)
  const goesOn = last !== undefined && last.start === start && last.from <= from
  const near = goesOn ? last : { start, from: start, column: 1 }
  const column = near.column + Array.from(source.text.slice(near.from, from)).length
  columns.set(source, { start, from, column })
  return column
}

/** The offsets between which the line lies on which a place begins, without its end. */
export function lineOf({ source, from }: Place): { readonly from: number; readonly to: number } {
  const starts = startsOf(source)
  const line = lineAt(starts, from)
  const first = starts[line] ?? 0
  let to = starts[line + 1] ?? source.text.length
  while (to > first && /[\r\n]/.test(source.text[to - 1] ?? '')) to -= 1
  return { from: first, to }
}

/** Kept, since a text with many problems is asked for as many places. */
const starts = new WeakMap<Source, readonly number[]>()

/** Where the lines of a text begin. */
function startsOf(source: Source): readonly number[] {
  let found = starts.get(source)
  if (found === undefined) {
    const ends = source.text.matchAll(/\r\n|\n|\r/g)
    found = [0, ...Array.from(ends, ({ index, 0: end }) => index + end.length)]
    starts.set(source, found)
  }
  return found
}

/** The number, from 0, of the line that an offset lies on. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= offset) low = middle
    else high = middle
  }
  return low
}
