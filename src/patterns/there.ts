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
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { compare, type Difference } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import type { Brought, BroughtMeeting, BroughtRotation } from './brought.ts'
import {
  inWords,
  keysIn,
  keysInMeeting,
  layerInWords,
  overrideInWords,
  type WordOf,
} from './keys.ts'
import type { NamedPerson } from './named-people.ts'
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
  const freshRotations = rotations.filter((_, i) => matched[i] === undefined)
  const met = meetings.map((one) => thingThere(one, there.meetings.values()))
  const freshMeetings = meetings.filter((_, i) => met[i] === undefined)
  const all = namedIn(brought, rotations, meetings)
  const { known } = knownAmong(all, there.people)
  // A key with a space is no id.
  const keyOf: WordOf = (key) => known.get(key)?.person.id ?? `new ${key}`
  const left = rotations.flatMap((one, i): LeftAsItIs[] => {
    const its = matched[i]
    if (its === undefined) return []
    const { name, stretches } = one
    const shown = stretches.map((stretch) => inWords(stretch, keyOf))
    const differences = differencesFrom(shown, its, now)
    return [{ kind: 'rotation', name, id: its.id, ...(differences && { differences }) }]
  })
  const meetingsLeft = meetings.flatMap(({ name }, i): LeftAsItIs[] => {
    const its = met[i]
    return its === undefined ? [] : [{ kind: 'meeting', name, id: its.id }]
  })
  const named = namedIn(brought, freshRotations, freshMeetings)
  const { doubts } = knownAmong(named, there.people)
  return {
    fresh: {
      ...brought,
      people: new Map(
        [...all].map(([key, person]) => [keyOf(key), { ...person, key: keyOf(key) }]),
      ),
      rotations: freshRotations.map((one) => rotationInKeys(one, keyOf)),
      meetings: freshMeetings.map((one) => meetingInKeys(one, keyOf)),
    },
    left: [...left, ...meetingsLeft],
    known: [...named.keys()].flatMap((key) => known.get(key) ?? []),
    doubts,
  }
}

/** Who is named in rotations and meetings, by their keys. */
function namedIn(
  { people }: Brought,
  rotations: readonly BroughtRotation[],
  meetings: readonly BroughtMeeting[],
): ReadonlyMap<string, NamedPerson> {
  const keys = [...rotations.flatMap(keysIn), ...meetings.flatMap(keysInMeeting)]
  return new Map(
    keys.flatMap((key) => {
      const person = people.get(key)
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

function rotationInKeys({ told, ...one }: BroughtRotation, keyOf: WordOf): BroughtRotation {
  return {
    ...one,
    stretches: one.stretches.map((stretch) => inWords(stretch, keyOf)),
    ...(told !== undefined && {
      told: {
        ...told,
        layers: told.layers.map((layer) => layerInWords(layer, keyOf)),
        overrides: told.overrides.map((each) => overrideInWords(each, keyOf)),
      },
    }),
  }
}

function meetingInKeys(meeting: BroughtMeeting, keyOf: WordOf): BroughtMeeting {
  const { people } = inWords({ people: keysInMeeting(meeting) }, keyOf)
  const others = meeting.attendees.filter(({ kind }) => kind !== 'person')
  const persons = people.map((person) => ({ kind: 'person' as const, person }))
  return { ...meeting, attendees: [...others, ...persons] }
}
