/** The occurrences of a meeting as events. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { sayList } from '../time/list.ts'
import { sayFullTime } from '../time/words.ts'
import type { Zone } from '../time/zone.ts'
import { groupBy } from '../model/group.ts'
import type { Meeting, Terms } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import { holdersIn, occurrencesOf, type Occurrence } from '../timeline/occurrences.ts'
import { uidOf, type CalendarEvent } from './event.ts'
import { nameAll, type Readers } from './names.ts'
import { teamKey } from './team.ts'
import { cleanLine, cleanPlace } from './text.ts'

/** The occurrences that touch an interval, each an event of its own: no rule, so that none can drift. */
export function meetingEvents(
  workspace: Workspace,
  meeting: Meeting,
  readers: Readers,
  within: Interval,
): CalendarEvent[] {
  const name = cleanLine(meeting.name) || meeting.id
  const team = teamKey(workspace.team)
  // Where a zone skips a whole day (Apia's in 2011), what is due on it is due at the next day's instant as well.
  const seen = new Map<Instant, number>()
  return occurrencesOf(workspace, meeting, within).map((occurrence) => {
    const { start, end, due, attendees, terms } = occurrence
    const where = terms.where === undefined ? {} : cleanPlace(terms.where)
    const leading = holdersIn(occurrence).map(([, id]) => id)
    const nth = (seen.get(due) ?? 0) + 1
    seen.set(due, nth)
    return {
      uid: uidOf('meeting', meeting.id, due, team, nth),
      start,
      end,
      summary: name,
      summaries: summariesOf(occurrence, name),
      description: describe(occurrence, readers),
      transparent: false,
      ...where,
      people: [...new Set([...leading.filter((id) => !attendees.includes(id)), ...attendees])],
    }
  })
}

/** `Chair: Infrastructure meeting`, of who has roles in it. */
function summariesOf(occurrence: Occurrence, meeting: string): ReadonlyMap<string, string> {
  const held = groupBy(
    holdersIn(occurrence),
    ([, id]) => id,
    ([role]) => cleanLine(role),
  )
  return new Map([...held].map(([id, all]) => [id, `${capitalized(sayList(all))}: ${meeting}`]))
}

/** When in each zone that somebody lives in, who leads it, who is expected, and when it was due if it was moved. */
function describe(occurrence: Occurrence, readers: Readers): string {
  const { meeting, terms, start, due, chair, roles, attendees } = occurrence
  const lines = zonesOf(terms, attendees, readers, start).map(
    (zone) => `${sayFullTime(zone, start)} (${zone.nameAt(start)})`,
  )
  if (meeting.chair !== undefined) {
    lines.push(`Chair: ${nameAll(readers, chair === null ? [] : [chair])}`)
  }
  for (const [role, id] of roles) {
    lines.push(`${capitalized(cleanLine(role))}: ${nameAll(readers, id === null ? [] : [id])}`)
  }
  // Of everyone no list is made: it would change all events with each who comes or leaves.
  const everyone = terms.attendees.some(({ kind }) => kind === 'everyone')
  lines.push(`Attendees: ${everyone ? 'everyone in the team' : nameAll(readers, attendees)}`)
  if (due !== start) {
    lines.push(`Moved from ${sayFullTime(terms.zone, due)} (${terms.zone.name})`)
  }
  return lines.join('\n')
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function zonesOf(
  { zone }: Terms,
  attendees: readonly string[],
  readers: Readers,
  at: Instant,
): Zone[] {
  const zones = new Map([[zone.name, zone]])
  for (const id of attendees) {
    const reader = readers.get(id)
    if (reader !== undefined) zones.set(reader.zone.nameAt(at), reader.zone)
  }
  return [...zones.values()]
}
