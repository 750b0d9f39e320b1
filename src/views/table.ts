/** Tables for people: columns as wide as they must be, on lines as long as they may be. */
import stringWidth from 'fast-string-width'
import { clean } from './clean.ts'
import { plain, type Brush, type Paint } from './paint.ts'

export interface Column {
  readonly title: string
  /** May be cut short, the last such column first, where a line would be too long. */
  readonly flexible?: true
  readonly align?: 'right'
}

/** A cell: its text (cleaned here) and how it looks. */
export type Cell = string | { readonly text: string; readonly brush: Brush }

const GAP = '  '
const LEAST = 8

/**
 * A table on lines of at most `columns` characters. Where even cut short it does not fit, each row becomes a
 * small block with a line a cell.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint = plain,
): string {
  const texts = rows.map((row) => row.map((cell) => clean(textOf(cell))))
  const widths = columns.map(({ title }, i) =>
    Math.max(stringWidth(title), ...texts.map((row) => stringWidth(row[i] ?? ''))),
  )
  if (!fit(columns, widths, width)) return blocks(columns, rows, width, paint)
  const line = (cells: readonly string[], brushes: readonly Brush[]): string =>
    columns
      .map(({ align }, i) => {
        const text = shorten(cells[i] ?? '', widths[i] ?? 0)
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(text)))
        const brushed = text === '' ? '' : (brushes[i] ?? plain.strong)(text)
        return align === 'right' ? space + brushed : brushed + space
      })
      .join(GAP)
      .trimEnd()
  const head = line(
    columns.map(({ title }) => title),
    columns.map(() => paint.faint),
  )
  const body = texts.map((cells, i) => line(cells, (rows[i] ?? []).map(brushOf)))
  return [head, ...body].map((text) => `${text}\n`).join('')
}

/** Cuts a text to so many characters of width, with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Narrows the flexible columns until a line fits; says whether it does. */
function fit(columns: readonly Column[], widths: number[], width: number): boolean {
  let over = widths.reduce((sum, each) => sum + each, GAP.length * (columns.length - 1)) - width
  for (let i = columns.length - 1; i >= 0 && over > 0; i -= 1) {
    const wide = widths[i] ?? 0
    if (columns[i]?.flexible === undefined || wide <= LEAST) continue
    const cut = Math.min(over, wide - LEAST)
    widths[i] = wide - cut
    over -= cut
  }
  return over <= 0
}

function blocks(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): string {
  const label = Math.max(...columns.map(({ title }) => stringWidth(title)))
  return rows
    .map((row) =>
      columns
        .map(({ title }, i) => ({ title, cell: row[i] ?? '' }))
        .filter(({ cell }) => textOf(cell) !== '')
        .map(({ title, cell }) => {
          const text = shorten(clean(textOf(cell)), Math.max(LEAST, width - label - GAP.length))
          return `${paint.faint(title.padEnd(label))}${GAP}${brushOf(cell)(text)}\n`
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
