/** Meetings at night: which of somebody's meetings lie in the night on their own clock. */
import { DAY } from '../../../time/instant.ts'
import { NIGHT } from '../../../time/night.ts'
import { timeOfWall, type Wall } from '../../../time/wall.ts'
import { groupBy } from '../../../model/group.ts'
import { awayAt, settingAt, type Setting } from '../../../model/person.ts'
import { attendanceOf, movedByClock, type Attendance, type Participant } from '../../attendance.ts'
import type { Facts } from '../rule.ts'

/** One meeting as one person sees it. */
export interface Seen {
  readonly attendance: Attendance
  readonly attendee: Participant
  readonly atNight: boolean
  /** Whether it begins by day and the night comes before it ends. */
  readonly endsAtNight: boolean
  /** Whether it begins by day and ends by day, on another one. */
  readonly spansNight: boolean
}

const known = new WeakMap<Facts, Seen[][]>()

/** Each person's occurrences of each meeting, in order; those during an absence left out. Two rules ask for them. */
export function seenByPerson(facts: Facts): Seen[][] {
  const seen = known.get(facts) ?? seenOf(facts)
  known.set(facts, seen)
  return seen
}

function seenOf({ workspace, meetings, within }: Facts): Seen[][] {
  return meetings.flatMap((meeting) => {
    const seen = attendanceOf(workspace, meeting, within).flatMap((attendance) =>
      attendance.attendees.flatMap((attendee): Seen[] => {
        const { person, local } = attendee
        const { start, end } = attendance.occurrence
        if (awayAt(person, start) !== undefined) return []
        const atNight = isAtNight(settingAt(person, start), local, end - start)
        const isFromDay = atNight && isByDay(local)
        const isToDay = isByDay(person.zone.wallAt(end - 1))
        return [
          {
            attendance,
            attendee,
            atNight,
            endsAtNight: isFromDay && !isToDay,
            spansNight: isFromDay && isToDay,
          },
        ]
      }),
    )
    return [...groupBy(seen, ({ attendee }) => attendee.person.id).values()]
  })
}

/** Whether any of it is in the night; not where that is somebody's working day. */
function isAtNight({ hours }: Setting, local: Wall, length: number): boolean {
  const start = timeOfWall(local)
  const end = start + length
  const night = !isByDay(local) || end > NIGHT.from
  return night && !isWithin(hours, start, length)
}

function isByDay(local: Wall): boolean {
  const time = timeOfWall(local)
  return time >= NIGHT.to && time < NIGHT.from
}

function isWithin({ from, to }: Setting['hours'], start: number, length: number): boolean {
  const working = to > from ? to - from : to - from + DAY
  const since = (start - from + DAY) % DAY
  return since + length <= working
}

/** Somebody's first night, where it is there only because a clock changed: the time of day (ms) of one before it. */
export function movedIntoNight(seen: readonly Seen[]): { first: Seen; was: number } | undefined {
  const index = seen.findIndex(({ atNight }) => atNight)
  const first = seen[index]
  if (first === undefined) return undefined
  const { attendance, attendee } = first
  const was = seen
    .slice(0, index)
    .map((earlier) =>
      movedByClock(attendee.person, attendance.occurrence, earlier.attendance.occurrence),
    )
    .findLast((time) => time !== undefined)
  return was === undefined ? undefined : { first, was }
}
