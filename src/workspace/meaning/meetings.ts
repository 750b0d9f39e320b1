/** Meetings, understood. */
import { dayOfWall } from '../../time/wall.ts'
import { momentIn, readDayRange } from '../../time/written.ts'
import { looksYearly } from '../../time/yearly.ts'
import { termsOn, usualUnit, type Meeting, type Move, type Skip } from '../../model/meeting.ts'
import type { Named } from '../format/dictionary.ts'
import type { MeetingText, MoveText } from '../format/meeting.ts'
import { lacks, type Fields, type Told } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { checkDates } from './meeting-dates.ts'
import { understandRoles } from './roles.ts'
import { keyPlace, listOf, zoneOrOwn, type Scope } from './scope.ts'
import { checkUnit, understandChanges, understandTerms } from './terms.ts'

export function understandMeetings(
  scope: Scope,
  written: readonly Named<Fields<MeetingText>>[],
): Map<string, Meeting> {
  const meetings = new Map<string, Meeting>()
  for (const { id, place, value } of written) {
    if (value === undefined) continue
    scope.report.about(`meeting ${id}`, () => {
      const meeting = understand(scope, id, value)
      if (meeting === undefined) return
      checkDates(scope, meeting, value)
      meetings.set(id, { ...meeting, place })
    })
  }
  return meetings
}

function understand(scope: Scope, id: string, text: Fields<MeetingText>): Meeting | undefined {
  const { report } = scope
  const said = understandTerms(scope, text)
  const zone = said.zone ?? zoneOrOwn(scope, undefined)
  const start = text.start?.value.day
  const end = text.end?.value.day
  if (start !== undefined && end !== undefined && end <= start) {
    report.error('wrong-order', `'end' is not after 'start'`, text.end?.place ?? text.where)
  }
  const { days, at, duration, attendees, where } = said
  const every = said.every ?? { count: 1, unit: days ? usualUnit(days) : 'weeks' }
  if (every.count !== 1 && lacks(text, 'start')) {
    report.error(
      'every-without-start',
      `'every' is counted from the ${every.unit.slice(0, -1)} of 'start', which is missing`,
      keyPlace(text, 'every'),
    )
  }
  if (days !== undefined) checkUnit(scope, { days, every }, text)
  const roles = understandRoles(scope, text, zone, start)
  const skip = (text.skip ?? []).flatMap((told) => understandSkip(scope, told) ?? [])
  if (days === undefined || at === undefined || duration === undefined) return undefined
  const terms = {
    days,
    at,
    zone,
    duration,
    every,
    ...(every.count > 1 && start !== undefined && { phase: start }),
    attendees: attendees ?? [{ kind: 'everyone' as const }],
    ...(where !== undefined && { where }),
  }
  const meeting: Meeting = {
    ...terms,
    id,
    name: text.name?.value ?? id,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    changes: understandChanges(scope, terms, text.changes ?? []),
    ...roles,
    skip,
    move: [],
    place: text.where,
  }
  return {
    ...meeting,
    move: (text.move ?? []).flatMap((move) => understandMove(move, meeting) ?? []),
  }
}

/** A date, a range, or the name of a list. */
function understandSkip(scope: Scope, told: Told<string>): Skip | undefined {
  const { value, place } = told
  const range = readDayRange(value)
  if (typeof range !== 'string') return { kind: 'days', ...range, place }
  if (/^\d/.test(value) && !scope.lists.has(value)) {
    const why = looksYearly(value)
      ? `a day of every year stands in a list: write it under 'holidays:', and here the name of that list`
      : range
    return scope.report.error('bad-date', `${quote(value)}: ${why}`, place)
  }
  const list = listOf(scope, told)
  return list && { kind: 'list', list, place }
}

function understandMove({ from, to, where }: Fields<MoveText>, meeting: Meeting): Move | undefined {
  if (from === undefined || to === undefined) return undefined
  const due = from.value.day
  const moment = momentIn(termsOn(meeting, due).zone, to.value)
  const day = dayOfWall(moment.wall)
  return { due, to: { day, ...(!to.value.dateOnly && { moment }) }, place: where }
}
