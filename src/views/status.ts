/** `rotate status`: the overview on one screen. */
import { MINUTE, type Instant } from '../time/instant.ts'
import { sayElapsed, sayTime } from '../time/words.ts'
import { writeLength } from '../time/length.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Occurrence } from '../timeline/occurrences.ts'
import type { Shift } from '../timeline/shifts.ts'
import type { Holder } from '../insight/holder.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameAll } from './names.ts'
import { countProblems } from './problems.ts'
import { sayFound } from './repeated.ts'
import { shorten, table, type Cell } from './table.ts'
import { sayUnknown } from './unknown.ts'
import { wrap } from './wrap.ts'

/** The overview: who is on call, what comes next, what is wrong. */
export interface Status {
  readonly workspace: Workspace
  readonly at: Instant
  /** For people their whole time, for programs the shift. */
  readonly holders: readonly Holder[]
  /** The next shifts that begin; for people those with which somebody else comes. */
  readonly handoffs: readonly Shift[]
  readonly meetings: readonly Occurrence[]
  /** What is wrong in the next 48 hours. */
  readonly soon: readonly Problem[]
  /** All else. */
  readonly problems: readonly Problem[]
  /** Ids of rotations and of meetings that cannot be answered for. */
  readonly unknown: readonly string[]
  readonly unknownMeetings: readonly string[]
}

/** The overview. */
export function sayStatus(status: Status, look: Look): string {
  const { workspace } = status
  const { paint, now } = look
  const clock = new Clock(look)
  const time = sayTime(look.zone, now - (now % MINUTE), now)
  const title = shorten(clean(workspace.team ?? 'On call'), look.width - time.length - 2)
  const sections = [
    `${paint.strong(title)}  ${paint.faint(time)}\n`,
    section('ON CALL NOW', sayHolders(workspace, status, look, clock), look),
    section('NEXT HANDOFFS', sayHandoffs(workspace, status.handoffs, look, clock), look),
    section('NEXT MEETINGS', sayMeetings(workspace, status, look, clock), look),
    section('WRONG IN THE NEXT 48 HOURS', sayFound(status.soon, look), look),
    sayCount(status, look),
  ].filter((text) => text !== '')
  return `${sections.join('\n')}${clock.explain()}`
}

function section(title: string, body: string, { paint }: Look): string {
  return body === '' ? '' : `${paint.faint(title)}\n${body}`
}

function sayHolders(
  workspace: Workspace,
  { holders, unknown }: Status,
  look: Look,
  clock: Clock,
): string {
  const { paint, now } = look
  const rows = holders.map(({ rotation, shift, until, next }): Cell[] => {
    const name =
      shift === undefined
        ? { text: 'nobody', brush: paint.error }
        : { text: nameAll(workspace, shift.people), brush: paint.strong }
    const ends = until !== undefined && until !== Infinity
    return [
      rotation.id,
      name,
      ends ? clock.say(until) : 'without end',
      { text: ends ? sayElapsed(until - now) : '', brush: paint.faint },
      sayThen(workspace, { shift, next }, ends),
    ]
  })
  const columns = [
    { title: 'rotation', least: 8 },
    { title: 'person', least: 12 },
    { title: 'until' },
    { title: 'left', spare: 1 as const },
    { title: 'then', least: 8, spare: 2 as const },
  ]
  const list = rows.length === 0 ? '' : table(columns, rows, look.width, paint)
  return list + sayUnknown(unknown, paint)
}

/** Who is on call at the moment in which this shift, or this gap, ends. */
function sayThen(
  workspace: Workspace,
  { shift, next }: Pick<Holder, 'shift' | 'next'>,
  ends: boolean,
): string {
  if (!ends) return ''
  const follows = next !== undefined && (shift === undefined || next.start === shift.end)
  return follows ? nameAll(workspace, next.people) : 'nobody'
}

function sayHandoffs(
  workspace: Workspace,
  shifts: readonly Shift[],
  look: Look,
  clock: Clock,
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
  { meetings, unknownMeetings }: Status,
  look: Look,
  clock: Clock,
): string {
  const rows = meetings.map(({ meeting, terms, start, chair, roles }): Cell[] => [
    clock.say(start),
    `${meeting.name} (${writeLength(terms.duration)})`,
    [
      ...(chair === null ? [] : [`${nameAll(workspace, [chair])} chairs`]),
      ...[...roles].flatMap(([role, id]) =>
        id === null ? [] : `${role}: ${nameAll(workspace, [id])}`,
      ),
    ].join(', '),
  ])
  return bare(rows, look) + sayUnknown(unknownMeetings, look.paint)
}

/** A table without headings. */
function bare(rows: readonly Cell[][], look: Look): string {
  if (rows.length === 0) return ''
  const columns = [{ title: '' }, { title: '', least: 8 }, { title: '', least: 12 }]
  return table(columns, rows, look.width, look.paint)
}

function sayCount({ soon, problems }: Status, { paint, width }: Look): string {
  const more = soon.length > 0 ? ' more' : ''
  if (problems.length === 0) {
    return `${paint.good(`No${more} problems`)} in the next 90 days.\n`
  }
  const brush = problems.some(isError) ? paint.error : paint.warning
  return wrap(`${brush(countProblems(problems) + more)}: see 'rotate check'.`, width)
}
