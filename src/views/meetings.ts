/** `rotate meetings`: occurrences, who chairs, everybody's local time, and what a clock change moves. */
import { DAY } from '../time/instant.ts'
import { sayTimeOfDay } from '../time/words.ts'
import { dayOfWall, writeTimeOfDay } from '../time/wall.ts'
import { writeLength } from '../time/length.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Attendance, Attendee } from '../insight/attendance.ts'
import { clean } from './clean.ts'
import { ClockChanges, sayZone, type Look } from './look.ts'
import { wrap } from './wrap.ts'

export function sayMeetings(
  workspace: Workspace,
  attendances: readonly Attendance[],
  look: Look,
): string {
  if (attendances.length === 0) return `No meetings in this time.\n${sayZone(look)}\n`
  const clock = new ClockChanges(look)
  const blocks = attendances.map((attendance) => sayOccurrence(workspace, attendance, look, clock))
  return `${blocks.join('\n')}\n${clock.explain()}${sayZone(look)}\n`
}

function sayOccurrence(
  workspace: Workspace,
  { occurrence, attendees }: Attendance,
  look: Look,
  clock: ClockChanges,
): string {
  const { paint } = look
  const { meeting, start, due, chair } = occurrence
  const leads =
    meeting.chair === undefined
      ? ''
      : `, ${clean(workspace.people.get(chair ?? '')?.name ?? 'nobody')} chairs`
  const length = writeLength(meeting.duration)
  const lines = [`${paint.strong(clock.say(start))}  ${clean(meeting.name)} (${length})${leads}`]
  if (start !== due) lines.push(`  moved from ${clock.say(due)}`)
  if (meeting.where !== undefined) lines.push(`  ${paint.faint(clean(meeting.where))}`)
  lines.push(
    ...wrap(sayLocals(attendees, start), look.width - 2).map((line) => `  ${paint.faint(line)}`),
  )
  for (const line of sayMoves(attendees)) {
    lines.push(...wrap(line, look.width - 2).map((part) => `  ${paint.warning(part)}`))
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** `16:00 Alice (Europe/Stockholm), 00:00 +1 Frank, Grace (Asia/Tokyo)`, earliest clock first. */
function sayLocals(attendees: readonly Attendee[], start: number): string {
  return [...grouped(attendees).values()]
    .sort((a, b) => (a[0]?.local ?? 0) - (b[0]?.local ?? 0))
    .map((together) => {
      const { zone } = (together[0] as Attendee).person
      const names = together.map(({ person }) => clean(person.name)).join(', ')
      const away = dayOfWall(zone.wallAt(start)) - dayOfWall(start)
      const day = away === 0 ? '' : away > 0 ? ' +1 day' : ' -1 day'
      return `${sayTimeOfDay(zone, start)}${day} ${names} (${clean(zone.name)})`
    })
    .join('; ')
}

/** Whose local time of day a clock change has moved since the meeting before. */
function sayMoves(attendees: readonly Attendee[]): string[] {
  const moved = attendees.filter(({ movedFrom }) => movedFrom !== undefined)
  return [...grouped(moved).values()].map((together) => {
    const { person, local, movedFrom } = together[0] as Attendee
    const names = together.map((each) => clean(each.person.name)).join(', ')
    const now = writeTimeOfDay(local - dayOfWall(local) * DAY)
    return `Clock change: ${now} instead of ${writeTimeOfDay(movedFrom ?? 0)} for ${names} (${clean(person.zone.name)})`
  })
}

function grouped(attendees: readonly Attendee[]): Map<string, Attendee[]> {
  const groups = new Map<string, Attendee[]>()
  for (const attendee of attendees) {
    const { name } = attendee.person.zone
    groups.set(name, [...(groups.get(name) ?? []), attendee])
  }
  return groups
}
