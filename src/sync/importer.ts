/** A service out of whose schedules a workspace can be made. */
import type { Instant } from '../time/instant.ts'
import type { Layer, Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Listed } from './schedule.ts'

/** A service that is asked for all of its schedules once; what a sighting is, it alone knows. */
export interface Importer<Sighting> {
  /** All about a schedule; undefined where it is gone. */
  readonly sight: (listed: Listed, now: Instant) => Promise<Sighting | undefined>
  /** The workspace that sightings make; `team` is its name, where somebody has named it. */
  readonly planImport: (
    sightings: readonly Sighting[],
    team: string | undefined,
    now: Instant,
  ) => Promise<ImportPlan>
}

/** A workspace out of what stands in a service, and what of it could not be said. */
export interface ImportPlan {
  readonly workspace: Workspace
  /** Comments, by the thing above which they stand. */
  readonly notes: ReadonlyMap<object, readonly string[]>
  /** Layers that the service has and never shows, to be written as comments. */
  readonly beneath: ReadonlyMap<Rotation, readonly Layer[]>
  readonly rotations: readonly Imported[]
  /** How long what is imported is held against what the service renders, in milliseconds. */
  readonly horizon: number
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
