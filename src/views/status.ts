/** `rotate status`: the overview on one screen. */
import { MINUTE } from '../time/instant.ts'
import { sayElapsed, sayTime } from '../time/words.ts'
import { writeLength } from '../time/length.ts'
import type { Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import type { Shift } from '../timeline/shifts.ts'
import type { Holder } from '../insight/holder.ts'
import { clean } from './clean.ts'
import { ClockChanges, sayZone, type Look } from './look.ts'
import { nameAll } from './names.ts'
import { countProblems } from './problems.ts'
import { table, type Cell } from './table.ts'

export interface Status {
  readonly holders: readonly Holder[]
  /** The next handoffs: shifts that begin. */
  readonly handoffs: readonly Shift[]
  readonly meetings: readonly Occurrence[]
  readonly problems: readonly Problem[]
}

export function sayStatus(workspace: Workspace, status: Status, look: Look): string {
  const { paint, now } = look
  const clock = new ClockChanges(look)
  const title = paint.strong(clean(workspace.team ?? 'On call'))
  const minute = now - (now % MINUTE)
  const sections = [
    `${title}  ${paint.faint(sayTime(look.zone, minute, now))}\n`,
    section('ON CALL NOW', sayHolders(workspace, status.holders, look, clock), look),
    section('NEXT HANDOFFS', sayHandoffs(workspace, status.handoffs, look, clock), look),
    section('NEXT MEETINGS', sayMeetings(workspace, status.meetings, look, clock), look),
    sayCount(status.problems, look),
  ].filter((text) => text !== '')
  return `${sections.join('\n')}${clock.explain()}${sayZone(look)}\n`
}

function section(title: string, body: string, { paint }: Look): string {
  return body === '' ? '' : `${paint.faint(title)}\n${body}`
}

function sayHolders(
  workspace: Workspace,
  holders: readonly Holder[],
  look: Look,
  clock: ClockChanges,
): string {
  if (holders.length === 0) return ''
  const { paint, now } = look
  const rows = holders.map(({ rotation, shift, until, next }): Cell[] => {
    const name =
      shift === undefined
        ? { text: 'nobody', brush: paint.error }
        : { text: nameAll(workspace, shift.people), brush: paint.strong }
    const left = until === undefined || until === Infinity ? '' : clock.say(until)
    return [
      rotation.id,
      name,
      left,
      { text: left === '' ? '' : sayElapsed((until ?? now) - now), brush: paint.faint },
      next === undefined ? '' : nameAll(workspace, next.people),
    ]
  })
  const columns = [
    { title: 'rotation', flexible: true as const },
    { title: 'person', flexible: true as const },
    { title: 'until' },
    { title: 'left' },
    { title: 'then', flexible: true as const },
  ]
  return table(columns, rows, look.width, paint)
}

function sayHandoffs(
  workspace: Workspace,
  shifts: readonly Shift[],
  look: Look,
  clock: ClockChanges,
): string {
  const rows = shifts.map(({ rotation, start, people }): Cell[] => [
    clock.say(start),
    rotation.id,
    nameAll(workspace, people),
  ])
  return bare(rows, look)
}

function sayMeetings(
  workspace: Workspace,
  meetings: readonly Occurrence[],
  look: Look,
  clock: ClockChanges,
): string {
  const rows = meetings.map(({ meeting, start, chair }): Cell[] => [
    clock.say(start),
    `${meeting.name} (${writeLength(meeting.duration)})`,
    chair === null ? '' : `${nameAll(workspace, [chair])} chairs`,
  ])
  return bare(rows, look)
}

/** A table without headings. */
function bare(rows: readonly Cell[][], look: Look): string {
  if (rows.length === 0) return ''
  const columns = [
    { title: '' },
    { title: '', flexible: true as const },
    { title: '', flexible: true as const },
  ]
  return table(columns, rows, look.width, look.paint).replace(/^.*\n/, '')
}

function sayCount(problems: readonly Problem[], { paint }: Look): string {
  if (problems.length === 0) return `${paint.good('No problems')} in the next 90 days.\n`
  return `${paint.warning(countProblems(problems))} in the next 90 days: see 'rotate check'.\n`
}
