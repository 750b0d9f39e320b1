/** A table of dates and names, read: who is on call when, a rotation for each column of names. Pure. */
import { DAY, WEEK } from '../time/instant.ts'
import { dayOf, dayOfWall, writeDay, type Wall, type Day } from '../time/wall.ts'
import { zoneNamed, type Zone } from '../time/zone.ts'
import { usualOf } from '../model/counts.ts'
import { groupBy } from '../model/group.ts'
import type { Brought, BroughtRotation } from '../patterns/brought.ts'
import { NamedPeople } from '../patterns/named-people.ts'
import type { Stretch } from '../patterns/stretch.ts'
import { rowsOf, yearAbove, type Row, type TableFault } from './cells.ts'
import { columnsOf, readSpan, withoutTitle, type Columns } from './columns.ts'
import { readClock, TWO_WAYS, wallOf, type DateOrder, type When } from './dates.ts'

/** How a table is to be read. */
export interface TableReading {
  /** What it is called: `rota.csv`. */
  readonly from: string
  /** Whose clock its times are of. */
  readonly zone: Zone
  readonly order?: DateOrder
  /** The time of day of dates that have none. */
  readonly handoff: number
  /** Dates without a year are near to it. */
  readonly today: Day
}

/** What a table says, or what is wrong with it. */
export function readTable(text: string, asked: TableReading): Brought | TableFault {
  const all = rowsOf(text)
  if ('message' in all) return all
  const rows = withoutTitle(all)
  const year = yearAbove(text)
  const today = year === undefined ? asked.today : dayOf(year, 7, 1)
  const columns = columnsOf(rows, asked.order, today)
  if ('message' in columns) return columns
  const reading = { ...asked, today, zone: zoneIn(columns) ?? asked.zone }
  const body = columns.heading === undefined ? rows : rows.slice(1)
  const timed = timesOf(body, columns, reading)
  if ('message' in timed) return timed
  const everybody = new NamedPeople()
  // Whoever stands alone in a cell is known when two stand in another.
  for (const { row } of timed) {
    for (const column of columns.names) {
      const cell = row.cells[column] ?? ''
      if (!/[,/&+;\n]| and /.test(cell)) everybody.keyOf(cell)
    }
  }
  const entries = timed.flatMap(({ row, from, to }) => {
    const its = columns.rotation === undefined ? '' : (row.cells[columns.rotation] ?? '')
    return columns.names.map((column): Entry => {
      const title = columns.names.length > 1 || its === '' ? titleOf(columns, column) : ''
      const name = [its, title].filter((part) => part !== '').join(' ')
      const people = everybody.keysOf(row.cells[column] ?? '')
      return { name, line: row.line, from, ...(to !== undefined && { to }), people }
    })
  })
  const rotations: BroughtRotation[] = []
  for (const its of groupBy(entries, ({ name }) => name.toLowerCase()).values()) {
    const [{ name }] = its
    const stretches = stretchesOf(its, reading)
    if ('message' in stretches) return stretches
    if (stretches.length === 0) continue
    const title = isTelling(name) ? name : ''
    rotations.push({ name: title || 'on-call', stretches, zones: [reading.zone], unsaid: [] })
  }
  if (rotations.length === 0) return { message: 'no row of it names anybody' }
  const unsaid = [...outOfOrder(timed), ...undated(body, columns, timed)]
  const told = { from: reading.from, people: everybody, rotations, meetings: [] }
  return unsaid.length === 0 ? told : { ...told, unsaid }
}

/** Sentences on rows whose dates alone are out of an order in which all others are: slips, most likely. */
function outOfOrder(timed: readonly Timed[]): string[] {
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

/** The zone that stands behind the heading of the dates: `start (Europe/Berlin)`. */
function zoneIn({ heading, start }: Columns): Zone | undefined {
  const name = /\(([^()]+)\)\s*$/.exec(heading?.[start] ?? '')?.[1]
  return name === undefined ? undefined : zoneNamed(name)
}

/** The heading of a column, without how names are written in it: `Shepherd (GitHub handle)`. */
function titleOf({ heading }: Columns, column: number): string {
  return (heading?.[column] ?? '').replace(
    /\s*\([^()]*\b(?:handle|login|user ?name|name|id|github|slack)\b[^()]*\)$/i,
    '',
  )
}

/** Whether a heading is the name of something, and not a word for people. */
function isTelling(heading: string): boolean {
  return !/^(who|name|names|person|people|engineer|assignee|responder|user|owner|column \d+)$/i.test(
    heading,
  )
}

interface Timed {
  readonly row: Row
  readonly from: Beginning
  readonly to?: Beginning
}

/** A time on the wall, or an instant where the table fixes it. */
interface Beginning {
  readonly wall: Wall
  readonly offset?: number
  /** A date alone, and so the whole of that day where it is an end. */
  readonly isDate: boolean
}

/** What is said of rows behind the last date, which are left out. */
function undated(body: readonly Row[], columns: Columns, timed: readonly Timed[]): string[] {
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

/**
 * When each row begins and ends. A row without a date goes with the one above it where it is of another rotation; else
 * it may stand at the end of the table only.
 */
function timesOf(
  body: readonly Row[],
  columns: Columns,
  { order: wished, handoff, today }: TableReading,
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
      const why = looksLikeDate(cell)
        ? 'there is no such day'
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
    timed.push({
      row,
      from: beginningOf(from, handoff),
      ...(ends !== undefined && { to: beginningOf(ends, handoff) }),
    })
  }
  return timed.length === 0 ? { message: 'no row has a date' } : timed
}

function looksLikeDate(cell: string): boolean {
  return /^\D*\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/.test(cell)
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

interface Entry {
  /** Of the rotation that it is of. */
  readonly name: string
  readonly line: number
  readonly from: Beginning
  readonly to?: Beginning
  readonly people: readonly string[]
}

/** The stretches of a rotation's rows. What has no end lasts until the next begins, and the last as long as most. */
function stretchesOf(entries: readonly Entry[], { zone }: TableReading): Stretch[] | TableFault {
  const at = ({ wall, offset }: Beginning, more = 0): number =>
    offset === undefined ? zone.instantAt(wall + more) : wall - offset + more
  const sorted = [...entries].sort((a, b) => at(a.from) - at(b.from))
  const extra = isLastDayTold(sorted) ? DAY : 0
  const starts = [...new Set(sorted.map(({ from }) => from.wall))]
  const nextOf = new Map(starts.map((wall, i) => [wall, starts[i + 1]]))
  const gaps = starts.slice(1).map((wall, i) => wall - (starts[i] ?? wall))
  const usual = usualOf(gaps) ?? WEEK
  const stretches: Stretch[] = []
  for (const { line, from, to, people } of sorted) {
    const start = at(from)
    const next = nextOf.get(from.wall)
    const end =
      to === undefined
        ? at({ ...from, wall: next ?? from.wall + usual })
        : at(to, to.isDate ? extra : 0)
    if (end <= start) {
      return { line, message: 'this row ends before it begins, or as it begins' }
    }
    if (people.length > 0) stretches.push({ start, end, people })
  }
  return stretches
}

/** Whether an end that is a date alone is the last day: not where the next row begins on that very day. */
function isLastDayTold(sorted: readonly Entry[]): boolean {
  let [same, after] = [0, 0]
  for (const [i, { to }] of sorted.entries()) {
    const next = sorted[i + 1]?.from.wall
    if (to === undefined || next === undefined) continue
    if (to.wall === next) same += 1
    else after += 1
  }
  return same <= after
}
