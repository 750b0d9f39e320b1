/** What a page holds, out of all that is on in a stretch of time. */
import { END_OF_TIME, type Instant } from '../../time/instant.ts'
import { elapsed } from '../../time/length.ts'
import type { JudgedPage } from '../../insight/pages/judge.ts'
import type { HeldMeeting, Lane, Panorama } from '../../insight/panorama.ts'
import { groupBy } from '../../model/group.ts'
import type { Meeting, Terms } from '../../model/meeting.ts'
import type { Workspace } from '../../model/workspace.ts'
import { followersOf } from '../../timeline/followers.ts'
import type { Occurrence } from '../../timeline/occurrences.ts'
import type { Shift } from '../../timeline/shifts.ts'
import type {
  PageCalendar,
  PageData,
  PageMeeting,
  PageOccurrence,
  PagePlace,
  PageRing,
  PageRotation,
} from './data.ts'
import { holidaysOf } from './holidays.ts'
import { peopleOf } from './people.ts'
import { Places, type Repository } from './places.ts'
import { placeOfReason, reasonOf } from './reasons.ts'
import { cleanLine, cleanPlace, secondsOf } from './text.ts'
import { warningsOf } from './warnings.ts'

/** What rang, by the id of the rotation. */
export interface Rang {
  readonly pages: ReadonlyMap<string, readonly JudgedPage[]>
  readonly hasTitles: boolean
}

/** What else a page says, where that is known or asked for. */
export interface PageWishes {
  /** The last commit that touched the workspace; left out outside git. */
  readonly changed?: Instant | undefined
  readonly rang?: Rang | undefined
  /** Where lines of the files are seen on the web. */
  readonly repository?: Repository | undefined
  /** Whether it says how to reach people. */
  readonly contacts?: boolean
}

/** `isPublished` says of which paths a calendar stands beside the page. */
export function gatherPage(
  panorama: Panorama,
  isPublished: (path: string) => boolean,
  { changed, rang, repository, contacts = false }: PageWishes = {},
): PageData {
  const { workspace, within, lanes, meetings } = panorama
  const indices = new Map([...workspace.people.keys()].map((id, i) => [id, i]))
  const rows = new Map(lanes.map(({ rotation }, i) => [rotation.id, i]))
  const places = new Places(repository)
  const holidays = holidaysOf(workspace, within)
  const warnings = warningsOf(panorama, places)
  const groups = new Said<number[]>()
  const reasons = new Said<string>()
  const reasonPlaces: (PagePlace | null)[] = []
  const groupOf = (ids: readonly string[]): number =>
    groups.placeOf(ids.join(), () => ids.flatMap((id) => indices.get(id) ?? []))
  const reason = (shift: Shift): number => {
    const text = reasonOf(workspace, shift)
    const place = places.at(placeOfReason(shift))
    const index = reasons.placeOf(`${text}\0${place?.join() ?? ''}`, () => cleanLine(text))
    reasonPlaces[index] = place
    return index
  }

  const rotationOf = ({ rotation, shifts, gaps }: Lane): PageRotation => ({
    id: rotation.id,
    name: cleanLine(rotation.name) || rotation.id,
    zone: rotation.zone.name,
    followers: followersOf(workspace, rotation.id).flatMap(({ id }) => rows.get(id) ?? []),
    end: rotation.end === undefined ? null : secondsOf(rotation.end.instant),
    shifts: numbersOf(shifts, groupOf, reason),
    gaps: gaps.map(({ start, end }) => [secondsOf(start), secondsOf(end)] as const),
    warnings: warnings.rotations.get(rotation.id) ?? [],
    ...places.of(rotation.place),
    ...(rang && { rang: (rang.pages.get(rotation.id) ?? []).map((one) => ringOf(one, rang)) }),
  })
  const meetingOf = (meeting: Meeting, terms: Terms, occurrences: Occurrence[]): PageMeeting => ({
    id: meeting.id,
    name: cleanLine(meeting.name) || meeting.id,
    length: secondsOf(elapsed(terms.duration)),
    place: cleanPlace(terms.where ?? ''),
    everyone: terms.attendees.some(({ kind }) => kind === 'everyone'),
    chaired: meeting.chair !== undefined,
    roles: [...meeting.roles.keys()].map(cleanLine),
    occurrences: occurrences.map(({ start, due, chair, roles, attendees }): PageOccurrence => [
      secondsOf(start),
      secondsOf(due),
      indices.get(chair ?? '') ?? null,
      groupOf(attendees),
      ...[...roles.values()].map((id) => indices.get(id ?? '') ?? null),
    ]),
    warnings: warnings.meetings.get(meeting.id) ?? [],
    ...placed(places, meeting),
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
    from: secondsOf(within.start),
    to: secondsOf(within.end),
    changed: changed === undefined ? null : secondsOf(changed),
    people: peopleOf(workspace, { within, holidays, places, contacts }),
    warnings: warnings.all,
    rotations: lanes.map(rotationOf),
    meetings: meetings.flatMap(meetingsOf),
    groups: groups.all,
    reasons: reasons.all,
    ...(repository && { reasonPlaces }),
    holidays: holidays.all,
    calendars: calendarsOf(workspace, isPublished),
    ...places.said(),
  }
}

/** Shifts as `SHIFT` numbers each. */
function numbersOf(
  shifts: readonly Shift[],
  groupOf: (ids: readonly string[]) => number,
  reasonOf: (shift: Shift) => number,
): number[] {
  const numbers: number[] = []
  const last = new Map<string, number>()
  let before = 0
  for (const [i, shift] of shifts.entries()) {
    const { people, layer, turn, overrides } = shift
    const [start, end] = [secondsOf(shift.start), secondsOf(shift.end)]
    let back = 0
    if (layer !== null) {
      const key = `${turn} ${layer.name}`
      back = i - (last.get(key) ?? i)
      last.set(key, i)
    }
    numbers.push(
      start - before,
      shift.end >= END_OF_TIME ? 0 : end - start,
      groupOf(people),
      reasonOf(shift),
      2 * back + (overrides.length > 0 ? 1 : 0),
    )
    before = end
  }
  return numbers
}

function ringOf({ at, night, incident }: JudgedPage, { hasTitles }: Rang): PageRing {
  const isNight = night === undefined ? 0 : 1
  return hasTitles ? [secondsOf(at), isNight, cleanLine(incident.title)] : [secondsOf(at), isNight]
}

/** `place` is where a meeting is held: where it stands in the files is another thing. */
function placed(places: Places, { place }: Meeting): Pick<PageMeeting, 'written'> {
  const written = places.of(place).place
  return written === undefined ? {} : { written }
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
