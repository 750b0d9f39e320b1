/** The rows of a table: CSV with commas, semicolons or tabs, or a table in Markdown. */
import { CsvError, parse } from 'csv-parse/sync'

/** A row, and the line of the file on which it begins, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** What is wrong with a table, and on which line where that is known. */
export interface TableFault {
  readonly line?: number
  readonly message: string
}

/** More than anybody keeps, and less than a minute of work. */
const MOST_ROWS = 100_000
const LONGEST_ROW = 100_000

/** The rows of a text that have anything in them, or what is wrong. */
export function rowsOf(text: string): readonly Row[] | TableFault {
  if (text.includes('\0')) return { message: 'this is no text: expected CSV, TSV or Markdown' }
  const rows = isMarkdown(text) ? markdownRows(text) : separated(text)
  if (!Array.isArray(rows)) return rows
  if (rows.length > MOST_ROWS) return { message: `over ${MOST_ROWS} rows are no rota` }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function isMarkdown(text: string): boolean {
  return /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$/m.test(text)
}

/** The first table of a Markdown text, without the line of dashes. */
function markdownRows(text: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/)
  const rule = lines.findIndex((line) => /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$/.test(line))
  const rows: Row[] = []
  for (let i = Math.max(rule - 1, 0); i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (i === rule) continue
    if (!line.includes('|')) break
    const cells = line
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
      .split(/(?<!\\)\|/)
      .map((cell) => plain(cell.replaceAll('\\|', '|')))
    rows.push({ line: i + 1, cells })
  }
  return rows
}

/** A cell of Markdown without its marks: bold, code, links. */
function plain(cell: string): string {
  return cell
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`~]+|<br\s*\/?>|(?<=^|\s)_+|_+(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function separated(text: string): Row[] | TableFault {
  try {
    // With `info` each record comes with where it was.
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    let before = 0
    return records.map(({ record, info }) => {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      const line = Math.max(before + 1, info.lines - breaks)
      before = info.lines
      return { line, cells: record }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'])
    return { ...(line > 0 && { line }), message: faultOf(error) }
  }
}

function faultOf({ code }: CsvError): string {
  return FAULTS.get(code) ?? `this is no CSV (${code})`
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quote that opens a cell is never closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'a quote stands in the middle of a cell: double it'],
  [
    'INVALID_OPENING_QUOTE',
    'a quote stands in the middle of a cell: double it, and put the cell in quotes',
  ],
  ['CSV_MAX_RECORD_SIZE', `a row has over ${LONGEST_ROW} characters`],
])

/** What parts the cells of most of the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/)
  const first = lines.filter((line) => line.trim() !== '').slice(0, 20)
  const counts = ['\t', ';', ',', '|'].map((mark) => {
    const each = first.map((line) => line.split(mark).length - 1)
    return { mark, lines: each.filter((count) => count > 0).length }
  })
  const most = Math.max(...counts.map((one) => one.lines))
  return counts.find((one) => one.lines === most)?.mark ?? ','
}
