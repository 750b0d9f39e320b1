/** `not-in-team`: somebody has a shift, or leads a meeting, before they come or after they leave. */
import { intersection, type Interval } from '../../time/interval.ts'
import { sayFullTime } from '../../time/words.ts'
import { CHAIR, roleNamed, type Meeting } from '../../model/meeting.ts'
import { countsAt } from '../../model/dated.ts'
import type { Person } from '../../model/person.ts'
import type { Place } from '../../model/place.ts'
import type { Role } from '../../model/role.ts'
import type { Workspace } from '../../model/workspace.ts'
import { holdersIn, occurrencesOf } from '../../timeline/occurrences.ts'
import type { Shift } from '../../timeline/shifts.ts'
import { groupBy } from '../../model/group.ts'
import { heldBy } from './shifts/held.ts'
import { memberPlace } from './shifts/places.ts'
import type { Finding, Rule } from './rule.ts'
import { sayStretches } from './shifts/stretches.ts'

export const notInTeam: Rule = {
  name: 'not-in-team',
  severity: 'error',
  summary: 'Somebody has a shift, or leads a meeting, before their `from` or after their `until`.',
  wrong: `
people: { alice: {}, bob: { until: 2027-01-01 } }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  right: `
people: { alice: {}, bob: { until: 2027-01-01 } }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, { who: bob, until: 2027-01-01 }] }
`,
  check: ({ workspace, rotations, meetings, within }) => [
    ...rotations.flatMap(({ rotation, shifts }) =>
      [...workspace.people.values()].flatMap((person) =>
        outside(person).flatMap(
          (absent) => ofRotation(rotation.id, shifts, person, absent, within) ?? [],
        ),
      ),
    ),
    ...meetings.flatMap((meeting) => ofMeeting(workspace, meeting, within)),
  ],
}

/** One problem for each rotation and side of somebody's time in the team. */
function ofRotation(
  rotation: string,
  shifts: readonly Shift[],
  person: Person,
  absent: Interval,
  within: Interval,
): Finding | undefined {
  const { id, zone } = person
  const inside = intersection(absent, within)
  const held = heldBy(id, shifts)
  const pieces = held.flatMap((shift) => {
    const stretch = inside && intersection(inside, shift)
    return stretch === undefined ? [] : { shift, stretch }
  })
  const said = sayStretches(
    pieces.map(({ stretch }) => stretch),
    zone,
  )
  const first = pieces[0]?.shift
  if (said === undefined || first === undefined) return undefined
  const key = absent.end === Infinity ? 'until' : 'from'
  const entry = first.layer?.members.find(({ people }) => people.includes(id))
  // A turn that begins before they leave goes on after: the same date does not end it.
  const way =
    entry?.[key] === undefined
      ? `give their entry in the roster the same '${key}'`
      : `put '${key}' of their entry in the roster where no turn of theirs reaches outside`
  return {
    message: `'${id}' is on call for '${rotation}' ${said.words}, ${why(person, said.start)}: ${way}, or add an override`,
    place: memberPlace(first, id),
    rotation,
    people: [id],
    start: said.start,
    end: said.end,
  }
}

/** One problem for each meeting, and side of somebody's time in the team, however often they chair. */
function ofMeeting(workspace: Workspace, meeting: Meeting, within: Interval): Finding[] {
  const outside = occurrencesOf(workspace, meeting, within).flatMap((occurrence) => {
    const { start, end } = occurrence
    return holdersIn(occurrence).flatMap(([role, id]) => {
      const person = workspace.people.get(id)
      if (person === undefined || countsAt(person, start)) return []
      const key = `${role} ${person.id} ${isBefore(person, start)}`
      return { person, role, start, end, key }
    })
  })
  const groups = groupBy(outside, ({ key }) => key)
  return [...groups.values()].flatMap((times) => {
    const [{ person, role, start, end }] = times
    // In the zone of the dates that follow it.
    const { zone } = person
    const said = sayStretches(times, zone)
    const its = roleNamed(meeting, role)
    const place = its && placeIn(its, person.id)
    const does = role === CHAIR ? 'chairs' : `is ${role} of`
    const when = times.length > 1 ? said?.words : `on ${sayFullTime(zone, start)} (${zone.name})`
    return {
      message: `'${person.id}' ${does} '${meeting.id}' ${when}, ${why(person, start)}: ${wayOut(its, role, person.id)}`,
      place: place ?? meeting.place,
      meeting: meeting.id,
      people: [person.id],
      start,
      end: said?.end ?? end,
    }
  })
}

function wayOut(its: Role | undefined, role: string, id: string): string {
  if (its?.overrides.some(({ person }) => person === id))
    return `name somebody else in its 'overrides'`
  if (its?.kind === 'on-call') return `put an override into '${its.rotation}', or into the role`
  return `give their entry under '${role}' the same date`
}

/** Where a role names somebody. */
function placeIn(role: Role, id: string): Place | undefined {
  const override = role.overrides.find(({ person }) => person === id)
  if (override !== undefined) return override.place
  if (role.kind === 'on-call') return role.place
  return role.members.find(({ people }) => people.includes(id))?.place
}

/** When a person is not in the team. */
function outside({ from, until }: Person): Interval[] {
  return [
    ...(from === undefined ? [] : [{ start: -Infinity, end: from.instant }]),
    ...(until === undefined ? [] : [{ start: until.instant, end: Infinity }]),
  ]
}

function isBefore({ from }: Person, at: number): boolean {
  return from !== undefined && at < from.instant
}

function why(person: Person, at: number): string {
  const { from, until, zone } = person
  return isBefore(person, at)
    ? `before they come to the team (${sayFullTime(zone, from?.instant ?? at)})`
    : `after they left the team (${sayFullTime(zone, until?.instant ?? at)})`
}
