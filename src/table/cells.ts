/** The rows of a table: CSV with commas, semicolons or tabs, a table in Markdown, or a list of dates and names. */
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
  const rows = RULE.test(text) ? markdownRows(text) : (listed(text) ?? separated(text))
  if (!Array.isArray(rows)) return rows
  if (rows.length > MOST_ROWS) return { message: `over ${MOST_ROWS} rows are no rota` }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** The line of dashes below the heading of a table in Markdown. */
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$/m

/** The year that stands in the heading above a table or a list, where one does. */
export function yearAbove(text: string): number | undefined {
  if (!/^[ \t]*#/m.test(text)) return undefined
  const lines = text.split(/\r\n|\n|\r/)
  const rule = lines.findIndex((line) => RULE.test(line) || itemOf(line) !== undefined)
  const heading = lines.slice(0, Math.max(rule, 0)).findLast((line) => /^[ \t]*#/.test(line))
  const years = heading?.match(/\b20\d\d\b/g) ?? []
  return years.length === 1 ? Number(years[0]) : undefined
}

/** The first table of a Markdown text, without the line of dashes. */
function markdownRows(text: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/)
  const rule = lines.findIndex((line) => RULE.test(line))
  const known = new Set(
    lines.flatMap((line) => /^[ \t]*\[([^\]]+)\]:/.exec(line)?.[1]?.toLowerCase() ?? []),
  )
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
      .map((cell) => plain(cell.replaceAll('\\|', '|'), known))
    rows.push({ line: i + 1, cells })
  }
  return rows
}

/** A cell of Markdown without its marks: bold, code, links; `known` are those that are said elsewhere. */
function plain(cell: string, known: ReadonlySet<string> = new Set()): string {
  return cell
    .replaceAll(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/\[([^\]]*)\]/g, (whole, words: string) =>
      known.has(words.toLowerCase()) ? words : whole,
    )
    .replaceAll(/[*`~]+|<br\s*\/?>|(?<=^|\s)_+|_+(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What a date begins with, be there a weekday before it. */
const DATE =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i

/** Of a date no comma but the one before a year, and nothing that parts the cells of a table. */
const WHEN = /^(?:[^|;\t,]|, ?(?=\d{4}\b)){1,60}$/

/** Longer than a date and a name. */
const LONGEST_ITEM = 300

/** The rows of a list in which each line says when, and who; undefined where it is none. */
function listed(text: string): Row[] | undefined {
  const lines = text.split(/\r\n|\n|\r/)
  const rows = lines.flatMap((line, i): Row[] => {
    const cells = itemOf(line)
    return cells === undefined ? [] : [{ line: i + 1, cells }]
  })
  const dated = lines.filter((line) => /\d/.test(line) && !/^[ \t]*[#(]/.test(line))
  return rows.length > 1 && rows.length * 2 > dated.length ? rows : undefined
}

/** `* December 7: @ben`, `30 November - 6 December: Ann`, `- Dec 21 - Ben`: when, and who. */
function itemOf(line: string): readonly [string, string] | undefined {
  if (line.length > LONGEST_ITEM) return undefined
  const bullet = /^\s*(?:[-*+•]|\d+[.)])\s+/.exec(line)?.[0]
  if (bullet === undefined && !line.includes(': ')) return undefined
  const whole = plain(bullet === undefined ? line : line.slice(bullet.length))
  const body = DATE.test(whole) ? whole : plain(line)
  if (!DATE.test(body)) return undefined
  const [, when = '', who = ''] =
    /^([^:]*(?::\S[^:]*)*): +(.+)$/.exec(body) ??
    (bullet === undefined ? [] : (/^(.+) [-–—] (.+)$/.exec(body) ?? []))
  return WHEN.test(when) && who !== '' ? [when, who] : undefined
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
