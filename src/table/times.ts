/** The times of the rows of a table: when each begins and ends, or why that cannot be, or is odd. */
import { DAY } from '../time/instant.ts'
import { dayOfWall, writeDay, type Day, type Wall } from '../time/wall.ts'
import type { Row, TableFault } from './cells.ts'
import type { Columns } from './columns.ts'
import { readClock, TWO_WAYS, wallOf, type DateOrder, type When } from './dates.ts'
import { readSpan } from './spans.ts'

/** How the dates of a table are to be read. */
export interface Dating {
  readonly order?: DateOrder
  /** The time of day of dates that have none. */
  readonly handoff: number
  /** Dates without a year are near to it. */
  readonly today: Day
}

/** A row, and when it begins and ends, where that is said. */
export interface Timed {
  readonly row: Row
  readonly from: Beginning
  readonly to?: Beginning
}

/** A time on the wall, or an instant where the table fixes it. */
export interface Beginning {
  readonly wall: Wall
  readonly offset?: number
  /** A date alone, and so the whole of that day where it is an end. */
  readonly isDate: boolean
}

/**
 * When each row begins and ends. A row without a date goes with the one above it where it is of another rotation; else
 * it may stand at the end of the table only.
 */
export function timesOf(
  body: readonly Row[],
  columns: Columns,
  { order: wished, handoff, today }: Dating,
): Timed[] | TableFault {
  const order = wished ?? columns.order
  const timed: Timed[] = []
  let near = today
  let withoutDate: Row | undefined
  for (const row of body) {
    const cell = row.cells[columns.start] ?? ''
    const span = readSpan(cell, order, near)
    if (span === TWO_WAYS) return twoWays(row, cell)
    if (span === undefined) {
      if (!namesSomebody(row, columns)) continue
      const above = timed.at(-1)
      const role = columns.rotation === undefined ? '' : (row.cells[columns.rotation] ?? '')
      if (cell === '' && role !== '' && above !== undefined) {
        timed.push({ ...above, row })
        continue
      }
      if (cell === '') {
        withoutDate ??= row
        continue
      }
      const kind = dateLike(cell)
      const why = kind
        ? `there is no such ${kind}`
        : 'expected one such as 2026-11-30, as in the rows before'
      return { line: row.line, message: `'${cell}' is no date: ${why}` }
    }
    if (withoutDate !== undefined) {
      return { line: withoutDate.line, message: 'this row names somebody, and has no date' }
    }
    near = span.from.day
    const endCell = columns.end === undefined ? '' : (row.cells[columns.end] ?? '')
    const end = endCell === '' ? undefined : readSpan(endCell, order, near)
    if (end === TWO_WAYS) return twoWays(row, endCell)
    if (endCell !== '' && end === undefined) {
      return { line: row.line, message: `'${endCell}' is no date: expected one such as 2026-12-07` }
    }
    const from = withClock(span.from, row, columns.startTime)
    const last = end?.from ?? span.to
    const endsByClock = columns.endTime !== undefined
    const to =
      last === undefined && !endsByClock
        ? undefined
        : withClock(lastDayOf(last ?? span.from), row, columns.endTime)
    const ends = to === undefined && span.from.last !== undefined ? lastDayOf(span.from) : to
    const begins = beginningOf(from, handoff)
    const over = ends === undefined ? undefined : beginningOf(ends, handoff)
    timed.push({
      row,
      from: begins,
      ...(over !== undefined && { to: last === undefined ? overNight(begins, over) : over }),
    })
  }
  return timed.length === 0 ? { message: 'no row has a date' } : timed
}

/** Sentences on rows whose dates alone are out of an order in which all others are: slips, most likely. */
export function outOfOrder(timed: readonly Timed[]): string[] {
  const walls = timed.map(({ from }) => from.wall)
  const steps = walls.slice(1).map((wall, i) => Math.sign(wall - (walls[i] ?? wall)))
  const way = Math.sign(steps.reduce((sum, step) => sum + step, 0))
  const against = steps.filter((step) => step === -way).length
  if (walls.length < 4 || way === 0 || against > Math.max(1, walls.length / 10)) return []
  const isRight = (a: number, b: number): boolean => {
    const [first, second] = [walls[a], walls[b]]
    return first === undefined || second === undefined || (second - first) * way >= 0
  }
  return timed.flatMap(({ row, from }, i) => {
    const isOdd =
      isRight(i - 1, i + 1) &&
      ((!isRight(i - 1, i) && !isRight(i - 2, i)) || (!isRight(i, i + 1) && !isRight(i, i + 2)))
    if (!isOdd) return []
    const day = writeDay(dayOfWall(from.wall))
    return [`Line ${row.line} says ${day}, out of the order of all others: is its date right?`]
  })
}

/** What is said of rows behind the last date, which are left out. */
export function undated(body: readonly Row[], columns: Columns, timed: readonly Timed[]): string[] {
  const last = timed.at(-1)?.row.line ?? 0
  const rows = body.filter((row) => row.line > last && namesSomebody(row, columns))
  const [first] = rows
  if (first === undefined) return []
  const which =
    rows.length === 1 ? `Line ${first.line} has` : `The rows from line ${first.line} on have`
  return [`${which} no date, and no turn is made of it.`]
}

function namesSomebody({ cells }: Row, { names }: Columns): boolean {
  return names.some((column) => (cells[column] ?? '') !== '')
}

/** What a text looks like that is no date. */
function dateLike(cell: string): 'day' | 'week' | undefined {
  if (/^\D*\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/.test(cell)) return 'day'
  return /^\d{4}[ -]?W\d\d$/i.test(cell) ? 'week' : undefined
}

/** The end of a shift of which no more than the time of day is said: the next such time after its beginning. */
function overNight(from: Beginning, to: Beginning): Beginning {
  return to.isDate || to.wall > from.wall ? to : { ...to, wall: to.wall + DAY }
}

/** A day itself, or the last one of a week or a month. */
function lastDayOf({ last, ...when }: When): When {
  return last === undefined ? when : { ...when, day: last }
}

function withClock(when: When, row: Row, column: number | undefined): When {
  if (column === undefined || when.time !== undefined) return when
  const time = readClock(row.cells[column] ?? '')
  return time === undefined ? when : { ...when, time }
}

function beginningOf(when: When, handoff: number): Beginning {
  const { offset, time } = when
  return {
    wall: wallOf(when, handoff),
    isDate: time === undefined,
    ...(offset !== undefined && { offset }),
  }
}

function twoWays({ line }: Row, cell: string): TableFault {
  return {
    line,
    message: `'${cell}' can be read in two ways: say which number is the month with --dates dmy or --dates mdy`,
  }
}
