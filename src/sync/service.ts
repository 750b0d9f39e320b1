/** A service that schedules can be kept in agreement with, as the rest of this room sees it. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Escalation } from '../model/escalation.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Request, Sent } from './request.ts'
import type { Frame, Item, Listed, Schedule } from './schedule.ts'
import type { Circumstances, SchedulePlan } from './schedule-plan.ts'
import type { Wish } from './wish.ts'

/** The service said no: nothing was done. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A write whose answer was lost: it may have been done. */
export class Unsure extends Error {}

/** The service does not answer, and is not asked again. */
export class GivenUp extends Error {}

/** An answer that is not what the service's contract says. */
export class OddAnswer extends Error {}

/** What a service answered about a schedule, so that it need not be asked twice; the service alone can read it. */
export interface Answer {
  readonly body: unknown
  /** Whether it tells what is rendered in the range that a plan needs. */
  readonly isRendered: boolean
}

/** A frame, and what was answered about it a moment ago. */
export interface Seen extends Frame {
  readonly answer?: Answer
}

/** What is known of a schedule already when it is read. */
export interface Known {
  readonly answer?: Answer | undefined
  /** How it stood, and all that was sent about it since: every request of a round was answered. */
  readonly round?: { readonly before: Schedule | undefined; readonly sent: readonly Sent[] }
}

/** A user of the service. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** A user who made something by hand; the name is the service's. */
export type Maker = Pick<User, 'id' | 'name'>

/** What the file says of a rotation's schedule in the service. */
export interface Link {
  /** The id of the schedule, where the file names it. */
  readonly schedule: string | undefined
  /** The kind that a new one is to have. */
  readonly kind: string
  readonly keepsForeign: boolean
}

/** What is to be known about a kind of schedule, to speak of it. */
export interface About {
  /** `shift-based`. */
  readonly name: string
  /** `a custom shift`: an item that stands by itself. */
  readonly item: string
  /** Whether an item that stands by itself puts somebody beside whoever is on call, not in their place. */
  readonly addsUp: boolean
  /** The most characters of a description. */
  readonly mostLetters: number
}

/** The ids that came with answers, by the names that stand for them in requests. */
export type Names = Map<string, string>

/** A service. What it throws is one of the errors above. */
export interface Service {
  /** `PagerDuty`. */
  readonly name: string
  readonly linkOf: (rotation: Rotation) => Link
  /** The id that the file names of a person's user. */
  readonly idNamed: (person: Person) => string | undefined
  readonly about: (kind: string) => About
  /** What can be said better in the file, now that it is known what there is; each a sentence. */
  readonly hintsOn: (rotation: Rotation, schedule: Schedule) => readonly string[]

  /** Every schedule that there is. */
  readonly list: () => Promise<readonly Listed[]>
  /**
   * A schedule's frame; undefined where there is none of that id. With a range, what it renders is asked for in the same
   * breath. The kind is what it was last seen to be.
   */
  readonly frame: (id: string, within?: Interval, kind?: string) => Promise<Seen | undefined>
  /** All of a schedule that matters within a range; undefined where it is gone. */
  readonly read: (
    frame: Pick<Frame, 'id' | 'kind'>,
    within: Interval,
    known?: Known,
  ) => Promise<Schedule | undefined>
  /** The same schedule with all its items of a year before and after. */
  readonly withBeyond: (schedule: Schedule, within: Interval) => Promise<Schedule>
  /** A user by their id; undefined where the service does not know them any more. */
  readonly user: (id: string) => Promise<User | undefined>
  /** Looks for the users of people, as they are still sought, and tells whom it finds, be they sought or not. */
  readonly seek: (
    sought: () => readonly Person[],
    found: (users: readonly User[]) => void,
  ) => Promise<void>
  /** The makers of items by the ids of these, as far as the service tells. */
  readonly makers: (
    schedule: Schedule,
    items: readonly Item[],
    now: Instant,
  ) => Promise<ReadonlyMap<string, Maker>>
  /** Who is paged now because of the schedules of rotations, by the id of the schedule. */
  readonly escalations: (
    rotations: ReadonlyMap<string, string>,
    people: readonly Person[],
  ) => Promise<Escalation[]>

  /** The plan for a rotation and its schedule, in the dialect of a kind. */
  readonly plan: (
    wish: Wish,
    kind: string,
    schedule: Schedule | undefined,
    circumstances: Circumstances,
  ) => SchedulePlan
  /** The request that changes a schedule's description, and nothing else. */
  readonly describing: (schedule: Schedule, description: string) => Request
  /** Sends one request; what it gives gets its name. Throws `Unsure` where its answer is lost. */
  readonly send: (request: Request, names: Names) => Promise<unknown>
  /** Deletes a schedule. */
  readonly remove: (frame: Pick<Frame, 'id' | 'kind'>) => Promise<void>

  /** A pause that grows, before something is tried again. */
  readonly pause: (attempt: number) => Promise<void>
  /** Tells whoever looks what takes long. */
  readonly tell: (text: string) => void
  /** Something was brought to its end, so that the service does work: what was lost on the way is forgotten. */
  readonly succeeded: () => void
}
