/** `rotate shifts`: the list, as a table, CSV or Markdown. */
import { sayElapsed } from '../time/words.ts'
import { writeWall } from '../time/wall.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'
import { csvCell, markdownCell } from './clean.ts'
import { ClockChanges, sayZone, type Look } from './look.ts'
import { nameAll, sayWhy } from './names.ts'
import { table, type Cell } from './table.ts'

export function sayShifts(workspace: Workspace, shifts: readonly Shift[], look: Look): string {
  if (shifts.length === 0) return `No shifts in this time.\n${sayZone(look)}\n`
  const clock = new ClockChanges(look)
  const rows = shifts.map((shift): Cell[] => {
    const current = shift.start <= look.now && look.now < shift.end
    const name = nameAll(workspace, shift.people)
    return [
      clock.say(shift.start),
      shift.end === Infinity ? 'without end' : clock.say(shift.end),
      { text: sayElapsed(shift.end - shift.start), brush: look.paint.faint },
      shift.rotation.id,
      current ? { text: name, brush: look.paint.strong } : name,
      { text: sayWhy(shift), brush: look.paint.faint },
    ]
  })
  const columns = [
    { title: 'START' },
    { title: 'END' },
    { title: 'LENGTH' },
    { title: 'ROTATION', flexible: true as const },
    { title: 'ON CALL', flexible: true as const },
    { title: 'WHY', flexible: true as const },
  ]
  return `${table(columns, rows, look.width, look.paint)}\n${clock.explain()}${sayZone(look)}\n`
}

const HEADINGS = ['start', 'end', 'rotation', 'people', 'names', 'layer', 'turn', 'why']

/** Times are the viewer's wall clock, named in the heading. */
export function shiftsCsv(workspace: Workspace, shifts: readonly Shift[], { zone }: Look): string {
  const [start, end, ...rest] = HEADINGS
  const head = [`${start} (${zone.name})`, `${end} (${zone.name})`, ...rest]
  const rows = shifts.map((shift) => cells(workspace, shift, zone))
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

export function shiftsMarkdown(workspace: Workspace, shifts: readonly Shift[], look: Look): string {
  const clock = new ClockChanges(look)
  const rows = shifts.map((shift) => [
    clock.say(shift.start),
    shift.end === Infinity ? '' : clock.say(shift.end),
    shift.rotation.id,
    nameAll(workspace, shift.people),
    sayWhy(shift),
  ])
  const head = [`Start (${look.zone.name})`, 'End', 'Rotation', 'On call', 'Why']
  return `${markdownRow(head)}|${' --- |'.repeat(head.length)}\n${rows.map(markdownRow).join('')}`
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
