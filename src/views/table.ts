/** Tables for people: columns as wide as they must be, on lines as long as they may be. */
import stringWidth from 'fast-string-width'
import { clean } from './clean.ts'
import { plain, type Brush, type Paint } from './paint.ts'

/** A column of a table, and what of it may go where a line would be too long. */
export interface Column {
  readonly title: string
  /** May be cut to so many characters where a line would be too long, the last such column first. */
  readonly least?: number
  /** May be left out where cutting is not enough, 1 before 2; a column with 1 even before anything is cut. */
  readonly spare?: 1 | 2
  readonly align?: 'right'
}

/** A cell: its text (cleaned here) and how it looks. */
export type Cell = string | { readonly text: string; readonly brush: Brush }

interface Sized extends Column {
  readonly index: number
  readonly width: number
}

const GAP = '  '

/**
 * A table on lines of at most `width` characters. Where even cut short it does not fit, each row becomes a small
 * block with a line a cell.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint = plain,
): string {
  const texts = rows.map((row) => row.map((cell) => clean(textOf(cell))))
  const natural = columns.map((column, index): Sized => {
    let widest = stringWidth(column.title)
    for (const row of texts) widest = Math.max(widest, stringWidth(row[index] ?? ''))
    return { ...column, index, width: widest }
  })
  const fitted = fit(natural, width)
  if (fitted === undefined) return blocks(columns, rows, width, paint)
  const line = (cells: readonly string[], brush: (index: number) => Brush): string =>
    fitted
      .map(({ index, align, width: most }) => {
        const text = shorten(cells[index] ?? '', most)
        const space = ' '.repeat(Math.max(0, most - stringWidth(text)))
        const brushed = text === '' ? '' : brush(index)(text)
        return align === 'right' ? space + brushed : brushed + space
      })
      .join(GAP)
      .trimEnd()
  const head = columns.some(({ title }) => title !== '')
    ? [
        line(
          columns.map(({ title }) => title),
          () => paint.faint,
        ),
      ]
    : []
  const body = texts.map((cells, i) => line(cells, (index) => brushOf(rows[i]?.[index] ?? '')))
  return [...head, ...body].map((text) => `${text}\n`).join('')
}

/** Cuts a text to so many characters of width, with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** The columns with which a line fits; undefined where there is no way. */
function fit(natural: readonly Sized[], width: number): readonly Sized[] | undefined {
  if (excess(natural, width) <= 0) return natural
  const first = natural.filter(({ spare }) => spare !== 1)
  const second = first.filter(({ spare }) => spare !== 2)
  return [narrowed(first, width), narrowed(second, width)].find(
    (columns) => excess(columns, width) <= 0,
  )
}

function narrowed(columns: readonly Sized[], width: number): Sized[] {
  let over = excess(columns, width)
  return columns
    .toReversed()
    .map((column) => {
      const cut = Math.max(0, Math.min(over, column.width - (column.least ?? column.width)))
      over -= cut
      return { ...column, width: column.width - cut }
    })
    .reverse()
}

/** How many characters a line is too long. */
function excess(columns: readonly Sized[], width: number): number {
  return columns.reduce((sum, each) => sum + each.width, GAP.length * (columns.length - 1)) - width
}

function blocks(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): string {
  const label = Math.max(...columns.map(({ title }) => stringWidth(title)))
  const indent = label === 0 ? 0 : label + GAP.length
  return rows
    .map((row) =>
      columns
        .map(({ title }, i) => ({ title, cell: row[i] ?? '' }))
        .filter(({ cell }) => textOf(cell) !== '')
        .map(({ title, cell }) => {
          const text = shorten(clean(textOf(cell)), Math.max(1, width - indent))
          return `${paint.faint(title.padEnd(indent))}${brushOf(cell)(text)}\n`
        })
        .join(''),
    )
    .join('\n')
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function brushOf(cell: Cell): Brush {
  return typeof cell === 'string' ? plain.strong : cell.brush
}
