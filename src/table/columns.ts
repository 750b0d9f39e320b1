/** Which column of a table says what, found by what stands in it; its heading has a say where that leaves a doubt. */
import type { Day } from '../time/wall.ts'
import type { Row, TableFault } from './cells.ts'
import { readClock, type DateOrder } from './dates.ts'
import { readSpan } from './spans.ts'

/** The columns of a table, by their number from 0. */
export interface Columns {
  readonly start: number
  readonly end?: number
  /** Times of day that stand in columns of their own. */
  readonly startTime?: number
  readonly endTime?: number
  /** Whose text parts the rows into rotations. */
  readonly rotation?: number
  /** Who is on call, one rotation each. */
  readonly names: readonly number[]
  /** The row above the rows of dates, if there is one. */
  readonly heading?: readonly string[]
  readonly order?: DateOrder
}

/** Headings of columns that say who, and of those that say something else. */
const WHO =
  /on.?call|primary|secondary|\bwho\b|name|person|people|engineer|assignee|responder|user|owner/i
const NOT_WHO =
  /note|comment|why|reason|status|e-?mail|phone|slack|\bweek\b|\bkw\b|^day|#|zone|^tz$|hours|link|url|override|duration|length|local|layer|turn/i
const ROTATION = /^(rotation|schedule|role|team|shift|queue|service)s?$/i
const END = /\b(end|ends|to|until|till|last|through|bis|finish)\b/i

/** Rows without those above them all that say one thing: the title of the table. */
export function withoutTitle(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  return first <= 0 || rows.length - first < 2 ? rows : rows.slice(first)
}

/** The columns of rows, or why that is no table of dates and names. */
export function columnsOf(
  rows: readonly Row[],
  wished: DateOrder | undefined,
  near: Day,
): Columns | TableFault {
  const [first] = rows
  if (first === undefined) return { message: 'there is nothing in it' }
  const longest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const width = Math.min(200, longest)
  const columns = Array.from({ length: width }, (_, i) => i)
  const order = wished ?? orderIn(rows)
  const isDate = (cell: string): boolean => readSpan(cell, order, near) !== undefined
  if (isGrid(rows, isDate)) {
    return {
      line: first.line,
      message:
        'this is a grid with a column for each date: turn it into rows of a date and who is on call',
    }
  }
  const hasHeading = !first.cells.some(isDate)
  const body = hasHeading ? rows.slice(1) : rows
  const heading = hasHeading ? first.cells : undefined
  const share = (column: number, test: (cell: string) => boolean): number => {
    const cells = body.map(({ cells: all }) => all[column] ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const dated = columns.filter((column) => share(column, isDate) >= 0.6)
  const clocks = columns.filter(
    (column) =>
      !dated.includes(column) && share(column, (cell) => readClock(cell) !== undefined) >= 0.8,
  )
  const canName = (column: number): boolean => {
    const title = heading?.[column] ?? ''
    if (clocks.includes(column) || ROTATION.test(title)) return false
    if (NOT_WHO.test(title) && !WHO.test(title)) return false
    return share(column, isName) >= 0.6
  }
  // April, May and Jan are people too: beside dates with numbers, where that is said or nobody else is named.
  const words = dated.filter((column) => share(column, (cell) => /\d/.test(cell)) === 0)
  const isNobodyElse = !columns.some((column) => !dated.includes(column) && canName(column))
  const people = words.filter(
    (column) => words.length < dated.length && (isNobodyElse || isWho(heading?.[column])),
  )
  const dates = dated.filter((column) => !people.includes(column))
  const [start, second] = dates
  if (start === undefined) {
    return {
      line: first.line,
      message: `no column has dates in most of its rows: expected dates such as 2026-11-30, or weeks such as 2026-W48`,
    }
  }
  const end =
    second !== undefined && isEnd(second, heading, body, start, order, near) ? second : undefined
  const names = columns.filter((column) => !dates.includes(column) && canName(column))
  // Remarks stand beside a few rows, and names beside most.
  const filled = (column: number): boolean =>
    WHO.test(heading?.[column] ?? '') ||
    body.filter(({ cells }) => (cells[column] ?? '') !== '').length * 2 >= body.length
  if (names.some(filled)) names.splice(0, names.length, ...names.filter(filled))
  // Where both stand side by side, as `rotate shifts --format csv` has them, names say more than ids.
  const [ids, full] = ['people', 'names'].map((title) => heading?.indexOf(title) ?? -1)
  if (ids !== undefined && full !== undefined && ids >= 0 && full >= 0) {
    names.splice(0, names.length, full)
  }
  const addresses = columns.filter(
    (column) => share(column, (cell) => /^\S+@\S+$/.test(cell)) > 0.6,
  )
  const who = names.filter((column) => !addresses.includes(column) || names.length === 1)
  const chosen = who.length > 0 ? who : addresses.slice(0, 1)
  if (chosen.length === 0) {
    return { line: first.line, message: 'no column has names in it' }
  }
  const rotation = columns.find((column) => ROTATION.test(heading?.[column] ?? ''))
  const [startTime, endTime] = clocks
  return {
    start,
    names: chosen,
    ...(end !== undefined && { end }),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(rotation !== undefined && { rotation }),
    ...(heading !== undefined && { heading }),
    ...(order !== undefined && { order }),
  }
}

/** Whether dates stand beside each other above the rows, and none in them. */
function isGrid([first, ...others]: readonly Row[], isDate: (cell: string) => boolean): boolean {
  const [corner = '', ...above] = first?.cells ?? []
  return (
    others.length > 0 &&
    !isDate(corner) &&
    above.filter(isDate).length > 1 &&
    !others.some(({ cells }) => cells.some(isDate))
  )
}

function isWho(title = ''): boolean {
  return WHO.test(title) && !/month/i.test(title)
}

/** `Mon`, `Tues.`, `Fridays`; Monika and Sunny are people. */
const DAY_NAME = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?$/i

/** `v2.4`, `25.2.0-rc2` */
const VERSION = /^v?\d+(?:\.\d+)+(?:[-+.]\S*)?$|^v\d+$/i

/** Whether a cell can be a name: some letters, and not too many of them. */
function isName(cell: string): boolean {
  if (DAY_NAME.test(cell) || VERSION.test(cell) || /^https?:\/\/\S+$/i.test(cell)) return false
  return cell.length <= 80 && /\p{L}|^[-–—?]$/u.test(cell)
}

/** A second date ends what the first begins, where it says so or never lies before it. */
function isEnd(
  column: number,
  heading: readonly string[] | undefined,
  body: readonly Row[],
  start: number,
  order: DateOrder | undefined,
  near: Day,
): boolean {
  if (END.test(heading?.[column] ?? '')) return true
  return body.every(({ cells }) => {
    const [from, to] = [start, column].map((each) => readSpan(cells[each] ?? '', order, near))
    if (typeof from !== 'object' || typeof to !== 'object') return true
    return to.from.day >= from.from.day
  })
}

/** Which number is the month, where dates say so that can be read in one way only. */
function orderIn(rows: readonly Row[]): DateOrder | undefined {
  let [dmy, mdy] = [false, false]
  for (const { cells } of rows) {
    for (const cell of cells) {
      for (const [, a, b] of cell.matchAll(
        /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?!\d)/g,
      )) {
        if (Number(a) > 12 && Number(b) <= 12) dmy = true
        if (Number(b) > 12 && Number(a) <= 12) mdy = true
      }
    }
  }
  return dmy === mdy ? undefined : dmy ? 'dmy' : 'mdy'
}
