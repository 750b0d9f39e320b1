/** `rotate shifts`: the list, as a table, CSV or Markdown. */
import type { Interval } from '../time/interval.ts'
import { sayElapsed } from '../time/words.ts'
import { writeWall } from '../time/wall.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'
import { csvCell, markdownCell, markdownLine } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameAll, sayBriefly, sayPart, sayReason, sayTurn, sayWhy, wholeNames } from './names.ts'
import { plain } from './paint.ts'
import { table, type Row, type Table } from './table.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken } from './wrap.ts'

/** The answer of `rotate shifts`. */
export interface Shifts {
  readonly workspace: Workspace
  readonly within: Interval
  readonly shifts: readonly Shift[]
  /** Ids of rotations that cannot be answered for. */
  readonly unknown: readonly string[]
  /** Whether people are told the layer and the number of each turn. */
  readonly isLong?: boolean
}

type Columns = 'start' | 'end' | 'length' | 'rotation' | 'who' | 'turn' | 'why'

/** Reasons give way before turns that somebody asked for. */
const TABLE: Table<Columns> = {
  columns: {
    start: 'START',
    end: 'END',
    length: 'LENGTH',
    rotation: 'ROTATION',
    who: 'ON CALL',
    turn: 'LAYER',
    why: 'WHY',
  },
  narrower: [
    { leave: 'length' },
    { wrap: 'why', to: 16 },
    { below: 'why' },
    { wrap: 'turn', to: 12 },
    { wrap: 'who', to: 12 },
    { below: 'turn' },
    { below: 'who' },
    { below: 'rotation' },
  ],
}

/** The list as a table. */
export function sayShifts(
  { workspace, shifts, unknown, isLong = false }: Shifts,
  look: Look,
): string {
  const clock = new Clock(look)
  const rows = shifts.map((shift): Row<Columns> => {
    const current = shift.start <= look.now && look.now < shift.end
    const name = wholeNames(workspace, shift.people)
    const { faint, strong } = look.paint
    return {
      start: unbroken(clock.say(shift.start)),
      end: unbroken(shift.end === Infinity ? 'without end' : clock.say(shift.end)),
      length:
        shift.end === Infinity ? '' : { text: sayElapsed(shift.end - shift.start), brush: faint },
      rotation: shift.rotation.id,
      who: current ? { text: name, brush: strong } : name,
      turn: { text: (isLong ? sayTurn : sayPart)(shift), brush: faint },
      why: { text: sayReason(shift), brush: faint },
    }
  })
  const columns = { ...TABLE.columns, ...(isLong && { turn: 'TURN' }) }
  const list = table({ ...TABLE, columns }, rows, look)
  const said = list + sayUnknown(unknown, look.paint) || 'No shifts in this time.\n'
  return `${said}\n${clock.explain()}`
}

const HEADINGS = ['start', 'end', 'rotation', 'people', 'names', 'layer', 'turn', 'why']

/** Times are the viewer's wall clock, named in the heading. */
export function shiftsCsv({ workspace, shifts }: Shifts, { zone }: Look): string {
  const [start, end, ...rest] = HEADINGS
  const head = [`${start} (${zone.name})`, `${end} (${zone.name})`, ...rest]
  const rows = shifts.map((shift) => cells(workspace, shift, zone))
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** The list as a table in Markdown. */
export function shiftsMarkdown(
  { workspace, shifts, unknown, isLong = false }: Shifts,
  look: Look,
): string {
  const clock = new Clock({ ...look, paint: plain, width: Infinity })
  const rows = shifts.map((shift) => [
    clock.sayFull(shift.start),
    shift.end === Infinity ? 'without end' : clock.sayFull(shift.end),
    shift.rotation.id,
    nameAll(workspace, shift.people),
    (isLong ? sayWhy : sayBriefly)(shift),
  ])
  const head = [`Start (${look.zone.name})`, 'End', 'Rotation', 'On call', 'Why']
  const notes = [...lines(clock.marks()), ...lines(sayUnknown(unknown))]
  const below = notes.map((note) => `\n${markdownLine(note)}\n`).join('')
  return `${markdownRow(head)}|${' --- |'.repeat(head.length)}\n${rows.map(markdownRow).join('')}${below}`
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(' | ')} |\n`
}

function cells(workspace: Workspace, shift: Shift, zone: Look['zone']): string[] {
  return [
    writeWall(zone.wallAt(shift.start)),
    shift.end === Infinity ? '' : writeWall(zone.wallAt(shift.end)),
    shift.rotation.id,
    shift.people.join(' '),
    nameAll(workspace, shift.people),
    shift.layer?.name ?? '',
    shift.turn === null ? '' : String(shift.turn),
    sayWhy(shift),
  ]
}
