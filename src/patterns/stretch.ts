/** Stretches: who is on call from when to when, as a table, a calendar or a service tells it. */
import type { Interval } from '../time/interval.ts'

/** People on call for a stretch. Several may overlap, which is several people at once. */
export interface Stretch extends Interval {
  readonly people: readonly string[]
}

/** A stretch of a row in which each goes on where the one before ends; nobody may be on call in it. */
export interface Piece extends Stretch {
  /** The people as one word, which is the same for the same people; empty for nobody. */
  readonly who: string
}

/** From the first beginning to the last end. */
export function rangeOf(stretches: readonly Interval[]): Interval {
  let [first, last] = [Infinity, -Infinity]
  for (const { start, end } of stretches) {
    first = Math.min(first, start)
    last = Math.max(last, end)
  }
  return first < last ? { start: first, end: last } : { start: 0, end: 0 }
}

/** People as one word, whatever their order. */
export function wordFor(people: readonly string[]): string {
  const [only = '', ...more] = people
  return more.length === 0 ? only : [...new Set(people)].sort().join('\0')
}

/** The people of such a word. */
export function peopleIn(who: string): readonly string[] {
  return who === '' ? [] : who.split('\0')
}

/** Everybody who is on call within an interval, piece by piece, without gaps. */
export function piecesOf(stretches: readonly Stretch[], within: Interval): Piece[] {
  const edges: { at: number; person: string; by: 1 | -1 }[] = []
  for (const { start, end, people } of stretches) {
    if (end <= within.start || start >= within.end || start >= end) continue
    for (const person of people) {
      edges.push({ at: Math.max(start, within.start), person, by: 1 })
      edges.push({ at: Math.min(end, within.end), person, by: -1 })
    }
  }
  edges.sort((a, b) => a.at - b.at)
  const count = new Map<string, number>()
  const pieces: Piece[] = []
  let from = within.start
  const upTo = (end: number): void => {
    if (end > from) add(pieces, pieceOf(from, end, wordFor([...count.keys()])))
    from = Math.max(from, end)
  }
  for (const { at, person, by } of edges) {
    upTo(at)
    const left = (count.get(person) ?? 0) + by
    if (left === 0) count.delete(person)
    else count.set(person, left)
  }
  upTo(within.end)
  return pieces
}

/** As much of pieces as lies in sorted, disjoint intervals. */
export function piecesWithin(pieces: readonly Piece[], open: readonly Interval[]): Piece[] {
  const cut: Piece[] = []
  let first = 0
  for (const { start, end } of open) {
    while ((pieces[first]?.end ?? Infinity) <= start) first += 1
    for (let i = first; i < pieces.length; i += 1) {
      const piece = pieces[i]
      if (piece === undefined || piece.start >= end) break
      add(cut, pieceOf(Math.max(piece.start, start), Math.min(piece.end, end), piece.who))
    }
  }
  return cut
}

/** Pieces with only some of the people in them; where others are on call there is nobody. */
export function piecesOfThese(pieces: readonly Piece[], who: ReadonlySet<string>): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    add(all, pieceOf(piece.start, piece.end, who.has(piece.who) ? piece.who : ''))
  }
  return all
}

function pieceOf(start: number, end: number, who: string): Piece {
  return { start, end, who, people: peopleIn(who) }
}

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last !== undefined && last.end === piece.start && last.who === piece.who) {
    pieces[pieces.length - 1] = { ...last, end: piece.end }
  } else {
    pieces.push(piece)
  }
}
