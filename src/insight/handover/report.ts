/** What `rotate handover` says of a stretch of a rotation. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Note } from '../../model/incident.ts'
import type { Rotation } from '../../model/rotation.ts'
import type { Difference } from '../../timeline/compare.ts'
import type { Occurrence } from '../../timeline/occurrences.ts'
import type { Again } from '../pages/again.ts'
import type { Duty, Responders } from '../pages/duty.ts'
import type { Judgement } from '../pages/judge.ts'
import type { TrendRow } from '../pages/trend.ts'
import type { Next } from './next.ts'
import type { Swap } from './swaps.ts'

/** A stretch of a rotation, for whoever comes next. */
export interface Report {
  readonly rotation: Rotation
  readonly within: Interval
  /** The turn that it is about; undefined of any other stretch. */
  readonly shift: { readonly layer: string; readonly turn: number } | undefined
  /** Whether the stretch was over when it was asked about. */
  readonly isComplete: boolean
  readonly people: Responders
  readonly held: Duty['held']
  readonly swaps: readonly Swap[]
  /** Where a service shows somebody else than the file. */
  readonly differences: readonly Difference[]
  readonly next: Next
  readonly meeting: Occurrence | undefined
  /** Undefined where no pager was asked, or it knows nothing of the rotation. */
  readonly pages: PagesPart | undefined
}

/** What a pager knows of the stretch. */
export interface PagesPart {
  readonly judgement: Judgement
  /** The last note, by the id of the incident. */
  readonly notes: ReadonlyMap<string, Note>
  readonly again: readonly (Again & { readonly note: Note | undefined })[]
  readonly now: TrendRow
  /** Earlier ranges, the latest first. */
  readonly trend: readonly (TrendRow & { readonly isComparable: boolean })[]
}

/** The keys of those who held it last in the stretch; nobody where it was not held at its end. */
export function leaversOf({ held, within }: Pick<Report, 'held' | 'within'>): string[] {
  const last: Instant = within.end - 1
  return [...held].flatMap(([key, stretches]) =>
    stretches.some(({ start, end }) => start <= last && last < end) ? [key] : [],
  )
}
