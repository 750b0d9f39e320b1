/** `clock-change-night`: a clock change moves a meeting from somebody's day into their night. */
import { timeOfWall, writeTimeOfDay } from '../../time/wall.ts'
import { sayDate, sayTimeOfDay } from '../../time/words.ts'
import { seenByPerson, type Seen } from './night.ts'
import type { Rule } from './rule.ts'

export const clockChangeNight: Rule = {
  code: 'clock-change-night',
  find: (facts) =>
    seenByPerson(facts, facts.within).flatMap((seen) => {
      const first = isMovedByClock(seen) ? seen.find(({ atNight }) => atNight) : undefined
      if (first === undefined) return []
      const { person, movedFrom } = first.attendee
      const { meeting, start, end } = first.attendance.occurrence
      const before = seen[seen.indexOf(first) - 1]?.attendee.local ?? 0
      const was = writeTimeOfDay(movedFrom ?? timeOfWall(before))
      return {
        code: 'clock-change-night',
        severity: 'warning' as const,
        message: `from ${sayDate(person.zone, start, facts.now)} on a clock change puts '${meeting.id}' at ${sayTimeOfDay(person.zone, start)} for '${person.id}' (${person.zone.name}), in their night; it was at ${was}: move it for that season, or give the meeting their 'timezone'`,
        place: meeting.place,
        meeting: meeting.id,
        people: [person.id],
        start,
        end,
      }
    }),
}

/** Whether somebody's first night is there only because a clock changed: the meetings before were by day. */
export function isMovedByClock(seen: readonly Seen[]): boolean {
  const index = seen.findIndex(({ atNight }) => atNight)
  const first = seen[index]
  if (index < 1 || first === undefined) return false
  const { start, due } = first.attendance.occurrence
  return (
    start === due &&
    seen
      .slice(0, index)
      .some((earlier) => timeOfWall(earlier.attendee.local) !== timeOfWall(first.attendee.local))
  )
}
