/** What a page holds, out of all that is on in a stretch of time. */
import { END_OF_TIME, type Instant } from '../../time/instant.ts'
import { elapsed } from '../../time/length.ts'
import type { JudgedPage } from '../../insight/pages/judge.ts'
import type { HeldMeeting, Lane, Panorama } from '../../insight/panorama.ts'
import { groupBy } from '../../model/group.ts'
import type { Meeting, Terms } from '../../model/meeting.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Occurrence } from '../../timeline/occurrences.ts'
import { colourOf, hexOf } from '../colours.ts'
import { nameOf, sayWhy } from '../names.ts'
import { marksOf } from '../people-marks.ts'
import type {
  PageCalendar,
  PageData,
  PageMeeting,
  PageOccurrence,
  PageRing,
  PageRotation,
} from './data.ts'
import { cleanLine, cleanPlace } from './text.ts'

/** What rang, by the id of the rotation. */
export interface Rang {
  readonly pages: ReadonlyMap<string, readonly JudgedPage[]>
  readonly hasTitles: boolean
}

/** `isPublished` says of which paths a calendar stands beside the page; the last commit is left out outside git. */
export function gatherPage(
  { workspace, within, lanes, meetings }: Panorama,
  isPublished: (path: string) => boolean,
  changed?: Instant,
  rang?: Rang,
): PageData {
  const people = [...workspace.people.values()]
  const places = new Map(people.map(({ id }, i) => [id, i]))
  const marks = marksOf(workspace, false)
  const groups = new Said<number[]>()
  const reasons = new Said<string>()
  const groupOf = (ids: readonly string[]): number =>
    groups.placeOf(ids.join(), () => ids.flatMap((id) => places.get(id) ?? []))
  const reasonOf = (reason: string): number => reasons.placeOf(reason, () => cleanLine(reason))

  const rotationOf = ({ rotation, shifts, gaps }: Lane): PageRotation => ({
    id: rotation.id,
    name: cleanLine(rotation.name) || rotation.id,
    end: rotation.end === undefined ? null : seconds(rotation.end.instant),
    shifts: shifts.flatMap((shift, i) => [
      seconds(shift.start) - (i === 0 ? 0 : seconds(shifts[i - 1]?.end ?? 0)),
      shift.end >= END_OF_TIME ? 0 : seconds(shift.end) - seconds(shift.start),
      groupOf(shift.people),
      reasonOf(sayWhy(shift)),
      shift.overrides.length > 0 ? 1 : 0,
    ]),
    gaps: gaps.map(({ start, end }) => [seconds(start), seconds(end)] as const),
    ...(rang && { rang: (rang.pages.get(rotation.id) ?? []).map((one) => ringOf(one, rang)) }),
  })
  const meetingOf = (meeting: Meeting, terms: Terms, occurrences: Occurrence[]): PageMeeting => ({
    id: meeting.id,
    name: cleanLine(meeting.name) || meeting.id,
    length: seconds(elapsed(terms.duration)),
    place: cleanPlace(terms.where ?? ''),
    everyone: terms.attendees.some(({ kind }) => kind === 'everyone'),
    chaired: meeting.chair !== undefined,
    roles: [...meeting.roles.keys()].map(cleanLine),
    occurrences: occurrences.map(({ start, due, chair, roles, attendees }): PageOccurrence => [
      seconds(start),
      seconds(due),
      places.get(chair ?? '') ?? null,
      groupOf(attendees),
      ...[...roles.values()].map((id) => places.get(id ?? '') ?? null),
    ]),
  })
  // One for what is true of it until it changes, and one for what is true from then on.
  const meetingsOf = ({ meeting, occurrences }: HeldMeeting): PageMeeting[] =>
    occurrences.length === 0
      ? [meetingOf(meeting, meeting, [])]
      : [...groupBy(occurrences, ({ terms }) => terms)].map(([terms, held]) =>
          meetingOf(meeting, terms, held),
        )
  return {
    team: cleanLine(workspace.team ?? ''),
    from: seconds(within.start),
    to: seconds(within.end),
    changed: changed === undefined ? null : seconds(changed),
    people: people.map(({ id, setting, changes }, i) => {
      const colour = colourOf(marks.get(id)?.number ?? i)
      return {
        id,
        name: cleanLine(nameOf(workspace, id)) || id,
        zone: setting.zone.name,
        moves: changes.map(({ from, zone }) => [seconds(from.instant), zone.name] as const),
        mark: marks.get(id)?.mark ?? '',
        colour: hexOf(colour),
        letters: colour.letters,
      }
    }),
    rotations: lanes.map(rotationOf),
    meetings: meetings.flatMap(meetingsOf),
    groups: groups.all,
    reasons: reasons.all,
    calendars: calendarsOf(workspace, isPublished),
  }
}

function ringOf({ at, night, incident }: JudgedPage, { hasTitles }: Rang): PageRing {
  const isNight = night === undefined ? 0 : 1
  return hasTitles ? [seconds(at), isNight, cleanLine(incident.title)] : [seconds(at), isNight]
}

/** Those that the workspace has and that are there: what lies about besides is not this page's to show. */
function calendarsOf(
  { team, rotations, people, meetings }: Workspace,
  isPublished: (path: string) => boolean,
): PageCalendar[] {
  return [
    { kind: 'team' as const, name: cleanLine(team ?? '') || 'Everything', path: 'team.ics' },
    ...[...rotations.values()].map((rotation) => calendarOf('rotations', rotation)),
    ...[...people.values()].map((person) => calendarOf('people', person)),
    ...[...meetings.values()].map((meeting) => calendarOf('meetings', meeting)),
  ].filter(({ path }) => isPublished(path))
}

function calendarOf(
  kind: PageCalendar['kind'],
  { id, name }: { readonly id: string; readonly name: string },
): PageCalendar {
  return { kind, name: cleanLine(name) || id, path: `${kind}/${id}.ics` }
}

/** Things said once, in the order in which they first came; each is made only when it is new. */
class Said<Thing> {
  readonly all: Thing[] = []
  readonly #places = new Map<string, number>()

  placeOf(key: string, make: () => Thing): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(make()) - 1
  }
}

function seconds(time: number): number {
  return Math.floor(time / 1000)
}
