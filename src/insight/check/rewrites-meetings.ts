/** `rewrites-meetings`: an edit that changes the time, the chair or a role of meetings that have been held. */
import { sayFullTime } from '../../time/words.ts'
import { formerIds } from '../../model/same.ts'
import { holderIn } from '../../timeline/occurrences.ts'
import { reheld, type Reheld } from './history/held-meetings.ts'
import { WAY_ROUND } from './history/history-words.ts'
import { meetingLine } from './history/meeting-line.ts'
import { namesOf } from './overrides/written-overrides.ts'
import type { Finding, Rule } from './rule.ts'

export const rewritesMeetings: Rule = {
  name: 'rewrites-meetings',
  severity: 'error',
  summary: 'An edit changes the time, the chair or a role of meetings that have been held.',
  before: `
people: { alice: {}, bob: {} }
meetings:
  standup: { days: monday, at: 16:00, duration: 15 minutes, start: 2026-10-05, chair: [alice, bob] }
`,
  wrong: `
people: { alice: {}, bob: {} }
meetings:
  standup: { days: monday, at: 14:00, duration: 15 minutes, start: 2026-10-05, chair: [alice, bob] }
`,
  right: `
people: { alice: {}, bob: {} }
meetings:
  standup:
    days: monday
    at: 16:00
    duration: 15 minutes
    start: 2026-10-05
    chair: [alice, bob]
    changes: [{ from: 2026-12-07, at: 14:00 }]
`,
  check: ({ workspace, before, meetings, now }) => {
    if (before === undefined) return []
    const former = formerIds(before.people, workspace.people)
    return meetings.flatMap((is): Finding[] => {
      const was = before.meetings.get(is.id)
      const changes =
        was === undefined ? [] : reheld(was, is, before, workspace, former, now).sort(inOrder)
      const last = changes.at(-1)
      if (was === undefined || last === undefined) return []
      const { line, place } = meetingLine(was, is, changes, former, now)
      const more = changes.length - 1
      const others = more === 0 ? '' : `, and ${more} more in the last 90 days`
      return [
        {
          message: `this changes meetings of '${is.id}' that have been held: ${say(last)}${others}. ${line}; ${WAY_ROUND}`,
          place,
          meeting: is.id,
          start: startOf(changes[0] ?? last),
          end: (last.before ?? last.after)?.end ?? now,
        },
      ]
    })
  },
}

function say({ before, after, role }: Reheld): string {
  const one = before ?? after
  const zone = one?.terms.zone
  if (one === undefined || zone === undefined) return ''
  const at = (start: number): string => `${sayFullTime(zone, start)} (${zone.name})`
  if (before === undefined) return `one more on ${at(one.start)}`
  if (after === undefined) return `none on ${at(before.start)}`
  if (role !== undefined) {
    const [is, was] = [after, before].map((one) => namesOf([holderIn(one, role) ?? 'nobody']))
    return `${is} instead of ${was} as ${role} on ${at(before.start)}`
  }
  return before.start === after.start
    ? `another length on ${at(before.start)}`
    : `${sayFullTime(zone, after.start)} instead of ${at(before.start)}`
}

function startOf({ before, after }: Reheld): number {
  return (before ?? after)?.start ?? 0
}

function inOrder(a: Reheld, b: Reheld): number {
  return startOf(a) - startOf(b)
}
