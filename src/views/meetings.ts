/** `rotate meetings`: occurrences, who chairs, everybody's local time, and what a clock change moves. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import {
  dayOfWall,
  timeOfWall,
  weekdayOf,
  WEEKDAYS,
  writeTimeOfDay,
  type Wall,
} from '../time/wall.ts'
import { writeLength } from '../time/length.ts'
import { groupBy } from '../model/group.ts'
import { CHAIR } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Attendance, Participant } from '../insight/attendance.ts'
import type { Led } from '../insight/concerns.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { wholeName, wholeNames } from './names.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken, wrap } from './wrap.ts'

/** The answer of `rotate meetings`. */
export interface Meetings {
  readonly workspace: Workspace
  readonly within: Interval
  readonly attendances: readonly Attendance[]
  /** Ids of meetings that cannot be answered for. */
  readonly unknown: readonly string[]
  /** Of each of those who were named, by their ids, what they lead next. */
  readonly leads?: readonly { readonly person: string; readonly next: Led | undefined }[]
}

/** Each occurrence, a block each; first what those lead next who were named. */
export function sayMeetings(answer: Meetings, look: Look): string {
  const { workspace, attendances, unknown, leads = [] } = answer
  const clock = new Clock(look)
  const next = leads.map((one) => wrap(clean(sayLead(one, workspace, clock)), look.width)).join('')
  const blocks = [
    ...(next === '' ? [] : [next]),
    ...attendances.map((attendance) => sayOccurrence(workspace, attendance, look, clock)),
  ]
  if (unknown.length > 0) blocks.push(sayUnknown(unknown, look.paint))
  if (blocks.length === 0) blocks.push('No meetings in this time.\n')
  return `${blocks.join('\n')}\n${clock.explain()}`
}

/** `Alice Lindqvist leads next: Infrastructure meeting, Mon 7 Dec 17:00.` */
function sayLead(
  { person, next }: NonNullable<Meetings['leads']>[number],
  workspace: Workspace,
  clock: Clock,
): string {
  const name = wholeName(workspace, person)
  if (next === undefined) return `${name} leads nothing in the next two years.`
  const { occurrence, role } = next
  const as = role === CHAIR ? '' : ` (${role})`
  return `${name} leads next: ${occurrence.meeting.name}${as}, ${clock.say(occurrence.start)}.`
}

function sayOccurrence(
  workspace: Workspace,
  { occurrence, attendees }: Attendance,
  look: Look,
  clock: Clock,
): string {
  const { paint, width } = look
  const { meeting, terms, start, due, chair, roles } = occurrence
  const leads = wholeNames(workspace, chair === null ? [] : [chair])
  const chairs = meeting.chair === undefined ? '' : `, ${leads} chairs`
  const others = [...roles].map(
    ([role, id]) => `, ${clean(role)}: ${wholeNames(workspace, id === null ? [] : [id])}`,
  )
  const length = writeLength(terms.duration)
  const head = `${paint.strong(unbroken(clock.say(start)))}  ${clean(meeting.name)} (${length})${chairs}${others.join('')}`
  return [
    wrap(head, width),
    ...(start === due ? [] : [wrap(`  moved from ${clock.say(due)}`, width)]),
    ...(terms.where === undefined ? [] : [wrap(`  ${paint.faint(clean(terms.where))}`, width)]),
    ...sayLocals(workspace, attendees, start, look),
    ...sayMoves(workspace, attendees, look),
  ].join('')
}

/** A line for each time of day that somebody has then, earliest first; with the weekday where it is not the viewer's. */
function sayLocals(
  workspace: Workspace,
  attendees: readonly Participant[],
  start: Instant,
  look: Look,
): string[] {
  const viewersDay = dayOfWall(look.zone.wallAt(start))
  const lines = [...groupBy(attendees, ({ local }) => String(local)).values()]
    .map((together) => ({ together, local: together[0]?.local ?? 0 }))
    .sort((a, b) => a.local - b.local)
    .map(({ together, local }) => {
      const day = dayOfWall(local)
      const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
      const name =
        day === viewersDay ? '' : `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)} `
      return { time: name + timeOfDay(local), names: sayPeople(workspace, together) }
    })
  const widest = lines.reduce((most, { time }) => Math.max(most, time.length), 0)
  return lines.map(({ time, names }) =>
    wrap(`  ${look.paint.faint(`${time.padEnd(widest)}  ${names}`)}`, look.width, widest + 2),
  )
}

/** Whose local time of day a clock change has moved since the meeting before. */
function sayMoves(
  workspace: Workspace,
  attendees: readonly Participant[],
  { paint, width }: Look,
): string[] {
  const moved = attendees.filter(({ movedFrom }) => movedFrom !== undefined)
  const groups = groupBy(moved, ({ local, movedFrom }) => `${timeOfDay(local)} ${movedFrom}`)
  return [...groups.values()].map((together) => {
    const [{ local, movedFrom = 0 }] = together
    const times = `${timeOfDay(local)} instead of ${timeOfDay(movedFrom)}`
    const text = `Clock change: ${times} for ${sayPeople(workspace, together)}`
    return wrap(`  ${paint.warning(text)}`, width)
  })
}

/** `Alice, Bob (Europe/Stockholm); Frank (Europe/Amsterdam)` */
function sayPeople(workspace: Workspace, attendees: readonly Participant[]): string {
  return [...groupBy(attendees, ({ zone }) => zone)]
    .map(([zone, together]) => {
      const names = together.map(({ person }) => wholeName(workspace, person.id))
      return `${names.join(', ')} (${clean(zone)})`
    })
    .join('; ')
}

function timeOfDay(wall: Wall): string {
  return writeTimeOfDay(timeOfWall(wall))
}
