/** `rotate shifts`: the list, as a table, CSV or Markdown. */
import type { Interval } from '../time/interval.ts'
import { sayElapsed } from '../time/words.ts'
import { writeWall } from '../time/wall.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'
import { csvCell, markdownCell, markdownLine } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameAll, sayWhy } from './names.ts'
import { plain } from './paint.ts'
import { table, type Cell } from './table.ts'
import { sayUnknown } from './unknown.ts'

/** The answer of `rotate shifts`. */
export interface Shifts {
  readonly workspace: Workspace
  readonly within: Interval
  readonly shifts: readonly Shift[]
  /** Ids of rotations that cannot be answered for. */
  readonly unknown: readonly string[]
}

/** The list as a table. */
export function sayShifts({ workspace, shifts, unknown }: Shifts, look: Look): string {
  const clock = new Clock(look)
  const rows = shifts.map((shift): Cell[] => {
    const current = shift.start <= look.now && look.now < shift.end
    const name = nameAll(workspace, shift.people)
    return [
      clock.say(shift.start),
      shift.end === Infinity ? 'without end' : clock.say(shift.end),
      {
        text: shift.end === Infinity ? '' : sayElapsed(shift.end - shift.start),
        brush: look.paint.faint,
      },
      shift.rotation.id,
      current ? { text: name, brush: look.paint.strong } : name,
      { text: sayWhy(shift), brush: look.paint.faint },
    ]
  })
  const columns = [
    { title: 'START' },
    { title: 'END' },
    { title: 'LENGTH', spare: 1 as const },
    { title: 'ROTATION', least: 8 },
    { title: 'ON CALL', least: 12 },
    { title: 'WHY', least: 14, spare: 2 as const },
  ]
  const list = rows.length === 0 ? '' : table(columns, rows, look.width, look.paint)
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
export function shiftsMarkdown({ workspace, shifts, unknown }: Shifts, look: Look): string {
  const clock = new Clock({ ...look, paint: plain, width: Infinity })
  const rows = shifts.map((shift) => [
    clock.sayFull(shift.start),
    shift.end === Infinity ? 'without end' : clock.sayFull(shift.end),
    shift.rotation.id,
    nameAll(workspace, shift.people),
    sayWhy(shift),
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
