/** `night-meeting`: a meeting in somebody's night. Said once for each meeting and person, not for each occurrence. */
import { sayTimeOfDay } from '../../time/words.ts'
import { movedIntoNight, seenByPerson, type Seen } from './meetings/night.ts'
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
    seenByPerson(facts).flatMap((seen) => {
      const nights = seen.filter(({ atNight }) => atNight)
      const first = nights[0]
      if (first === undefined || movedIntoNight(seen) !== undefined) return []
      const { person } = first.attendee
      const { meeting, start, end } = first.attendance.occurrence
      const often =
        nights.length === seen.length ? '' : ` (${nights.length} of ${seen.length} times)`
      return {
        message: `'${meeting.id}' ${nightOf(first)}${often}: choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed`,
        place: meeting.place,
        meeting: meeting.id,
        people: [person.id],
        start,
        end,
      }
    }),
}

/** `is at 01:00 for 'alice' (Asia/Tokyo), which is night there`: by the edge that is in the night, if either is. */
function nightOf({ attendance, attendee: { person }, endsAtNight, spansNight }: Seen): string {
  const { start, end } = attendance.occurrence
  const [begins, ends] = [start, end].map((at) => sayTimeOfDay(person.zone, at))
  const whose = `for '${person.id}' (${person.zone.nameAt(start)})`
  if (spansNight) {
    return `lasts through the night, from ${begins} until ${ends} on another day, ${whose}`
  }
  return `${endsAtNight ? `ends at ${ends}` : `is at ${begins}`} ${whose}, which is night there`
}
