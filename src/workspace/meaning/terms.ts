/** What is true of a meeting, and what is new in it from a date on, understood. */
import { writeLength } from '../../time/length.ts'
import { writeDay } from '../../time/wall.ts'
import {
  changesOver,
  usualUnit,
  type Attendee,
  type MeetingChange,
  type Terms,
} from '../../model/meeting.ts'
import type { AttendeeText, MeetingChangeText, TermsText } from '../format/meeting.ts'
import { lacks, type Fields } from '../format/shape.ts'
import { isPlaceholder, meansEveryone } from './called.ts'
import { understandMeetingDays } from './days.ts'
import { keyPlace, personOf, rotationOf, zoneOf, type Scope } from './scope.ts'

/** What a text says of a meeting; what it does not say is left out. */
export function understandTerms(scope: Scope, text: Fields<TermsText>): Partial<Terms> {
  const { days, at, timezone, duration, every, attendees, place } = text
  return {
    ...(days && { days: understandMeetingDays(scope, days) }),
    ...(at && { at: at.value.time }),
    ...(timezone && { zone: zoneOf(timezone, scope.zone, scope.report) }),
    ...(duration && { duration: duration.value }),
    ...(every && { every: every.value }),
    ...(text.keys.has('attendees') && {
      attendees: (attendees ?? []).flatMap((told) => attendeesNamed(scope, told)),
    }),
    ...(place && { where: place.value }),
  }
}

const NEW: readonly (keyof TermsText)[] = [
  'at',
  'days',
  'timezone',
  'duration',
  'every',
  'attendees',
  'place',
]

/** The changes of a meeting, in order. */
export function understandChanges(
  scope: Scope,
  terms: Terms,
  written: readonly Fields<MeetingChangeText>[],
): MeetingChange[] {
  const { report } = scope
  const found: { readonly change: Omit<MeetingChange, 'terms'>; readonly text: Change }[] = []
  for (const text of written) {
    const said = understandTerms(scope, text)
    if (NEW.every((key) => lacks(text, key))) {
      report.error(
        'missing-key',
        `a change needs what is new: one of ${NEW.map((key) => `'${key}'`).join(', ')}`,
        text.where,
      )
    }
    if (text.from === undefined) continue
    found.push({ change: { from: text.from.value.day, said, place: text.where }, text })
  }
  found.sort((a, b) => a.change.from - b.change.from)
  for (const [i, { change, text }] of found.entries()) {
    const before = found[i - 1]
    if (before?.change.from !== change.from) continue
    report.error(
      'changed-twice',
      `two changes begin on ${writeDay(change.from)}: make one of them`,
      keyPlace(text, 'from'),
      { place: keyPlace(before.text, 'from'), note: 'the other one' },
    )
  }
  const changes = changesOver(
    terms,
    found.map(({ change }) => change),
  )
  for (const [i, { text }] of found.entries()) {
    const change = changes[i]
    if (change !== undefined) checkUnit(scope, change.terms, text)
  }
  return changes
}

type Change = Fields<MeetingChangeText>

/** Reports weeks beside days of the month, and months beside weekdays. */
export function checkUnit(
  { report }: Scope,
  { days, every }: Pick<Terms, 'days' | 'every'>,
  text: Fields<TermsText>,
): void {
  if (every.unit === usualUnit(days)) return
  const words =
    every.unit === 'weeks'
      ? `days of the month come every so many months: say 'every: ${writeLength({ count: Math.max(1, Math.round((every.count * 12) / 52)), unit: 'months' })}', or weekdays`
      : `weekdays come every so many weeks: say weeks such as 'every: 4 weeks', or a day of the month such as 'first monday'`
  report.error('every-with-days', words, keyPlace(text, text.keys.has('every') ? 'every' : 'days'))
}

function attendeeMeantBy({ ids }: Scope, word: string): string | undefined {
  if (ids.rotations.has(word)) return `: write '{ on-call: ${word} }'`
  if (meansEveryone(word)) return `: write 'everyone'`
  return isPlaceholder(word) ? `: leave 'attendees' out for everyone` : undefined
}

function attendeesNamed(scope: Scope, told: AttendeeText): Attendee[] {
  if ('value' in told) {
    if (told.value === 'everyone') return [{ kind: 'everyone' }]
    const person = personOf(scope, told, (word) => attendeeMeantBy(scope, word))
    return person === undefined ? [] : [{ kind: 'person', person }]
  }
  return (told['on-call'] ?? []).flatMap((name) => {
    const rotation = rotationOf(scope, name)
    if (rotation === undefined) return []
    if (!scope.report.isSound(`rotation ${rotation}`)) scope.report.spoilCurrent()
    return [{ kind: 'on-call' as const, rotation }]
  })
}
