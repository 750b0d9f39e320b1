/** `night-meeting`: a meeting in somebody's night. Said once for each meeting and person, not for each occurrence. */
import { sayTimeOfDay } from '../../time/words.ts'
import { isMovedByClock, seenByPerson } from './meetings/night.ts'
import type { Rule } from './rule.ts'

export const nightMeeting: Rule = {
  name: 'night-meeting',
  severity: 'warning',
  summary: "A meeting lies between 22:00 and 07:00 on somebody's clock.",
  wrong: `
people: { alice: {}, bob: { timezone: Asia/Tokyo } }
meetings:
  weekly: { days: monday, at: 16:00, duration: 15 minutes }
`,
  right: `
people: { alice: {}, bob: { timezone: Asia/Tokyo } }
meetings:
  weekly: { days: monday, at: 08:00, duration: 15 minutes }
`,
  check: (facts) =>
    seenByPerson(facts, facts.within).flatMap((seen) => {
      const nights = seen.filter(({ atNight }) => atNight)
      const first = nights[0]
      if (first === undefined || isMovedByClock(seen)) return []
      const { person } = first.attendee
      const { meeting, start, end } = first.attendance.occurrence
      const when = first.endsAtNight
        ? `ends at ${sayTimeOfDay(person.zone, end)}`
        : `is at ${sayTimeOfDay(person.zone, start)}`
      const often =
        nights.length === seen.length ? '' : ` (${nights.length} of ${seen.length} times)`
      return {
        message: `'${meeting.id}' ${when} for '${person.id}' (${person.zone.name}), which is night there${often}: choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed`,
        place: meeting.place,
        meeting: meeting.id,
        people: [person.id],
        start,
        end,
      }
    }),
}
