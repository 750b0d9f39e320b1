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
  /** Why somebody is on call: `Weekly`, `Erin Walsh instead of Bob Okafor: a wedding`. */
  readonly reasons: readonly string[]
  /** Where each of them stands; left out without a repository. */
  readonly reasonPlaces?: readonly (PagePlace | null)[]
  /** The lists of the workspace, and the public holidays of the countries that people live in. */
  readonly holidays: readonly PageHolidays[]
  readonly warnings: readonly PageWarning[]
  readonly rotations: readonly PageRotation[]
  readonly meetings: readonly PageMeeting[]
  readonly calendars: readonly PageCalendar[]
  /** Where the files can be read on the web; left out where nobody said. */
  readonly repository?: PageRepository
}

/** A repository on the web. */
export interface PageRepository {
  /** The address of a line of a file, with `{path}` and `{line}`. */
  readonly address: string
  /** From the top of the repository. */
  readonly files: readonly string[]
}

/** A line of one of the files of the repository. */
export type PagePlace = readonly [file: number, line: number]

/** Days off: those of a list of the workspace by its name, or of a country by its code. */
export interface PageHolidays {
  readonly name: string
  readonly isCountry: boolean
  /** Sorted, counted from 1970-01-01. */
  readonly days: readonly number[]
}

/** What `check` warns of. Where it is not about a stretch of time, both ends are null. */
export interface PageWarning {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  readonly place?: PagePlace
}

/** When somebody is away; why stays in the files. */
export type PageAway = readonly [start: number, end: number, place?: PagePlace]

/** A person on the page. */
export interface PagePerson {
  readonly id: string
  readonly name: string
  readonly zone: string
  /** From when on they live in another one; in order of time. */
  readonly moves: readonly (readonly [at: number, zone: string])[]
  /** From when on their public holidays are those of which of `holidays`; -1 for none. In order of time. */
  readonly countries: readonly (readonly [at: number, holidays: number])[]
  readonly away: readonly PageAway[]
  /** How to reach them; only where it was asked for. */
  readonly contact?: readonly (readonly [name: string, value: string])[]
  readonly place?: PagePlace
  /**
   * Nobody else's, of at most two letters: known by it where there is no room. The same as in the terminal for a name
   * in Latin letters, as is the colour; else of the letters of the name.
   */
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
  readonly zone: string
  /** The rotations that follow it, by their index. */
  readonly followers: readonly number[]
  /** When it is over: it has no card from then on; null where it goes on. */
  readonly end: number | null
  /** What `check` warns of, by its index in `warnings`. */
  readonly warnings: readonly number[]
  readonly place?: PagePlace
  /**
   * Sorted, disjoint, and one after the other `SHIFT` numbers each: seconds since the end of the one before (of
   * the first: since 1970), length in seconds (0 where it never ends), group, reason, and 1 where an override is at
   * work plus twice how many shifts back the last piece of the same turn is (0 for the first piece).
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
  readonly warnings: readonly number[]
  /** Where it stands in the files. */
  readonly written?: PagePlace
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
