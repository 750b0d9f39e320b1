/** A service out of whose schedules a workspace can be made. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Person } from '../../model/person.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Listed, Schedule } from '../schedule.ts'
import type { Service, User } from '../service.ts'
import type { Drafted } from './draft.ts'

/** What an import needs of a service. */
export interface Importer extends Pick<Service, 'name' | 'about'> {
  /** All about a schedule; undefined where it is gone. */
  readonly sight: (listed: Listed, now: Instant) => Promise<Sighting | undefined>
  /** A user by their id, be they gone or not. */
  readonly newcomer: (id: string) => Promise<Newcomer>
  /** What the file says for a rotation to be kept in a schedule. */
  readonly keyOf: (schedule: Schedule) => Pick<Rotation, 'pagerduty'>
  /** What the file says for a person to be a user. */
  readonly keyOfUser: (id: string) => Pick<Person, 'pagerduty'>
}

/** A schedule as it was seen, with what it renders for most of a year, and its turns as layers of the file. */
export interface Sighting {
  readonly schedule: Schedule
  /** Names of the teams in the service that it belongs to. */
  readonly teams: readonly string[]
  /** What was asked for. */
  readonly range: Interval
  readonly drafted: Drafted
  /** The ids of users that it names, in that order; without those of what has ended, who may have left for good. */
  readonly users: readonly string[]
}

/** A user of a service with all that a person is made of. */
export interface Newcomer extends User {
  readonly zone: string
  /** The service does not know them any more. */
  readonly isGone: boolean
}

/** A workspace out of what stands in a service, and what of it could not be said. */
export interface ImportPlan {
  readonly workspace: Workspace
  /** Comments, by the thing above which they stand. */
  readonly notes: ReadonlyMap<object, readonly string[]>
  /** Layers that the service has and never shows, to be written as comments. */
  readonly beneath: ReadonlyMap<Rotation, readonly Layer[]>
  readonly rotations: readonly Imported[]
}

/** A schedule and the rotation that was made of it. */
export interface Imported {
  readonly rotation: string
  readonly schedule: string
  readonly name: string
  /** What could not be said, in sentences. */
  readonly unsaid: readonly string[]
  /** Who is on call until the horizon as the service renders it, by the ids of people. */
  readonly shown: readonly Held[]
}

/** People on call for a stretch. */
export interface Held {
  readonly start: Instant
  readonly end: Instant
  readonly people: readonly string[]
}
