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
import { wholeName, wholeNames } from './names.ts'
import { countProblems } from './problems.ts'
import { sayFound } from './repeated.ts'
import { table, type Table } from './table.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken, wrap } from './wrap.ts'

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
  const title = clean(workspace.team ?? 'On call')
  const sections = [
    wrap(`${paint.strong(title)}  ${paint.faint(unbroken(time))}`, look.width),
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

const HOLDERS: Table<'rotation' | 'who' | 'until' | 'left' | 'next'> = {
  columns: { rotation: 'rotation', who: 'person', until: 'until', left: 'left', next: 'then' },
  narrower: [
    { leave: 'left' },
    { wrap: 'next', to: 8 },
    { wrap: 'who', to: 12 },
    // The handoffs below say it too.
    { leave: 'next' },
    { above: 'rotation' },
    { above: 'who' },
  ],
}

function sayHolders(
  workspace: Workspace,
  { holders, unknown }: Status,
  look: Look,
  clock: Clock,
): string {
  const { paint, now } = look
  const rows = holders.map(({ rotation, shift, until, next }) => {
    const ends = until !== undefined && until !== Infinity
    return {
      rotation: rotation.id,
      who:
        shift === undefined
          ? { text: 'nobody', brush: paint.error }
          : { text: wholeNames(workspace, shift.people), brush: paint.strong },
      until: unbroken(ends ? clock.say(until) : 'without end'),
      left: { text: ends ? sayElapsed(until - now) : '', brush: paint.faint },
      next: sayThen(workspace, { shift, next }, ends),
    }
  })
  return table(HOLDERS, rows, look) + sayUnknown(unknown, paint)
}

/** Who is on call at the moment in which this shift, or this gap, ends. */
function sayThen(
  workspace: Workspace,
  { shift, next }: Pick<Holder, 'shift' | 'next'>,
  ends: boolean,
): string {
  if (!ends) return ''
  const follows = next !== undefined && (shift === undefined || next.start === shift.end)
  return follows ? wholeNames(workspace, next.people) : 'nobody'
}

function sayHandoffs(
  workspace: Workspace,
  shifts: readonly Shift[],
  look: Look,
  clock: Clock,
): string {
  const rows = shifts.map(({ rotation, start, people }) => ({
    when: unbroken(clock.say(start)),
    what: rotation.id,
    who: wholeNames(workspace, people),
  }))
  return table(NEXT, rows, look)
}

function sayMeetings(
  workspace: Workspace,
  { meetings, unknownMeetings }: Status,
  look: Look,
  clock: Clock,
): string {
  const rows = meetings.map(({ meeting, terms, start, chair, roles }) => ({
    when: unbroken(clock.say(start)),
    what: `${meeting.name} ${unbroken(`(${writeLength(terms.duration)})`)}`,
    who: [
      ...(chair === null ? [] : [`${wholeName(workspace, chair)} chairs`]),
      ...[...roles].flatMap(([role, id]) =>
        id === null ? [] : `${role}: ${wholeName(workspace, id)}`,
      ),
    ].join(', '),
  }))
  return table(NEXT, rows, look) + sayUnknown(unknownMeetings, look.paint)
}

/** What comes next, of which each row explains itself. */
const NEXT: Table<'when' | 'what' | 'who'> = {
  columns: { when: '', what: '', who: '' },
  narrower: [
    { wrap: 'what', to: 16 },
    { wrap: 'who', to: 12 },
  ],
}

function sayCount({ soon, problems }: Status, { paint, width, dir = '' }: Look): string {
  const more = soon.length > 0 ? ' more' : ''
  if (problems.length === 0) {
    return `${paint.good(`No${more} problems`)} in the next 90 days.\n`
  }
  const brush = problems.some(isError) ? paint.error : paint.warning
  return wrap(`${brush(countProblems(problems) + more)}: see 'rotate check${dir}'.`, width)
}
