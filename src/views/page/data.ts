/**
 * What stands in the page as JSON: the contract between the program, which writes it, and the page's own script.
 * Times are whole seconds since 1970 (UTC). People, groups and reasons are said once and named by their index.
 */

/** The data of the page, as it stands in it. */
export interface PageData {
  readonly team: string
  /** What the page knows of: the shifts that touch this stretch, each whole. */
  readonly from: number
  readonly to: number
  /** The last commit that touched the workspace; null outside git. */
  readonly changed: number | null
  readonly people: readonly PagePerson[]
  /** Those who are on call or attend together, by their index in `people`. */
  readonly groups: readonly (readonly number[])[]
  /** Why somebody is on call: `Weekly, turn 3`. */
  readonly reasons: readonly string[]
  readonly rotations: readonly PageRotation[]
  readonly meetings: readonly PageMeeting[]
  readonly calendars: readonly PageCalendar[]
}

/** A person on the page. */
export interface PagePerson {
  readonly id: string
  readonly name: string
  readonly zone: string
  /** From when on they live in another one; in order of time. */
  readonly moves: readonly (readonly [at: number, zone: string])[]
  /** Two letters, nobody else's: known by it where there is no room. The same as in the terminal, as is the colour. */
  readonly mark: string
  /** `#5fafd7` */
  readonly colour: string
  /** What is read best on that colour. */
  readonly letters: 'black' | 'white'
}

/** A rotation on the page, with its shifts. */
export interface PageRotation {
  readonly id: string
  readonly name: string
  /** When it is over: it has no card from then on; null where it goes on. */
  readonly end: number | null
  /**
   * Sorted, disjoint, and one after the other `SHIFT` numbers each: seconds since the end of the one before (of
   * the first: since 1970), length in seconds (0 where it never ends), group, reason, 1 where an override is at work.
   * A page of many rotations is hundreds of thousands of these: lists of their own would make it twice as large.
   */
  readonly shifts: readonly number[]
  /** When nobody is on call although somebody must be. */
  readonly gaps: readonly (readonly [start: number, end: number])[]
  /** What rang, in order of time; left out where no pager was asked. */
  readonly rang?: readonly PageRing[]
}

/** A page of somebody: when, 1 where that is at night on their clock, and about what, where titles are wanted. */
export type PageRing = readonly [at: number, night: 0 | 1, title?: string]

/** How many numbers a shift is. */
export const SHIFT = 5

/** A meeting on the page. */
export interface PageMeeting {
  readonly id: string
  readonly name: string
  /** In seconds. */
  readonly length: number
  /** A room, or the address of one on the web. */
  readonly place: string
  /** Whether the whole team is expected: then nobody wants a list. */
  readonly everyone: boolean
  /** Whether somebody leads it, be it nobody for once. */
  readonly chaired: boolean
  /** The other roles in it. */
  readonly roles: readonly string[]
  readonly occurrences: readonly PageOccurrence[]
}

/** `chair` is a person, null where nobody leads it; so is each of `roles`, in the order of those of the meeting. */
export type PageOccurrence = readonly [
  start: number,
  due: number,
  chair: number | null,
  group: number,
  ...roles: (number | null)[],
]

/** A calendar that stands beside the page. */
export interface PageCalendar {
  readonly kind: 'team' | 'rotations' | 'people' | 'meetings'
  readonly name: string
  /** From the page's folder; of letters, digits, `.`, `_`, `-` and `/`. */
  readonly path: string
}
