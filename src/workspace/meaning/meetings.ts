/** Meetings, understood. */
import { DAY } from '../../time/instant.ts'
import { writeLength } from '../../time/length.ts'
import { dayOfWall, writeDay, type Day } from '../../time/wall.ts'
import { momentIn, type DayRange } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import type { Days } from '../../model/days.ts'
import { isDueOn, type Attendee, type Chair, type Meeting, type Move } from '../../model/meeting.ts'
import type { Named } from '../format/dictionary.ts'
import type { AttendeeText, ChairText, MeetingText, MoveText } from '../format/meeting.ts'
import { lacks, type Fields, type Told } from '../format/shape.ts'
import { understandMeetingDays } from './days.ts'
import { understandMembers } from './members.ts'
import { keyPlace, personOf, rotationOf, zoneOrOwn, type Scope } from './scope.ts'

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
  const zone = zoneOrOwn(scope, text.timezone)
  const days = text.days && understandMeetingDays(scope, text.days)
  const start = text.start?.value.day
  const end = text.end?.value.day
  if (start !== undefined && end !== undefined && end <= start) {
    report.error('wrong-order', `'end' is not after 'start'`, text.end?.place ?? text.where)
  }
  const every = text.every?.value ?? { count: 1, unit: usualUnit(days) }
  if (every.count !== 1 && lacks(text, 'start')) {
    report.error(
      'every-without-start',
      `'every' is counted from the ${every.unit.slice(0, -1)} of 'start': write 'start'`,
      keyPlace(text, 'every'),
    )
  }
  if (days !== undefined && every.unit !== usualUnit(days)) {
    const words =
      every.unit === 'weeks'
        ? `days of the month come every so many months: write 'every: ${writeLength({ count: Math.max(1, Math.round((every.count * 12) / 52)), unit: 'months' })}', or weekdays`
        : `weekdays come every so many weeks: write weeks such as 'every: 4 weeks', or a day of the month such as 'first monday'`
    report.error('every-with-days', words, keyPlace(text, 'every'))
  }
  const attendees = (text.attendees ?? []).flatMap((told) => attendeesNamed(scope, told))
  const chair = text.chair && understandChair(scope, text.chair, zone, start)
  const { at, duration } = text
  if (days === undefined || at === undefined || duration === undefined) return undefined
  return {
    id,
    name: text.name?.value ?? id,
    zone,
    days,
    at: at.value.time,
    duration: duration.value,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    every,
    attendees: text.keys.has('attendees') ? attendees : [{ kind: 'everyone' }],
    ...(chair && { chair }),
    skip: (text.skip ?? []).map(({ value, place }) => ({ ...value, place })),
    move: (text.move ?? []).flatMap((move) => understandMove(move, zone, at.value.time) ?? []),
    ...(text.place && { where: text.place.value }),
    place: text.where,
  }
}

/** What `every` counts, where it does not say: days of the month come every month. */
function usualUnit(days: Days | undefined): Meeting['every']['unit'] {
  return (days?.monthDays.length ?? 0) > 0 ? 'months' : 'weeks'
}

function attendeesNamed(scope: Scope, told: AttendeeText): Attendee[] {
  if ('value' in told) {
    if (told.value === 'everyone') return [{ kind: 'everyone' }]
    const person = personOf(scope, told)
    return person === undefined ? [] : [{ kind: 'person', person }]
  }
  return (told['on-call'] ?? []).flatMap((name) => {
    const rotation = rotationOf(scope, name)
    if (rotation === undefined) return []
    if (!scope.report.isSound(`rotation ${rotation}`)) scope.report.spoilCurrent()
    return [{ kind: 'on-call' as const, rotation }]
  })
}

function understandChair(
  scope: Scope,
  text: Fields<ChairText>,
  zone: Zone,
  meetingStart: Day | undefined,
): Chair | undefined {
  const { report } = scope
  for (const { who } of text.members ?? []) {
    const odd = who?.[1] ?? who?.find(({ value }) => value === 'nobody')
    if (odd !== undefined)
      report.error('one-chair', `a meeting is led by one person: name one a line`, odd.place)
  }
  const start = text.start?.value.day ?? meetingStart
  if (start === undefined && lacks(text, 'start')) {
    report.error(
      'missing-key',
      `a chair needs 'start' (a date), where the meeting has none`,
      text.where,
    )
  }
  const members = text.members && understandMembers(scope, text.members, zone)
  return members && start !== undefined ? { members, start } : undefined
}

function understandMove(text: Fields<MoveText>, zone: Zone, at: number): Move | undefined {
  if (text.from === undefined || text.to === undefined) return undefined
  const { dateOnly } = text.to.value
  const { wall } = momentIn(zone, text.to.value)
  const day = dayOfWall(wall)
  const to = { day, time: dateOnly ? at : wall - day * DAY }
  return { due: text.from.value.day, to, place: text.where }
}

/** What `skip` and `move` name must be there. */
function checkDates({ report }: Scope, meeting: Meeting, text: Fields<MeetingText>): void {
  const moved = new Map<Day, Told<{ day: Day }>>()
  for (const { from } of text.move ?? []) {
    if (from === undefined) continue
    const { day } = from.value
    const first = moved.get(day)
    if (first !== undefined) {
      const related = { place: first.place, note: 'first moved here' }
      report.error(
        'moved-twice',
        `the meeting of ${writeDay(day)} is moved twice: keep one of the moves`,
        from.place,
        related,
      )
    }
    moved.set(day, from)
    if (!isDueOn(meeting, day)) {
      report.error(
        'no-occurrence',
        `no meeting is due on ${writeDay(day)}${nearestDue(meeting, day)}`,
        from.place,
      )
    }
    const skipped = (text.skip ?? []).find(({ value }) => value.first <= day && day <= value.last)
    if (skipped !== undefined) {
      const related = { place: skipped.place, note: 'skipped here' }
      report.error(
        'skipped-and-moved',
        `the meeting of ${writeDay(day)} is both skipped and moved: keep one of them`,
        from.place,
        related,
      )
    }
  }
  for (const { value, place } of text.skip ?? []) {
    if (isSingle(value) && !isDueOn(meeting, value.first)) {
      report.warning(
        'no-occurrence',
        `no meeting is due on ${writeDay(value.first)}${nearestDue(meeting, value.first)}`,
        place,
      )
    }
  }
}

function isSingle({ first, last }: DayRange): boolean {
  return first === last
}

function nearestDue(meeting: Meeting, day: Day): string {
  const far = meeting.every.unit === 'months' ? 16 : 7
  for (let away = 1; away <= far; away += 1) {
    for (const near of [day - away, day + away]) {
      if (isDueOn(meeting, near)) return ` (did you mean ${writeDay(near)}?)`
    }
  }
  return `: they are on its 'days', from 'start' up to 'end'`
}
