/** `clock-change-night`: a clock change moves a meeting from somebody's day into their night. */
import { writeTimeOfDay } from '../../time/wall.ts'
import { sayDate, sayTimeOfDay } from '../../time/words.ts'
import { movedIntoNight, seenByPerson } from './meetings/night.ts'
import type { Rule } from './rule.ts'

export const clockChangeNight: Rule = {
  name: 'clock-change-night',
  severity: 'warning',
  summary: "A clock change moves a meeting from somebody's day into their night.",
  wrong: `
people: { bob: { timezone: America/New_York } } # an hour on, from 14 March 2027
meetings:
  late: { days: tuesday, at: 02:30, duration: 15 minutes }
`,
  right: `
people: { bob: { timezone: America/New_York } } # an hour on, from 14 March 2027
meetings:
  late: { days: tuesday, at: 01:30, duration: 15 minutes }
`,
  check: (facts) =>
    seenByPerson(facts).flatMap((seen) => {
      const moved = movedIntoNight(seen)
      if (moved === undefined) return []
      const { first, was } = moved
      const { person } = first.attendee
      const { meeting, start, end } = first.attendance.occurrence
      const ends =
        first.endsAtNight || first.spansNight ? ` to ${sayTimeOfDay(person.zone, end)}` : ''
      return {
        message: `from ${sayDate(person.zone, start, facts.now)} on a clock change puts '${meeting.id}' at ${sayTimeOfDay(person.zone, start)}${ends} for '${person.id}' (${person.zone.nameAt(start)}), in their night; it was at ${writeTimeOfDay(was)}: move it for that season, or give the meeting their 'timezone'`,
        place: meeting.place,
        meeting: meeting.id,
        people: [person.id],
        start,
        end,
      }
    }),
}
