/** Texts in, a workspace and all that is wrong with it out. */
import { UTC } from '../time/zone.ts'
import type { HolidayBook, HolidayList } from '../model/holidays.ts'
import { allTerms, rolesOf, type Meeting } from '../model/meeting.ts'
import type { Person } from '../model/person.ts'
import type { Source } from '../model/place.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Coverage, Rotation } from '../model/rotation.ts'
import { peopleOfRole } from '../model/role.ts'
import type { Loaded, Workspace } from '../model/workspace.ts'
import { understandChecks } from './meaning/checks.ts'
import { peopleCalled, rotationsCalled } from './meaning/called.ts'
import { understandHolidays } from './meaning/holidays.ts'
import { understandMeetings } from './meaning/meetings.ts'
import { understandPeople } from './meaning/people.ts'
import { understandRotations } from './meaning/rotations.ts'
import { zoneOf, type Scope } from './meaning/scope.ts'
import { merge } from './merge.ts'
import { Report, type Subject } from './report.ts'

/**
 * Reads the files of a workspace. Never throws for what a file says: what is sound is in `workspace`, all that
 * is wrong is in `problems`, in the order of the files.
 * @param book finds the public holidays of a country; without one, naming a country is a problem
 */
export function load(sources: readonly Source[], book: HolidayBook = () => undefined): Loaded {
  const report = new Report()
  const document = merge(sources, report)
  const zone = report.about('section timezone', () => zoneOf(document.timezone, UTC, report))
  const ids = {
    people: new Set(document.people.map(({ id }) => id)),
    rotations: new Set(document.rotations.map(({ id }) => id)),
  }
  const called = { people: peopleCalled(document), rotations: rotationsCalled(document) }
  const base = { report, zone, book, ids, called }
  const lists = understandHolidays({ ...base, lists: new Map() }, document.holidays)
  const scope: Scope = { ...base, lists }
  const people = understandPeople(scope, document.people)
  const rotations = understandRotations(scope, document.rotations, document.overrides)
  const meetings = understandMeetings(scope, document.meetings)
  const checks = understandChecks(scope, document.checks)
  const sound = soundParts(report, rotations, meetings, people)
  return {
    workspace: {
      ...(document.team && { team: document.team.value }),
      zone,
      people,
      holidays: lists,
      checks,
      ...sound,
      unsound: {
        rotations: document.rotations.map(({ id }) => id).filter((id) => !sound.rotations.has(id)),
        meetings: document.meetings.map(({ id }) => id).filter((id) => !sound.meetings.has(id)),
        ...(isPartial(report, document.rotations.length) && { isPartial: true }),
      },
    },
    problems: inOrder(report.problems, sources),
  }
}

function isPartial(report: Report, rotations: number): boolean {
  // Where nothing was found and something is wrong, that may be why.
  if (rotations === 0 && report.problems.some(isError)) return true
  const sections = ['rotations', 'overrides', 'meetings'] as const
  return !report.isAllSound() && sections.some((name) => !report.isSound(`section ${name}`))
}

/** What can be answered for: whose own text, people and lists are sound, and those of whom it follows. */
function soundParts(
  report: Report,
  rotations: ReadonlyMap<string, Rotation>,
  meetings: ReadonlyMap<string, Meeting>,
  people: ReadonlyMap<string, Person>,
): Pick<Workspace, 'rotations' | 'meetings'> {
  if (report.isAllSound()) return { rotations, meetings }
  const isSound = (subject: Subject): boolean => report.isSound(subject)
  // Who is on call is known by the id alone; who leads a meeting depends on absences too.
  const knowsIds = (ids: readonly string[]): boolean =>
    ids.every((id) => people.has(id) && isSound(`id ${id}`))
  const knowsPeople = (ids: readonly string[]): boolean =>
    knowsIds(ids) && ids.every((id) => isSound(`person ${id}`))
  const soundRotations = new Map(
    [...rotations].filter(
      ([id, rotation]) =>
        isSound(`rotation ${id}`) &&
        isSound(`overrides ${id}`) &&
        knowsIds(peopleIn(rotation)) &&
        listsIn(rotation).every(({ name }) => isSound(`list ${name}`)),
    ),
  )
  const soundMeetings = new Map(
    [...meetings].filter(
      ([id, meeting]) =>
        isSound(`meeting ${id}`) &&
        knowsPeople(rolesOf(meeting).flatMap(([, role]) => peopleOfRole(role))) &&
        rotationsIn(meeting).every((rotation) => soundRotations.has(rotation)) &&
        meeting.skip.every((skip) => skip.kind !== 'list' || isSound(`list ${skip.list.name}`)),
    ),
  )
  return { rotations: soundRotations, meetings: soundMeetings }
}

function peopleIn({ layers, overrides }: Rotation): string[] {
  return [
    ...layers.flatMap(({ members }) => members.flatMap(({ people }) => people)),
    ...overrides.flatMap(({ people, insteadOf }) => [
      ...people,
      ...(insteadOf === undefined ? [] : [insteadOf]),
    ]),
  ]
}

/** Those that must be known for its attendees and roles. */
function rotationsIn(meeting: Meeting): string[] {
  return [
    ...allTerms(meeting).flatMap(({ attendees }) =>
      attendees.flatMap((one) => (one.kind === 'on-call' ? one.rotation : [])),
    ),
    ...rolesOf(meeting).flatMap(([, role]) => (role.kind === 'on-call' ? role.rotation : [])),
  ]
}

function listsIn({ layers, coverage }: Rotation): HolidayList[] {
  const windows = [...layers.flatMap(({ during }) => during), ...windowsOf(coverage)]
  return windows.flatMap(({ lists, except }) => [...lists, ...except])
}

function windowsOf(coverage: Coverage): Exclude<Coverage, string> {
  return typeof coverage === 'string' ? [] : coverage
}

function inOrder(problems: readonly Problem[], sources: readonly Source[]): Problem[] {
  const order = new Map(
    [...sources]
      .map(({ path }) => path)
      .sort()
      .map((path, i) => [path, i]),
  )
  const rank = ({ place }: Problem): number => order.get(place?.source.path ?? '') ?? -1
  return [...problems].sort(
    (a, b) => rank(a) - rank(b) || (a.place?.from ?? 0) - (b.place?.from ?? 0),
  )
}
