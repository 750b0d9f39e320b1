/** The plan of an import: a workspace out of what a table, a calendar or another service tells. Pure. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { dayOfWall } from '../time/wall.ts'
import { sayDay } from '../time/words.ts'
import type { Zone } from '../time/zone.ts'
import { usualOf } from '../model/counts.ts'
import { RESERVED } from '../model/id.ts'
import type { Meeting } from '../model/meeting.ts'
import { Names, shortNames, slug } from '../model/naming.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Rotation } from '../model/rotation.ts'
import { unheard, type Tell } from '../model/tell.ts'
import { EMPTY, withMore, type Workspace } from '../model/workspace.ts'
import type { Brought, BroughtRotation } from './brought.ts'
import { findRotation, type Found } from './find.ts'
import { following } from './follows.ts'
import { inWords, layerInWords, overrideInWords, type WordOf } from './keys.ts'
import { peopleOf } from './people.ts'
import type { Stretch } from './stretch.ts'
import { longestTold, toldOf } from './told.ts'

export interface BroughtPlan {
  readonly workspace: Workspace
  /** Comments, by the thing above which they stand. */
  readonly notes: ReadonlyMap<object, readonly string[]>
  readonly rotations: readonly BroughtSaid[]
}

/** What became of a rotation, to be said and held against its source. */
export interface BroughtSaid {
  readonly id: string
  readonly name: string
  /** How much the turns that were found explain; undefined where they were told. */
  readonly found?: Pick<Found, 'kind' | 'shifts' | 'explained'> & { readonly overrides: number }
  /** Whether the format could not say all of it. */
  readonly isShort: boolean
  readonly unsaid: readonly string[]
  /** Who is on call by the source, by the ids of people, and in which stretch; undefined where it does not tell. */
  readonly shown: readonly Stretch[]
  readonly within?: Interval
}

/** What stands around it: the zone of what names none, and the team's name, where that is asked for. */
export interface Around {
  readonly zone: Zone
  readonly team?: string
  readonly now: Instant
  /** The workspace to which it comes, whose people go by their ids. */
  readonly there?: Workspace
}

/** The workspace that something brought in makes; where one is there, that and what comes to it. */
export function planBrought(
  brought: Brought,
  { zone, team, now, there = EMPTY }: Around,
  tell: Tell = unheard,
): BroughtPlan {
  const found = foundIn(brought.rotations, now, there, tell)
  const usual = there === EMPTY ? (usualZone(found) ?? zone) : there.zone
  const people = peopleOf(brought, usual, there.people)
  const idOf: WordOf = (key) => people.get(key)?.id ?? key
  const notes = new Map<object, readonly string[]>()
  const layers = new Map<Layer, Layer>()
  const said: BroughtSaid[] = []
  const rotations = brought.rotations.flatMap((its, i): Rotation[] => {
    const one = found[i]
    if (one === undefined) return []
    const { stretches, zones, told } = its
    const rotation = withPeople(one.rotation, idOf, layers)
    const unsaid = [...its.unsaid, ...(told === undefined ? sayZone(one, zones) : [])]
    const top = [...unsaid, ...sayTable(one)]
    if (top.length > 0) notes.set(rotation, top)
    if (rotation.overrides.length > 0 && told === undefined) {
      notes.set(rotation.overrides, [LEFT_OVER])
    }
    const within = told === undefined ? one.within : told.within
    said.push({
      id: rotation.id,
      name: rotation.name,
      ...(told === undefined && {
        found: {
          kind: one.kind,
          shifts: one.shifts,
          explained: one.explained,
          overrides: rotation.overrides.length,
        },
      }),
      isShort: told?.isShort ?? false,
      unsaid,
      shown: stretches.map((stretch) => inWords(stretch, idOf)),
      ...(within !== undefined && { within }),
    })
    return [rotation]
  })
  const meetings = meetingsOf(brought, idOf, [...rotations, ...there.rotations.values()], there)
  const workspace: Workspace = {
    ...there,
    team: team ?? there.team ?? brought.team ?? 'imported',
    zone: usual,
    people: withMore(there.people, people.values()),
    rotations: withMore(there.rotations, rotations),
    meetings: withMore(there.meetings, meetings),
  }
  const day = sayDay(dayOfWall(now))
  notes.set(workspace, [
    `Brought in from ${brought.from} on ${day}, as it was then.`,
    ...(brought.unsaid ?? []),
  ])
  return { workspace, notes, rotations: said }
}

/** What is found or told of rotations, in their order, those that can as followers; people go by their keys. */
function foundIn(
  rotations: readonly BroughtRotation[],
  now: Instant,
  there: Workspace,
  tell: Tell,
): Found[] {
  const ids = rotationIds(rotations, [...there.rotations.keys(), ...there.meetings.keys()])
  const longest = longestTold(rotations)
  const all = rotations.map((one, i) => {
    tell('looking for the order', i, rotations.length, 'rotations')
    const { name, stretches, zones, told } = one
    const id = ids[i] ?? name
    return told === undefined
      ? findRotation({ id, name, stretches, zones })
      : toldOf(id, name, told, longest, now)
  })
  return following(all, [...there.rotations.values()]).map((one, i) => {
    const overrides = rotations[i]?.told?.overrides
    return overrides === undefined ? one : { ...one, rotation: { ...one.rotation, overrides } }
  })
}

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
  const name = usualOf(zones.map((zone) => zone.name))
  return zones.find((zone) => zone.name === name)
}

function rotationIds(rotations: readonly BroughtRotation[], others: readonly string[]): string[] {
  const taken = [...RESERVED, ...others]
  const names = new Names(taken)
  const short = shortNames(
    rotations.map(({ name }) => name),
    taken,
  )
  return rotations.map(({ id }, i) => names.take(id ?? (short[i] || 'on-call')))
}

/** A rotation with ids in the place of keys; a follower goes on having the layers of whom it follows. */
function withPeople(rotation: Rotation, idOf: WordOf, known: Map<Layer, Layer>): Rotation {
  const layers = rotation.layers.map((layer) => {
    const its = known.get(layer) ?? layerInWords(layer, idOf)
    known.set(layer, its)
    return its
  })
  const overrides = rotation.overrides.map((one) => overrideInWords(one, idOf))
  return { ...rotation, layers, overrides }
}

function meetingsOf(
  { meetings }: Brought,
  idOf: WordOf,
  rotations: readonly Rotation[],
  there: Workspace,
): Meeting[] {
  const ids = [...rotations.map(({ id }) => id), ...there.meetings.keys()]
  const names = new Names([...RESERVED, ...ids])
  return meetings.map(({ id, ...meeting }) => {
    const attendees = meeting.attendees.map((one) =>
      one.kind === 'person' ? { ...one, person: idOf(one.person) } : one,
    )
    const its = names.take(id ?? (slug(meeting.name) || 'meeting'))
    return { ...meeting, attendees, id: its, name: meeting.name || its, place: NOWHERE }
  })
}
