/** Which events of a calendar are in force: what a later version replaced is not, nor what was called off. */
import type { Instant } from '../time/instant.ts'
import type { Day } from '../time/wall.ts'
import { groupBy } from '../model/group.ts'

/** What says of an event whether it is in force. */
export interface Version {
  readonly uid: string
  readonly sequence: number
  readonly isCancelled: boolean
  /** The beginning of the occurrence that it replaces; of one that is said by its day alone, that day. */
  readonly instead?: {
    readonly at: Instant
    readonly isDay: boolean
    readonly day: Day
    /** Whether all that come after it are changed like it. */
    readonly isOnwards: boolean
  }
}

/**
 * The latest version of each event and of each occurrence that was changed (RFC 5545, section 3.8.7.4), those that call
 * one off among them. Some write one UID for all their events: of one sequence all stay.
 */
export function inForce<V extends Version>(versions: readonly V[]): V[] {
  const latest = [...groupBy(versions, keyOf).values()].flatMap((group) => {
    const last = Math.max(...group.map(({ sequence }) => sequence))
    return group.filter(({ sequence }) => sequence === last)
  })
  const whole = groupBy(
    latest.filter(({ instead }) => instead === undefined),
    ({ uid }) => uid,
  )
  const isOff = new Set(
    [...whole].flatMap(([uid, all]) => (all.every(({ isCancelled }) => isCancelled) ? [uid] : [])),
  )
  const current = new Set(latest.filter(({ uid }) => !isOff.has(uid)))
  return versions.filter((version) => current.has(version))
}

function keyOf({ uid, instead }: Version): string {
  return `${uid} ${instead?.at ?? ''}`
}

/** What changed all that come after it, the last before each occurrence. */
export class Onwards<V extends Version> {
  readonly #found: ReadonlyMap<string, readonly V[]>

  constructor(versions: readonly V[]) {
    this.#found = groupBy(
      versions
        .filter(({ instead }) => instead?.isOnwards === true)
        .sort((a, b) => (a.instead?.at ?? 0) - (b.instead?.at ?? 0)),
      ({ uid }) => uid,
    )
  }

  /** What changed the occurrence that would begin then; undefined where nothing did. */
  before(uid: string, at: Instant): V | undefined {
    return this.#found.get(uid)?.findLast(({ instead }) => instead !== undefined && instead.at < at)
  }
}

/** The occurrences of series in whose place something else stands, or nothing. */
export class Replaced {
  readonly #found: ReadonlySet<string>

  constructor(versions: readonly Version[]) {
    this.#found = new Set(
      versions.flatMap(({ uid, instead }) => {
        if (instead === undefined) return []
        return [instead.isDay ? `${uid} day ${instead.day}` : `${uid} ${instead.at}`]
      }),
    )
  }

  /** Whether that of an instant is, whose day on its clock is `day`. */
  has(uid: string, at: Instant, day: Day): boolean {
    return this.#found.has(`${uid} ${at}`) || this.#found.has(`${uid} day ${day}`)
  }
}
