/** The line that changes a meeting from its next occurrence on, where an edit has changed some that have been held. */
import type { Instant } from '../../../time/instant.ts'
import { writeLength } from '../../../time/length.ts'
import { quoteList } from '../../../time/list.ts'
import { dayOfWall, writeDay, writeTimeOfDay, type Day } from '../../../time/wall.ts'
import { wordsOfDays } from '../../../model/days.ts'
import { dueBetween, isSkipped } from '../../../model/due.ts'
import { CHAIR, roleNamed, type Meeting, type Terms } from '../../../model/meeting.ts'
import type { Place } from '../../../model/place.ts'
import type { Role } from '../../../model/role.ts'
import type { Reheld } from './held-meetings.ts'
import { edit, type Edited } from './roster-edit.ts'

interface Advice {
  /** A sentence without its full stop. */
  readonly line: string
  readonly place: Place
}

/** How to write what was meant, and where it now stands. */
export function meetingLine(
  was: Meeting,
  is: Meeting,
  changes: readonly Reheld[],
  former: (id: string) => string,
  now: Instant,
): Advice {
  const from = writeDay(nextDay(was, now))
  const fresh = newTerms(was, is)
  if (fresh.length > 0) {
    return {
      line: `Write '{ from: ${from}, ${fresh.join(', ')} }' under 'changes', and leave what was as it was`,
      place: is.place,
    }
  }
  if (was.end !== undefined && was.end < (is.end ?? Infinity)) {
    const line = `Leave 'end' as it was: what is held later is a meeting of its own`
    return { line, place: is.place }
  }
  if (was.end !== is.end) {
    const line = `Write 'end: ${from}', which drops none that has been held`
    return { line, place: is.place }
  }
  if (was.start !== is.start) {
    return { line: `Leave 'start' as it was`, place: is.place }
  }
  const name = changes.find(({ role }) => role !== undefined)?.role ?? CHAIR
  return roleLine(name, roleNamed(was, name), roleNamed(is, name), is.place, former, from)
}

/** The day on which the next one is due that is held; the present day where there is none. */
function nextDay(was: Meeting, now: Instant): Day {
  const today = dayOfWall(was.zone.wallAt(now))
  const next = dueBetween(was, today - 1, today + 800)
  return next.find((due) => due.at > now && !isSkipped(was, due))?.day ?? today + 1
}

/** What is another now of what `changes` can say, as it would be written there. */
function newTerms(was: Terms, is: Terms): string[] {
  const [first, ...more] = wordsOfDays(is.days)
  return [
    ...(sayDays(was) === sayDays(is)
      ? []
      : [`days: ${more.length === 0 ? first : `[${[first, ...more].join(', ')}]`}`]),
    ...(was.at === is.at ? [] : [`at: ${writeTimeOfDay(is.at)}`]),
    ...(was.zone.name === is.zone.name ? [] : [`timezone: ${is.zone.name}`]),
    ...(writeLength(was.duration) === writeLength(is.duration)
      ? []
      : [`duration: ${writeLength(is.duration)}`]),
    ...(sayEvery(was) === sayEvery(is) ? [] : [`every: ${writeLength(is.every)}`]),
  ]
}

function sayDays({ days }: Terms): string {
  return wordsOfDays(days).join(', ')
}

/** Of every one alike, whatever it counts. */
function sayEvery({ every, phase }: Terms): string {
  return every.count === 1 ? '' : `${writeLength(every)} ${phase ?? ''}`
}

function roleLine(
  name: string,
  was: Role | undefined,
  is: Role | undefined,
  place: Place,
  former: (id: string) => string,
  from: string,
): Advice {
  const otherwise = {
    line: `Say who else it is from ${from} on by 'overrides' of '${name}', and leave the rest as it was`,
    place,
  }
  if (was?.kind !== 'round' || is?.kind !== 'round') return otherwise
  if (was.start !== is.start) return { line: `Leave 'start' of '${name}' as it was`, place }
  const edits = (edit(was.members, is.members, former) ?? []).filter(({ how }) => how !== 'kept')
  if (edits.length === 0) return otherwise
  return {
    line: `Write ${quoteList(edits.map((one) => entryOf(one, from)))}`,
    place: edits.find(({ how }) => how === 'comes')?.member.place ?? place,
  }
}

function entryOf({ how, member }: Edited, from: string): string {
  return `{ who: ${member.people.join(', ')}, ${how === 'comes' ? 'from' : 'until'}: ${from} }`
}
