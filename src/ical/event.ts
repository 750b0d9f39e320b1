/** An event as it is to be published: all that it says, before it is known whether that is new. */
import type { Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import type { Instant } from '../time/instant.ts'

/** Its texts are clean, but not escaped. `end` is finite. */
export interface CalendarEvent extends Interval {
  readonly uid: string
  readonly summary: string
  /** What it is called in the files of single people, by their ids, where that is something else. */
  readonly summaries: ReadonlyMap<string, string>
  readonly description: string
  /** Whether it leaves the time free: a shift does, a meeting does not. */
  readonly transparent: boolean
  readonly location?: string
  readonly url?: string
  /** Milliseconds before its start at which clients should remind people. */
  readonly remind?: number
  /** The ids of the people in whose calendars it stands. */
  readonly people: readonly string[]
}

/** All that an event says as one text, which differs where two events do. In whose calendars it stands is no part of it. */
export function contentOf(event: CalendarEvent): string {
  const { uid, start, end, summary, description, transparent, location, url, remind } = event
  const others = [...event.summaries].join('\0')
  // Clean texts hold no NUL.
  return `${uid}\0${start}\0${end}\0${summary}\0${others}\0${description}\0${transparent}\0${location}\0${url}\0${remind}`
}

/** In order of start, then UID. */
export function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  return a.start - b.start || (a.uid < b.uid ? -1 : 1)
}

/**
 * Unique in the world, as far as team names are (RFC 5545, section 3.8.4.7): `ROTATION-START@TEAM.rotate`, of a meeting
 * with `-meeting` behind the instant at which it is due. Ids hold no more than letters, digits, `.`, `_` and `-`, and the
 * instant is always of one length, so no two things of a team share one. `team` is a key (see `teamKey`).
 */
export function uidOf(
  kind: 'shift' | 'meeting',
  id: string,
  at: Instant,
  team: string | undefined,
  nth = 1,
): string {
  const when = writeUtc(at).replaceAll(/[-:]/g, '')
  const what = `${kind === 'meeting' ? '-meeting' : ''}${nth === 1 ? '' : `-${nth}`}`
  return `${id}-${when}${what}@${team === undefined ? '' : `${team}.`}rotate`
}
