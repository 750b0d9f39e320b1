/** What is brought in to a workspace that is there: what of it is new, and who of it is known. Pure. */
import type { Instant } from '../time/instant.ts'
import { intersection } from '../time/interval.ts'
import {
  knownAmong,
  rotationThere,
  thingThere,
  type Acquaintance,
  type Doubt,
  type Left,
} from '../model/known.ts'
import type { Member, Override, Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import type { Brought, BroughtMeeting, BroughtRotation, ToldTurns } from './brought.ts'
import { keysIn, keysInMeeting } from './people.ts'
import { piecesOf, rangeOf, type Stretch } from './stretch.ts'

/** A rotation or a meeting that is there already, and where the source says otherwise from now on, if it says anything. */
export interface LeftAsItIs extends Left {
  readonly differences?: readonly Difference[]
}

/** What is new of something brought in. */
export interface BroughtThere {
  /** The rotations and meetings that are not there; who is known goes by their id. */
  readonly fresh: Brought
  readonly left: readonly LeftAsItIs[]
  readonly known: readonly Acquaintance[]
  /** Who in what is new may be one or another of those who are there. */
  readonly doubts: readonly Doubt[]
}

/** What of something brought in a workspace does not have. */
export function newIn(brought: Brought, there: Workspace, now: Instant): BroughtThere {
  const { rotations, meetings } = brought
  const matched = rotations.map((one) => rotationThere(one, there.rotations.values()))
  const fresh = rotations.filter((_, i) => matched[i] === undefined)
  const isNew = (one: BroughtMeeting): boolean =>
    thingThere(one, there.meetings.values()) === undefined
  const meetingsLeft = meetings.flatMap((one): LeftAsItIs[] => {
    const its = thingThere(one, there.meetings.values())
    if (its === undefined) return []
    return [{ kind: 'meeting', name: one.name, id: its.id }]
  })
  const all = people(brought, rotations, meetings)
  const { known } = knownAmong(all, there.people)
  // A key with a space is no id.
  const keyOf = (key: string): string => known.get(key)?.person.id ?? `new ${key}`
  const left = rotations.flatMap((one, i): LeftAsItIs[] => {
    const its = matched[i]
    if (its === undefined) return []
    const { name, stretches } = one
    const shown = stretches.map((stretch) => inKeys(stretch, keyOf))
    const differences = differencesFrom(shown, its, now)
    return [{ kind: 'rotation', name, id: its.id, ...(differences && { differences }) }]
  })
  const named = people(brought, fresh, meetings.filter(isNew))
  const { doubts } = knownAmong(named, there.people)
  return {
    fresh: {
      ...brought,
      people: new Map(
        [...all].map(([key, person]) => [keyOf(key), { ...person, key: keyOf(key) }]),
      ),
      rotations: fresh.map((one) => rotationInKeys(one, keyOf)),
      meetings: meetings.filter(isNew).map((one) => meetingInKeys(one, keyOf)),
    },
    left: [...left, ...meetingsLeft],
    known: [...named.keys()].flatMap((key) => known.get(key) ?? []),
    doubts,
  }
}

type NamedByKey = ReadonlyMap<string, NonNullable<ReturnType<Brought['people']['get']>>>

function people(
  brought: Brought,
  rotations: readonly BroughtRotation[],
  meetings: readonly BroughtMeeting[],
): NamedByKey {
  const keys = [...rotations.flatMap(keysIn), ...meetings.flatMap(keysInMeeting)]
  return new Map(
    keys.flatMap((key) => {
      const person = brought.people.get(key)
      return person === undefined ? [] : [[key, person] as const]
    }),
  )
}

/** Where a source says otherwise than a rotation that is there, from now to the end of what it tells; undefined where that is past. */
function differencesFrom(
  shown: readonly Stretch[],
  rotation: Rotation,
  now: Instant,
): readonly Difference[] | undefined {
  const within = intersection(rangeOf(shown), { start: now, end: Infinity })
  if (within === undefined) return undefined
  return compare(piecesOf(shown, within), timelineOf(rotation, within), within)
}

type KeyOf = (key: string) => string

/** Two names of one person are that person once. */
function inKeys<T extends { readonly people: readonly string[] }>(one: T, keyOf: KeyOf): T {
  return { ...one, people: [...new Set(one.people.map(keyOf))] }
}

function rotationInKeys({ told, ...one }: BroughtRotation, keyOf: KeyOf): BroughtRotation {
  return {
    ...one,
    stretches: one.stretches.map((stretch) => inKeys(stretch, keyOf)),
    ...(told !== undefined && { told: toldInKeys(told, keyOf) }),
  }
}

function toldInKeys(told: ToldTurns, keyOf: KeyOf): ToldTurns {
  const layers = told.layers.map((layer) => ({
    ...layer,
    members: layer.members.map((member): Member => inKeys(member, keyOf)),
  }))
  const overrides = told.overrides.map((one): Override => inKeys(one, keyOf))
  return { ...told, layers, overrides }
}

function meetingInKeys(meeting: BroughtMeeting, keyOf: KeyOf): BroughtMeeting {
  const { people } = inKeys({ people: keysInMeeting(meeting) }, keyOf)
  const others = meeting.attendees.filter(({ kind }) => kind !== 'person')
  const persons = people.map((person) => ({ kind: 'person' as const, person }))
  return { ...meeting, attendees: [...others, ...persons] }
}
