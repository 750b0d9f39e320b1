/** All that the YAML files of a folder say. */
import { UTC, type Zone } from '../time/zone.ts'
import type { CheckName } from './checks.ts'
import type { HolidayList } from './holidays.ts'
import type { Meeting } from './meeting.ts'
import type { Person } from './person.ts'
import type { Problem } from './problem.ts'
import type { Rotation } from './rotation.ts'

/** How a team wants `check` to behave: a rule turned off, or its number (`min-rest: 12h`). */
export interface CheckSettings {
  readonly off: ReadonlySet<CheckName>
  /** Milliseconds of rest that people get between two shifts; the rule's own default where left out. */
  readonly minRest?: number
  /** Pairs of rotations that one person may hold at once. */
  readonly shared?: readonly (readonly [string, string])[]
}

export interface Workspace {
  readonly team?: string
  readonly zone: Zone
  readonly people: ReadonlyMap<string, Person>
  /** In the order in which they are written; files in the order of their paths. */
  readonly rotations: ReadonlyMap<string, Rotation>
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly holidays: ReadonlyMap<string, HolidayList>
  readonly checks: CheckSettings
  /** Ids of what could not be understood, and is therefore not above: whoever answers must name them. */
  readonly unsound: {
    readonly rotations: readonly string[]
    readonly meetings: readonly string[]
    /** There may be more rotations, meetings or overrides than are known. */
    readonly isPartial?: true
  }
}

/** A workspace in which there is nothing yet. */
export const EMPTY: Workspace = {
  zone: UTC,
  people: new Map(),
  rotations: new Map(),
  meetings: new Map(),
  holidays: new Map(),
  checks: { off: new Set() },
  unsound: { rotations: [], meetings: [] },
}

/** People, rotations or meetings, and more of them behind. */
export function withMore<T extends { readonly id: string }>(
  there: ReadonlyMap<string, T>,
  more: Iterable<T>,
): ReadonlyMap<string, T> {
  return new Map([...there, ...[...more].map((one) => [one.id, one] as const)])
}

/** Loading always gives both: what is sound, and all that is wrong. */
export interface Loaded {
  readonly workspace: Workspace
  readonly problems: readonly Problem[]
}
