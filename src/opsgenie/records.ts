/** What is known of Opsgenie and of JSM: schedules with their rotations, overrides, users, and who is on call. */

/** Somebody or something that takes turns. */
export interface Participant {
  readonly type: string
  readonly id: string
  /** The e-mail address of a user; empty where it is not told. */
  readonly username: string
  readonly name: string
}

/** When a rotation is active. */
export interface Restriction {
  /** Small letters; empty where it is every day. */
  readonly startDay: string
  readonly endDay: string
  /** Minutes since midnight. */
  readonly start: number
  readonly end: number
}

export interface OpsgenieRotation {
  /** Its name where it has none. */
  readonly id: string
  readonly name: string
  readonly startDate: string
  readonly endDate: string
  readonly type: string
  readonly length: number
  readonly participants: readonly Participant[]
  readonly restrictions: readonly Restriction[]
}

/** A rotation that does not stand in its schedule. */
export interface RotationApart {
  /** The id of its schedule; empty where that is not told. */
  readonly schedule: string
  readonly rotation: OpsgenieRotation
}

export interface OpsgenieSchedule {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly timezone: string
  readonly enabled: boolean
  readonly team: string
  readonly rotations: readonly OpsgenieRotation[]
}

export interface OpsgenieOverride {
  /** Id or name of the schedule; empty where the file does not say. */
  readonly schedule: readonly string[]
  readonly user: Participant
  readonly startDate: string
  readonly endDate: string
  /** Ids and names of those it is for; all where there are none. */
  readonly rotations: readonly string[]
}

export interface Period {
  /** The id of the rotation that it is of, its name where it has none. */
  readonly rotation: string
  readonly startDate: string
  readonly endDate: string
  readonly type: string
  readonly recipient: Participant
}

/** Who is on call as Opsgenie itself has worked it out. */
export interface OpsgenieTimeline {
  readonly schedule: readonly string[]
  readonly rotations: readonly string[]
  readonly startDate: string
  readonly endDate: string
  readonly final: readonly Period[]
  readonly base: readonly Period[]
}

export interface OpsgenieUser {
  readonly ids: readonly string[]
  readonly name: string
  /** Empty where it is hidden, as Atlassian lets people. */
  readonly email: string
  readonly timezone: string
}

/** All that was found. */
export interface Records {
  readonly schedules: readonly OpsgenieSchedule[]
  /** Those that are of none of these. */
  readonly strays: readonly RotationApart[]
  readonly overrides: readonly OpsgenieOverride[]
  readonly timelines: readonly OpsgenieTimeline[]
  readonly users: readonly OpsgenieUser[]
}
