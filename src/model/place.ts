/** Where something stands: a piece of the text of a file. */

/** A file that was read: its path as people know it (from the current directory), and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** The piece of a source from offset `from` up to, without, offset `to` (UTF-16 units). */
export interface Place {
  readonly source: Source
  readonly from: number
  readonly to: number
}

/** A line and a column as editors count them: from 1, in characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a place begins. A line ends with LF, CRLF or CR. */
export function positionOf({ source: { text }, from }: Place): Position {
  let line = 1
  let start = 0
  const ends = /\r\n|\n|\r/g
  for (let end = ends.exec(text); end !== null && ends.lastIndex <= from; end = ends.exec(text)) {
    line += 1
    start = ends.lastIndex
  }
  return { line, column: Array.from(text.slice(start, from)).length + 1 }
}
