/** The plan of an import: a workspace out of what stands in a service, and what of it could not be said. Pure. */
import { DAY, type Instant } from '../../time/instant.ts'
import { sayDay } from '../../time/words.ts'
import { dayOfWall } from '../../time/wall.ts'
import { UTC, type Zone } from '../../time/zone.ts'
import { usualOf } from '../../model/counts.ts'
import type { Person } from '../../model/person.ts'
import { Names } from '../../model/naming.ts'
import { NOWHERE } from '../../model/place.ts'
import type { Layer, Member, Override, Rotation } from '../../model/rotation.ts'
import { EMPTY, withMore, type Workspace } from '../../model/workspace.ts'
import { coverageFor } from '../../timeline/covered.ts'
import { readMarker } from '../marker.ts'
import type { Schedule } from '../schedule.ts'
import { slicesOf } from '../slices.ts'
import { FAR, layerOf, zoneOf, type Odd } from './draft.ts'
import { following } from './follows.ts'
import { idsOf } from './ids.ts'
import type { Held, Importer, ImportPlan, Newcomer, Sighting } from './importer.ts'
import { draftOverrides } from './overrides.ts'
import { draftPeople } from './people.ts'
import { apart, simplified } from './rosters.ts'

/** How long what is imported is held against what the service renders. */
export const HORIZON: number = 90 * DAY

/** What stands around an import. */
export interface Around {
  /** The team's name, where that is asked for. */
  readonly team?: string
  readonly now: Instant
  /** The workspace to which it comes. */
  readonly there?: Workspace
  /** Its people who are users, by the ids of those. */
  readonly known?: ReadonlyMap<string, Person>
}

/** The workspace that sightings make, with the users that they name; where one is there, that and what comes to it. */
export function planImport(
  service: Importer,
  sightings: readonly Sighting[],
  users: readonly Newcomer[],
  { team: wished, now, there = EMPTY, known = new Map() }: Around,
): ImportPlan {
  const isNew = there === EMPTY
  const team = wished ?? there.team ?? teamOf(sightings)
  const usual = isNew ? usualZone(sightings) : there.zone
  const drafts = draftPeople(service, users, usual, known, there.people.keys())
  const { people, notes: beside } = drafts
  const notes = new Map<object, readonly string[]>(beside)
  const ids = idsOf(
    sightings.map(({ schedule }) => schedule),
    team,
    [...there.rotations.keys(), ...there.meetings.keys()],
  )
  const drafted = sightings.map((sighting, i) => {
    const id = ids[i] ?? sighting.schedule.id
    return { id, sighting, ...draftRotation(service, id, sighting, { team, isNew, people, now }) }
  })
  const written = following(
    drafted.map(({ rotation }) => rotation),
    { start: now, end: now + FAR },
  )
  const rotations = new Map(written.map((rotation) => [rotation.id, rotation]))
  const beneath = new Map<Rotation, readonly Layer[]>()
  for (const [i, { top, beside, unseen }] of drafted.entries()) {
    const rotation = written[i]
    if (rotation === undefined) continue
    if (top.length > 0) notes.set(rotation, top)
    for (const [thing, said] of beside) notes.set(thing, said)
    if (unseen.length > 0) beneath.set(rotation, unseen)
  }
  const imported = drafted.map(({ id, sighting, unsaid }) => ({
    rotation: id,
    schedule: sighting.schedule.id,
    name: sighting.schedule.name,
    unsaid,
    shown: shownBy(sighting, people),
  }))
  const workspace: Workspace = {
    ...there,
    team,
    zone: usual,
    people: withMore(there.people, used(people, rotations)),
    rotations: withMore(there.rotations, written),
  }
  notes.set(workspace, [
    `Brought in from ${service.name} on ${sayDay(dayOfWall(now))}, as it was then.`,
  ])
  return { workspace, notes, beneath, rotations: imported }
}

/** Whom no rotation names is left out: what they were in is hidden by something else. */
function used(
  people: ReadonlyMap<string, Person>,
  rotations: ReadonlyMap<string, Rotation>,
): Person[] {
  const named = [...rotations.values()].flatMap(({ layers, overrides }) => [
    ...layers.flatMap(({ members }) => members.flatMap((member) => member.people)),
    ...overrides.flatMap((one) => [...one.people, one.insteadOf]),
  ])
  return [...people.values()].filter(({ id }) => named.includes(id))
}

/** The team whose mark all of them have, or else the service's that all of them belong to, where that is one. */
function teamOf(sightings: readonly Sighting[]): string {
  const marks = sightings.map(({ schedule }) => readMarker(schedule.description).marker?.team)
  const [marked, ...others] = new Set(marks)
  if (marked !== undefined && others.length === 0) return marked
  const [first, ...rest] = sightings
  const shared = new Set(first?.teams).values()
  const [theirs, ...more] = [...shared].filter((team) =>
    rest.every(({ teams }) => teams.includes(team)),
  )
  return theirs !== undefined && theirs.trim() !== '' && more.length === 0 ? theirs : 'imported'
}

/** The zone that most schedules have, of several the first, which stands once for all. */
function usualZone(sightings: readonly Sighting[]): Zone {
  const zones = sightings.map(({ schedule }) => zoneOf(schedule.zone) ?? UTC)
  const usual = usualOf(zones.map(({ name }) => name))
  return zones.find(({ name }) => name === usual) ?? UTC
}

/** A rotation, and what is to be said of it. */
interface Drafted {
  readonly rotation: Rotation
  readonly unsaid: readonly string[]
  /** Comments on top. */
  readonly top: readonly string[]
  /** Comments above what is in it. */
  readonly beside: ReadonlyMap<object, readonly string[]>
  readonly unseen: readonly Layer[]
}

interface Drafting {
  readonly team: string
  /** Whether no workspace of the team is there. */
  readonly isNew: boolean
  /** By the ids of users. */
  readonly people: ReadonlyMap<string, Person>
  readonly now: Instant
}

function draftRotation(
  service: Importer,
  id: string,
  { schedule, range, drafted }: Sighting,
  { team, isNew, people, now }: Drafting,
): Drafted {
  const zone = zoneOf(schedule.zone)
  const horizon = range.start + HORIZON
  const { drafts, odd } = drafted
  const { addsUp } = service.about(schedule.kind)
  const far = { start: range.start, end: range.start + FAR }
  const { seen, unseen } = apart(drafts.map(layerOf), far)
  const layers = named(simplified(seen, far), schedule.name)
  const { filled, made } = draftOverrides(schedule, addsUp, odd, horizon, now)
  const idOf = (user: string): string => people.get(user)?.id ?? user
  const inPeople = <T extends Override | Member>(one: T): T => ({
    ...one,
    // Two users may be one person.
    people: [...new Set(one.people.map(idOf))],
  })
  const stand = filled.map((all) => all.map((one) => withReplaced(inPeople(one), idOf)))
  const overrides = [...stand.flat(), ...made.map((one) => withReplaced(inPeople(one), idOf))]
  const inLayer = (layer: Layer): Layer => ({ ...layer, members: layer.members.map(inPeople) })
  const bare: Rotation = {
    id,
    name: schedule.name.trim() === '' ? id : schedule.name,
    zone: zone ?? UTC,
    coverage: 'always',
    layers: layers.map(inLayer),
    ahead: 0,
    overrides,
    ...service.keyOf(schedule),
    place: NOWHERE,
  }
  const near = { start: range.start, end: horizon }
  const isHeld = slicesOf(schedule.rendered, near).every(({ who }) => who.length > 0)
  const coverage = coverageFor(bare, isHeld, near)
  const rotation: Rotation = { ...bare, coverage }
  const said = odd.map((one) => sayOdd(service, one, horizon, rotation.zone))
  const general = generalOf(service, schedule, team, isNew)
  // What is filled in is explained where that begins, all else on top.
  const top = [...general, ...said.filter((_, i) => stand[i]?.length === 0)]
  const beside = new Map<object, readonly string[]>()
  for (const [i, sentence] of said.entries()) {
    const [first] = stand[i] ?? []
    if (first !== undefined) beside.set(first, [sentence])
  }
  if (coverage === 'none') top.push(gapsIn(service))
  return {
    rotation,
    unsaid: [...general, ...said],
    top,
    beside,
    // Where what overlaps adds up nothing hides anything: what is not seen there is another's twin.
    unseen: addsUp ? [] : unseen.flatMap((one) => named([one], schedule.name)).map(inLayer),
  }
}

function gapsIn({ name }: Importer): string {
  return `In ${name} nobody is on call at times. Say in 'coverage' when somebody must be, and 'rotate check' looks.`
}

/** What is to be known about a schedule as a whole. */
function generalOf(
  { name }: Importer,
  { zone, description }: Schedule,
  team: string,
  isNew: boolean,
): string[] {
  const all: string[] = []
  if (zoneOf(zone) === undefined) {
    all.push(`${name}'s time zone '${zone}' is not known here: UTC stands for it.`)
  }
  const { marker } = readMarker(description)
  // What is ours and is not in our files any more comes back.
  if (marker !== undefined && (isNew || marker.team !== team)) {
    const whose = `rotate keeps this schedule already, as the rotation '${marker.rotation}' of the team '${marker.team}'`
    const way = isNew ? ' (delete this rotation here, or give --team)' : ''
    all.push(
      marker.team === team
        ? `${whose}: should that workspace still exist, two would keep one schedule.`
        : `${whose}: 'rotate sync' of another team refuses it${way}.`,
    )
  }
  return all
}

function withReplaced(override: Override, idOf: (user: string) => string): Override {
  const { insteadOf } = override
  return insteadOf === undefined ? override : { ...override, insteadOf: idOf(insteadOf) }
}

function sayOdd(
  service: Importer,
  { name, why, stints }: Odd,
  horizon: Instant,
  zone: Zone,
): string {
  const until = sayDay(dayOfWall(zone.wallAt(horizon)))
  const what = `'${name}' in ${service.name} cannot be said as turns: ${why}.`
  return stints.length === 0
    ? `${what} It shows nobody until ${until}.`
    : `${what} It is written shift by shift, until ${until}.`
}

/** Layers by the names that they have in the service, where those say something; each once. */
function named(layers: readonly Layer[], schedule: string): Layer[] {
  const taken = new Names([], ' ')
  return layers.map((layer, i) => {
    const isUsual =
      layer.name.trim() === '' ||
      layer.name === schedule ||
      /^((layer|event|rotation|shift|schedule) ?)?\d*(, first turn)?$/i.test(layer.name.trim())
    return { ...layer, name: isUsual ? String(i + 1) : taken.take(layer.name) }
  })
}

function shownBy({ schedule, range }: Sighting, people: ReadonlyMap<string, Person>): Held[] {
  const within = { start: range.start, end: range.start + HORIZON }
  return slicesOf(schedule.rendered, within).map(({ start, end, who }) => ({
    start,
    end,
    people: who.map((user) => people.get(user)?.id ?? user),
  }))
}
