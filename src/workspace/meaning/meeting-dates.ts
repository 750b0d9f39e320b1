/** The dates of a meeting: what `skip`, `move` and the overrides of its roles name must be there. */
import { writeDay, type Day } from '../../time/wall.ts'
import type { DayRange } from '../../time/written.ts'
import { isDueOn } from '../../model/due.ts'
import { isHoliday } from '../../model/holidays.ts'
import { termsOn, type Meeting, type Skip } from '../../model/meeting.ts'
import type { MeetingText } from '../format/meeting.ts'
import type { Fields, Told } from '../format/shape.ts'
import type { Scope } from './scope.ts'

export function checkDates(scope: Scope, meeting: Meeting, text: Fields<MeetingText>): void {
  checkMoves(scope, meeting, text)
  const { report } = scope
  const skipped = meeting.skip.flatMap((skip) => (skip.kind === 'days' ? skip : []))
  const overridden = [meeting.chair, ...meeting.roles.values()].flatMap(
    (role) => role?.overrides ?? [],
  )
  for (const { place, ...range } of [...skipped, ...overridden]) {
    if (isSingle(range) && !isDueOn(meeting, range.first)) {
      report.warning('no-occurrence', nothingDue(meeting, range.first), place)
    }
  }
}

function checkMoves({ report }: Scope, meeting: Meeting, text: Fields<MeetingText>): void {
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
      report.error('no-occurrence', nothingDue(meeting, day), from.place)
    }
    const skipped = meeting.skip.find((skip) => isIn(skip, day))
    if (skipped !== undefined) {
      const related = { place: skipped.place, note: 'skipped here' }
      const by = skipped.kind === 'list' ? ` (it is one of '${skipped.list.name}')` : ''
      report.error(
        'skipped-and-moved',
        `the meeting of ${writeDay(day)} is both skipped${by} and moved: keep one of them`,
        from.place,
        related,
      )
    }
  }
}

function isIn(skip: Skip, day: Day): boolean {
  return skip.kind === 'list' ? isHoliday(skip.list, day) : skip.first <= day && day <= skip.last
}

function isSingle({ first, last }: DayRange): boolean {
  return first === last
}

function nothingDue(meeting: Meeting, day: Day): string {
  return `no meeting is due on ${writeDay(day)}${nearestDue(meeting, day)}`
}

function nearestDue(meeting: Meeting, day: Day): string {
  const far = termsOn(meeting, day).every.unit === 'months' ? 16 : 7
  for (let away = 1; away <= far; away += 1) {
    for (const near of [day - away, day + away]) {
      if (isDueOn(meeting, near)) return ` (did you mean '${writeDay(near)}'?)`
    }
  }
  return `: they are on its 'days', from 'start' up to 'end'`
}
