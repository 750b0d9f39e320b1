/** Edits of texts that were edited before, said as edits of the first texts. */
import type { Edit } from '../../model/edit.ts'

/** A piece of an edited text: a stretch of the first text that is still there, or what is new. */
type Piece = { readonly from: number; readonly to: number } | { readonly fresh: string }

/**
 * The edits that come to the same as some edits and then others, which speak of the texts after the first; `lengthOf`
 * says how long the first text of a path is.
 */
export function composed(
  first: readonly Edit[],
  then: readonly Edit[],
  lengthOf: (path: string) => number,
): Edit[] {
  const paths = new Set(then.map(({ path }) => path))
  return [
    ...first.filter(({ path }) => !paths.has(path)),
    ...[...paths].flatMap((path) => {
      const own = (edits: readonly Edit[]): Edit[] => edits.filter((edit) => edit.path === path)
      const length = lengthOf(path)
      let pieces: Piece[] = [{ from: 0, to: length }]
      for (const edit of lastFirst(own(first))) pieces = replaced(pieces, edit)
      for (const edit of lastFirst(own(then))) pieces = replaced(pieces, edit)
      return editsIn(pieces, path, length)
    }),
  ]
}

/** From the end on none moves those that are still to come; of two at one offset the later in the list goes first. */
function lastFirst(edits: readonly Edit[]): Edit[] {
  return [...edits].reverse().sort((a, b) => b.from - a.from)
}

/** Pieces in which what is between two offsets of their text makes way for another text. */
function replaced(pieces: readonly Piece[], { from, to, text }: Edit): Piece[] {
  const before = cut(pieces, 0, from)
  return [...before, { fresh: text }, ...cut(pieces, to, Infinity)]
}

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const kept: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const length = 'fresh' in piece ? piece.fresh.length : piece.to - piece.from
    const [a, b] = [Math.max(from - at, 0), Math.min(to - at, length)]
    at += length
    if (a >= b) continue
    kept.push(
      'fresh' in piece
        ? { fresh: piece.fresh.slice(a, b) }
        : { from: piece.from + a, to: piece.from + b },
    )
  }
  return kept
}

function editsIn(pieces: readonly Piece[], path: string, length: number): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let text = ''
  for (const piece of [...pieces, { from: length, to: length }]) {
    if ('fresh' in piece) {
      text += piece.fresh
      continue
    }
    if (piece.from > at || text !== '') edits.push({ path, from: at, to: piece.from, text })
    text = ''
    at = piece.to
  }
  return edits
}
