/** The plan of an import: a workspace out of what a table, a calendar or another service tells. Pure. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall } from '../time/wall.ts'
import { sayDay } from '../time/words.ts'
import type { Zone } from '../time/zone.ts'
import type { Meeting } from '../model/meeting.ts'
import { idsOfPeople, Names, shortNames, slug } from '../model/naming.ts'
import { WORKING_DAY, type Person } from '../model/person.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Override, Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { coverageFor } from '../timeline/covered.ts'
import { patternOf } from '../timeline/layer.ts'
import type { Face, Faces } from './faces.ts'
import { findRotation, type Found } from './find.ts'
import { following } from './follows.ts'
import type { Stretch } from './stretch.ts'

/** A rotation that is brought in: who is on call when, by the keys of people. */
export interface BroughtRotation {
  readonly name: string
  /** Where it has one of ours already. */
  readonly id?: string
  readonly stretches: readonly Stretch[]
  readonly zones: readonly Zone[]
  /** What is to be known about it. */
  readonly unsaid: readonly string[]
  /** Where its turns are told, so that nothing need be looked for; its people by their keys. */
  readonly made?: MadeRotation
}

/** A rotation whose turns are told. */
export interface MadeRotation extends Pick<Rotation, 'zone' | 'layers' | 'overrides'> {
  /** The stretch in which it is told who is on call, to hold the turns against; undefined where it is not. */
  readonly within?: Interval
  /** Whether the format could not say all of it. */
  readonly isShort: boolean
}

/** A meeting that is brought in: its people by their keys. */
export type BroughtMeeting = Omit<Meeting, 'id' | 'place'> & { readonly id?: string }

/** All that a table, a calendar or a service tells. */
export interface Brought {
  /** Where it stood, as people know it: `rota.csv`. */
  readonly from: string
  readonly faces: Faces
  readonly rotations: readonly BroughtRotation[]
  readonly meetings: readonly BroughtMeeting[]
  readonly team?: string
  /** What is to be known about all of it. */
  readonly unsaid?: readonly string[]
}

/** What of a rotation is held against its source. */
export interface BroughtSaid {
  readonly id: string
  readonly name: string
  readonly found: Pick<Found, 'kind' | 'shifts' | 'explained' | 'within'>
  /** Whether its turns were told, and whether the format could not say all of them. */
  readonly made?: MadeRotation
  readonly overrides: number
  readonly unsaid: readonly string[]
  /** Who is on call by the source, by the ids of people. */
  readonly shown: readonly Stretch[]
}

export interface BroughtPlan {
  readonly workspace: Workspace
  /** Comments, by the thing above which they stand. */
  readonly notes: ReadonlyMap<object, readonly string[]>
  readonly rotations: readonly BroughtSaid[]
}

/** What stands around it: the zone that is usual, and the workspace that it is to go into, if there is one. */
export interface Around {
  readonly zone: Zone
  readonly team?: string
  readonly into?: Workspace
  readonly now: Instant
}

/** The workspace that something brought in makes. */
export function planBrought(brought: Brought, around: Around): BroughtPlan {
  const { into, now } = around
  const ids = rotationIds(brought.rotations, into)
  const layersTold = brought.rotations.flatMap(({ made }) => made?.layers ?? [])
  const longest = Math.max(0, ...layersTold.map(({ members }) => members.length))
  const found = following(
    brought.rotations.map((one, i) => {
      const { name, stretches, zones, made } = one
      const id = ids[i] ?? name
      return made === undefined
        ? findRotation({ id, name, stretches, zones })
        : toldOf(id, name, made, longest, now)
    }),
  ).map((one, i): Found => {
    const { overrides } = brought.rotations[i]?.made ?? one.rotation
    return { ...one, rotation: { ...one.rotation, overrides } }
  })
  const usual = into?.zone ?? usualZone(found) ?? around.zone
  const idOf = peopleOf(brought, usual, into)
  const notes = new Map<object, readonly string[]>()
  const layers = new Map<Layer, Layer>()
  const said: BroughtSaid[] = []
  const rotations = found.map((one, i): Rotation => {
    const its = brought.rotations[i]
    const rotation = withPeople(one.rotation, (key) => idOf.get(key)?.id ?? key, layers)
    const unsaid = [
      ...(its?.unsaid ?? []),
      ...(its?.made === undefined ? sayZone(one, its?.zones ?? []) : []),
    ]
    const top = [...unsaid, ...sayTable(one)]
    if (top.length > 0) notes.set(rotation, top)
    const made = its?.made
    if (rotation.overrides.length > 0 && made === undefined) {
      notes.set(rotation.overrides, [LEFT_OVER])
    }
    said.push({
      ...(made !== undefined && { made }),
      id: rotation.id,
      name: rotation.name,
      found: made === undefined ? one : { ...one, within: made.within ?? NOT_COMPARED },
      overrides: rotation.overrides.length,
      unsaid,
      shown: (its?.stretches ?? []).map((stretch) => ({
        ...stretch,
        people: stretch.people.map((key) => idOf.get(key)?.id ?? key),
      })),
    })
    return rotation
  })
  const meetings = meetingsOf(brought, idOf, rotations, into)
  const workspace: Workspace = {
    team: around.team ?? into?.team ?? brought.team ?? 'imported',
    zone: usual,
    people: new Map([...idOf.values()].map((person) => [person.id, person])),
    rotations: new Map(rotations.map((rotation) => [rotation.id, rotation])),
    meetings: new Map(meetings.map((meeting) => [meeting.id, meeting])),
    holidays: new Map(),
    checks: { off: new Set() },
    unsound: { rotations: [], meetings: [] },
  }
  const day = sayDay(dayOfWall(now))
  notes.set(workspace, [
    `Brought in from ${brought.from} on ${day}, as it was then.`,
    ...(brought.unsaid ?? []),
  ])
  return { workspace, notes, rotations: said }
}

/** As far as turns that are told are looked at: longer than nearly any roster takes to go round twice. */
const FAR = 400 * DAY

/**
 * The turns of a rotation that are told, as if they were found, without the overrides on top: up to where they and those
 * that they may follow, of at most `longest` members, have gone round, since what agrees so long goes on to.
 */
function toldOf(
  id: string,
  name: string,
  { zone, layers }: MadeRotation,
  longest: number,
  now: Instant,
): Found {
  const rotation: Rotation = {
    id,
    name,
    zone,
    coverage: 'always',
    layers,
    ahead: 0,
    overrides: [],
    place: NOWHERE,
  }
  const near = { start: now, end: now + 90 * DAY }
  const coverage = coverageFor(rotation, false, near)
  const ends = layers.map((layer) => {
    const { turns } = patternOf(layer)
    const first = turns.at(Math.max(now, layer.start.instant))
    return turns.startOf(first + layer.members.length + longest)
  })
  const within = { start: now, end: Math.max(now + FAR, ...ends) }
  return { rotation: { ...rotation, coverage }, kind: 'pattern', within, shifts: 0, explained: 0 }
}

/** Where nothing tells who is on call. */
const NOT_COMPARED: Interval = { start: 0, end: 0 }

const LEFT_OVER = 'What the turns do not explain: swaps, most likely.'

function sayTable({ kind, shifts }: Found): string[] {
  if (kind === 'pattern') return []
  return shifts < 2
    ? []
    : [`No order of people explains enough of these ${shifts} shifts, so they stand as a table.`]
}

/** Where the clock was guessed by its changes. */
function sayZone({ rotation }: Found, zones: readonly Zone[]): string[] {
  const guessed = rotation.layers.filter(
    ({ zone }) => zone.name !== 'UTC' && !zones.some(({ name }) => name === zone.name),
  )
  const names = [...new Set(guessed.map(({ zone }) => zone.name))]
  return names.length === 0
    ? []
    : [
        `Nothing names the time zone: the clock of ${names.join(' and ')} changes as these handoffs do.`,
      ]
}

/** The zone of most rotations. */
function usualZone(found: readonly Found[]): Zone | undefined {
  const zones = found.map(({ rotation }) => rotation.zone)
  const countOf = (zone: Zone): number => zones.filter(({ name }) => name === zone.name).length
  return [...zones].sort((a, b) => countOf(b) - countOf(a))[0]
}

function rotationIds(rotations: readonly BroughtRotation[], into: Workspace | undefined): string[] {
  const taken = [...(into?.rotations.keys() ?? []), ...(into?.unsound.rotations ?? [])]
  const names = new Names(['nobody', 'everyone', ...taken.map((id) => id.toLowerCase())])
  const short = shortNames(
    rotations.map(({ name }) => name),
    ['nobody', 'everyone', ...taken],
  )
  return rotations.map(({ id }, i) => names.take(id ?? (short[i] || 'on-call')))
}

/** The people who are named, by their keys; those who are known keep their ids. */
function peopleOf(
  { faces, rotations, meetings }: Brought,
  usual: Zone,
  into: Workspace | undefined,
): ReadonlyMap<string, Person> {
  const keys = new Set([
    ...rotations.flatMap(({ stretches, made }) => [
      ...(made?.layers ?? []).flatMap(({ members }) => members.flatMap(({ people }) => people)),
      ...(made?.overrides ?? []).flatMap(({ people }) => people),
      ...stretches.flatMap(({ people }) => people),
    ]),
    ...meetings.flatMap(({ attendees }) =>
      attendees.flatMap((one) => (one.kind === 'person' ? [one.person] : [])),
    ),
  ])
  const named = [...keys].flatMap((key) => faces.get(key) ?? [])
  const fresh = named.filter(({ person }) => person === undefined)
  const ids = idsOfPeople(
    // Of whom only an address is known the id is made of that.
    fresh.map(({ name, email = '', key }) => ({
      name: name === email ? '' : name,
      email,
      id: key,
    })),
    [...(into?.people.keys() ?? [])],
  )
  const emails = new Set<string>()
  const drafted = fresh.map((face, i): [string, Person] => {
    const id = ids[i] ?? face.key
    const isNew = face.email !== undefined && !emails.has(face.email.toLowerCase())
    if (isNew) emails.add(face.email.toLowerCase())
    return [face.key, personOf(face, id, usual, isNew)]
  })
  const byKey = new Map(drafted)
  // In the order in which they were named.
  return new Map(
    named.flatMap(({ key, person }) => {
      const one = person ?? byKey.get(key)
      return one === undefined ? [] : [[key, one] as const]
    }),
  )
}

function personOf({ name, email, zone }: Face, id: string, usual: Zone, isNew: boolean): Person {
  const its = zone ?? usual
  return {
    id,
    name: name === '' || name === email ? id : name,
    ...(isNew && email !== undefined && { email }),
    zone: its,
    setting: { zone: its, hours: WORKING_DAY },
    changes: [],
    away: [],
    recurring: [],
    contact: [],
    place: NOWHERE,
  }
}

/** A rotation with ids in the place of keys; a follower goes on having the layers of whom it follows. */
function withPeople(
  rotation: Rotation,
  idOf: (key: string) => string,
  known: Map<Layer, Layer>,
): Rotation {
  const people = <T extends { readonly people: readonly string[] }>(one: T): T => ({
    ...one,
    people: one.people.map(idOf),
  })
  const layers = rotation.layers.map((layer) => {
    const made = known.get(layer) ?? { ...layer, members: layer.members.map(people) }
    known.set(layer, made)
    return made
  })
  const overrides = rotation.overrides.map((one): Override => people(one))
  return { ...rotation, layers, overrides }
}

function meetingsOf(
  { meetings }: Brought,
  idOf: ReadonlyMap<string, Person>,
  rotations: readonly Rotation[],
  into: Workspace | undefined,
): Meeting[] {
  const taken = [
    ...(into?.meetings.keys() ?? []),
    ...(into?.rotations.keys() ?? []),
    ...rotations.map(({ id }) => id),
  ]
  const names = new Names(['nobody', 'everyone', ...taken.map((id) => id.toLowerCase())])
  return meetings.map(({ id, ...meeting }) => {
    const attendees = meeting.attendees.map((one) =>
      one.kind === 'person' ? { ...one, person: idOf.get(one.person)?.id ?? one.person } : one,
    )
    const its = names.take(id ?? (slug(meeting.name) || 'meeting'))
    return { ...meeting, attendees, id: its, name: meeting.name || its, place: NOWHERE }
  })
}

/** How long a calendar that never ends is looked at. */
export const AHEAD: number = 366 * DAY
