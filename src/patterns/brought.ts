/** What a table, a calendar or another service tells, before it is a workspace: people go by keys. */
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Rotation } from '../model/rotation.ts'
import type { NamedPerson } from './named-people.ts'
import type { Stretch } from './stretch.ts'

/** All that is brought in. */
export interface Brought {
  /** Where it stood, as people know it: `rota.csv`. */
  readonly from: string
  /** By their keys. */
  readonly people: { readonly get: (key: string) => NamedPerson | undefined }
  readonly rotations: readonly BroughtRotation[]
  readonly meetings: readonly BroughtMeeting[]
  readonly team?: string
  /** What is to be known about all of it. */
  readonly unsaid?: readonly string[]
}

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
  readonly told?: ToldTurns
}

/** The turns of a rotation, where the source tells them and not only who is on call. */
export interface ToldTurns extends Pick<Rotation, 'zone' | 'layers' | 'overrides'> {
  /** The stretch in which it is told who is on call, to hold the turns against; undefined where it is not. */
  readonly within?: Interval
  /** Whether the format could not say all of it. */
  readonly isShort: boolean
}

/** A meeting that is brought in: its people by their keys. */
export type BroughtMeeting = Omit<Meeting, 'id' | 'place'> & { readonly id?: string }
