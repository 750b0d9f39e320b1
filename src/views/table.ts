/**
 * Tables for people: columns as wide as they must be. Where a line would be too long a table gives way in the order that
 * it has decided itself. Nothing is ever cut, and no name broken.
 */
import stringWidth from 'fast-string-width'
import { blocks } from './blocks.ts'
import { clean } from './clean.ts'
import { fitted, GAP, type Column, type Layout, type Narrower } from './narrower.ts'
import { plain, type Brush, type Paint } from './paint.ts'
import { broken, shown, widestPart, wrap } from './wrap.ts'

/** What a table is made of. */
export interface Table<N extends string = string> {
  /** Its columns from the left, by their names: what stands above each, empty for nothing. */
  readonly columns: Readonly<Record<N, string>>
  /** Those whose cells stand at the right. */
  readonly right?: readonly N[]
  /** What gives way where a line would be too long, one after the other until it fits. */
  readonly narrower?: readonly Narrower<N>[]
}

/** A cell: its text (cleaned here; `unbroken` keeps a name in one piece) and how it looks. */
export type Cell = string | { readonly text: string; readonly brush: Brush }

/** What stands in a row, by the names of the columns. */
export type Row<N extends string = string> = Readonly<Partial<Record<N, Cell>>>

/**
 * A table on lines of at most `width` characters, without the columns in which nothing stands. Where it does not fit
 * whatever gives way, each row is a small block.
 */
export function table<N extends string>(
  { columns, right = [], narrower = [] }: Table<N>,
  rows: readonly Row<N>[],
  { width, paint = plain }: { readonly width: number; readonly paint?: Paint },
): string {
  // The keys of a record are its names.
  const all = Object.keys(columns) as N[]
  const used = all
    .map((name) => columnOf(name, columns[name], right.includes(name), rows))
    .filter(({ cells }) => cells.some(({ text }) => text !== ''))
  const layout = fitted(used, narrower, width)
  if (layout === undefined) return blocks(used, rows.length, width, paint)
  return headOf(layout, paint) + rows.map((_, i) => rowOf(layout, i, width)).join('')
}

function columnOf<N extends string>(
  name: N,
  title: string,
  isRight: boolean,
  rows: readonly Row<N>[],
): Column<N> {
  let width = stringWidth(title)
  const cells = rows.map((row) => {
    const cell = row[name] ?? ''
    const { text, brush } = typeof cell === 'string' ? { text: cell, brush: plain.strong } : cell
    const seen = clean(text)
    const own = stringWidth(seen)
    width = Math.max(width, own)
    return { text: seen, width: own, brush }
  })
  let least: number | undefined
  const leastOf = (): number =>
    cells.reduce((most, { text }) => Math.max(most, widestPart(text)), widestPart(title))
  return { name, title, isRight, cells, width, least: () => (least ??= leastOf()) }
}

function headOf({ above, row, below }: Layout, paint: Paint): string {
  const beside = (columns: readonly Column[], indent: string): string => {
    const titles = columns.flatMap(({ title }) => (title === '' ? [] : paint.faint(title)))
    return titles.length === 0 ? '' : `${indent}${titles.join(GAP)}\n`
  }
  const titles = row.map((column) => linesIn(column, titleOf(column, paint)))
  const isBare = row.every(({ title }) => title === '')
  const head = isBare ? '' : side(row, titles, indentOf(above))
  return beside(above, '') + head + beside(below, GAP)
}

function titleOf({ title }: Column, { faint }: Paint): Seen {
  return { text: title, width: stringWidth(title), brush: faint }
}

function rowOf({ above, row, below }: Layout, i: number, width: number): string {
  const cells = row.map((column) => linesIn(column, column.cells[i]))
  return (
    besides(above, i, '', width) + side(row, cells, indentOf(above)) + besides(below, i, GAP, width)
  )
}

/** A cell, or a line of it. */
type Seen = Column['cells'][number]

function linesIn({ width }: Column, cell: Seen | undefined): readonly Seen[] {
  if (cell === undefined || cell.text === '') return []
  if (cell.width <= width) return [{ ...cell, text: shown(cell.text) }]
  return broken(cell.text, width).map((text) => ({ ...cell, text, width: stringWidth(text) }))
}

/** Cells side by side, on as many lines as the highest has. */
function side(
  columns: readonly Column[],
  cells: readonly (readonly Seen[])[],
  indent: string,
): string {
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1)
  return Array.from({ length: height }, (_, at) => {
    const line = columns.map((column, k) => {
      const { text, width, brush } = cells[k]?.[at] ?? NOTHING
      const space = ' '.repeat(Math.max(0, column.width - width))
      const brushed = text === '' ? '' : brush(text)
      return column.isRight ? space + brushed : brushed + space
    })
    return `${(indent + line.join(GAP)).trimEnd()}\n`
  }).join('')
}

const NOTHING: Seen = { text: '', width: 0, brush: plain.strong }

/** Beneath what stands above it, a row stands further in. */
function indentOf(above: readonly Column[]): string {
  return above.length > 0 ? GAP : ''
}

/** The cells of a row that have a line of their own. */
function besides(columns: readonly Column[], i: number, indent: string, width: number): string {
  const cells = columns.flatMap(({ cells: all }) => all[i] ?? [])
  const said = cells.flatMap(({ text, brush }) => (text === '' ? [] : brush(text)))
  return said.length === 0 ? '' : wrap(indent + said.join(GAP), width)
}
