/** A table of dates and names, read: who is on call when, a rotation for each column of names. Pure. */
import { DAY, WEEK } from '../time/instant.ts'
import { dayOf } from '../time/wall.ts'
import { zoneNamed, type Zone } from '../time/zone.ts'
import { usualOf } from '../model/counts.ts'
import { groupBy } from '../model/group.ts'
import type { Brought, BroughtRotation } from '../patterns/brought.ts'
import { NamedPeople } from '../patterns/named-people.ts'
import type { Stretch } from '../patterns/stretch.ts'
import { rowsOf, yearAbove, type TableFault } from './cells.ts'
import { columnsOf, withoutTitle, type Columns } from './columns.ts'
import { outOfOrder, timesOf, undated, type Beginning, type Dating } from './times.ts'

/** How a table is to be read. */
export interface TableReading extends Dating {
  /** What it is called: `rota.csv`. */
  readonly from: string
  /** Whose clock its times are of. */
  readonly zone: Zone
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
  const starts = [...new Set(sorted.map(({ from }) => at(from)))]
  const nextOf = new Map(starts.map((start, i) => [start, starts[i + 1]]))
  const walls = [...new Set(sorted.map(({ from }) => from.wall))]
  const gaps = walls.slice(1).map((wall, i) => wall - (walls[i] ?? wall))
  const usual = usualOf(gaps) ?? WEEK
  const stretches: Stretch[] = []
  for (const { line, from, to, people } of sorted) {
    const start = at(from)
    const end =
      to === undefined ? (nextOf.get(start) ?? at(from, usual)) : at(to, to.isDate ? extra : 0)
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
