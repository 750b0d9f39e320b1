/** A rotation in the picture: one line, or as many as there are people on call at once. */
import stringWidth from 'fast-string-width'
import type { Interval } from '../time/interval.ts'
import { touches } from '../time/interval.ts'
import type { Shift } from '../timeline/shifts.ts'
import { columnAt, intervalOf, type Frame } from './frame.ts'
import type { Glyphs } from './glyphs.ts'
import type { Paint } from './paint.ts'
import { nameWithin, type PeopleMarks } from './people-marks.ts'

/** What is to be seen of a rotation. */
export interface Lane {
  readonly shifts: readonly Shift[]
  readonly gaps: readonly Interval[]
}

/** A stretch of a line: somebody's time, somebody else's where one person was asked for, or nobody's. */
export interface Piece extends Interval {
  readonly kind: 'person' | 'other' | 'gap'
  /** The id; empty where it is nobody. */
  readonly person: string
  /** Whether an override put them there. */
  readonly override: boolean
  /** Whether it goes on with the person of the piece before. */
  readonly goesOn?: true
}

/** What a lane is drawn with. */
export interface Pens {
  readonly glyphs: Glyphs
  readonly paint: Paint
  readonly marks: PeopleMarks
}

/** The lines of a rotation: people who are on call at once are below each other. */
export function linesOf({ shifts, gaps }: Lane): Piece[][] {
  const lines: Piece[][] = [gaps.map(gapPiece)]
  for (const shift of shifts) {
    shift.people.forEach((id, place) => put((lines[place] ??= []), pieceOf(shift, id)))
  }
  return lines.map(sorted)
}

/** The one line of a rotation in which only one person counts. */
export function lineOfOne({ shifts, gaps }: Lane, person: string): Piece[] {
  const line: Piece[] = gaps.map(gapPiece)
  for (const shift of shifts) {
    const piece = pieceOf(shift, person)
    put(line, shift.people.includes(person) ? piece : { ...piece, kind: 'other', override: false })
  }
  return sorted(line)
}

function gapPiece({ start, end }: Interval): Piece {
  return { start, end, kind: 'gap', person: '', override: false }
}

function pieceOf(shift: Shift, person: string): Piece {
  const override = shift.overrides.some(({ people }) => people.includes(person))
  return { start: shift.start, end: shift.end, kind: 'person', person, override }
}

/** Adds a piece; where the person goes on, be it by a turn of their own again, nothing was handed over. */
function put(line: Piece[], piece: Piece): void {
  const last = line.at(-1)
  const goesOn =
    last?.end === piece.start && last.kind === piece.kind && last.person === piece.person
  if (last === undefined || !goesOn) line.push(piece)
  else if (last.override === piece.override) line[line.length - 1] = { ...last, end: piece.end }
  else line.push({ ...piece, goesOn: true })
}

function sorted(line: readonly Piece[]): Piece[] {
  return [...line].sort((a, b) => a.start - b.start)
}

/** A character of a line: the piece that it shows, or that there are several; undefined where there is nothing. */
type Cell = Piece | 'several' | undefined

/** The text of a line, as wide as the frame. */
export function drawLine(line: readonly Piece[], frame: Frame, pens: Pens): string {
  const within = intervalOf(frame)
  const cells = cellsOf(
    line.filter((piece) => touches(piece, within)),
    frame,
  )
  let text = ''
  const begun = new Set<Piece>()
  for (let from = 0; from < cells.length;) {
    const cell = cells[from]
    let to = from + 1
    while (to < cells.length && cells[to] === cell) to += 1
    const begins =
      typeof cell === 'object' &&
      cell.goesOn !== true &&
      cell.start >= within.start &&
      !begun.has(cell)
    if (typeof cell === 'object') begun.add(cell)
    text += drawRun(cell, to - from, begins, pens)
    from = to
  }
  return text
}

function cellsOf(pieces: readonly Piece[], frame: Frame): Cell[] {
  const cells = Array<Cell>(frame.days * frame.cells).fill(undefined)
  const brief: { piece: Piece; column: number }[] = []
  const alone = new Set<Piece>()
  for (const piece of pieces) {
    const start = columnAt(frame, piece.start)
    const end = columnAt(frame, piece.end)
    const [from, to] = [Math.round(start), Math.round(end)]
    cells.fill(piece, from, to)
    if (to - from === 1) alone.add(piece)
    if (from >= to) {
      const column = Math.min(Math.floor((start + end) / 2), cells.length - 1)
      brief.push({ piece, column })
    }
  }
  // What is shorter than half a character is shown nevertheless, unless it would hide something else whole.
  for (const { piece, column } of brief) {
    const there = cells[column]
    const free = there === undefined || (there !== 'several' && !alone.has(there))
    cells[column] = free || piece.kind === 'gap' ? piece : 'several'
    alone.add(piece)
  }
  return cells
}

function drawRun(cell: Cell, width: number, begins: boolean, pens: Pens): string {
  const { glyphs, paint, marks } = pens
  if (cell === undefined) return ' '.repeat(width)
  if (cell === 'several') return paint.faint(glyphs.several.repeat(width))
  if (cell.kind === 'other') return paint.faint(glyphs.other.repeat(width))
  if (cell.kind === 'gap') {
    const word = width < 8 ? '' : `${glyphs.gap}nobody`
    return paint.error(word + glyphs.gap.repeat(width - word.length))
  }
  const fill = cell.override ? glyphs.override : glyphs.turn
  const mark = marks.get(cell.person)
  if (mark === undefined) return fill.repeat(width)
  const brush = paint.person(mark.number)
  if (width === 1) return brush(mark.mark.charAt(0))
  // Whatever an override gave shows its sign, however little room there is.
  if (width === 2) return brush(cell.override ? mark.mark.charAt(0) + fill : mark.mark)
  if (width === 3 && cell.override) return brush(mark.mark + fill)
  const name = nameWithin(mark, cell.override ? width - 2 : width - 1)
  const rest = fill.repeat(width - 1 - stringWidth(name))
  return brush((begins ? glyphs.handoff : fill) + name + rest)
}
