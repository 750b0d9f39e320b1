/** Something wrong: with a code, a place and a way out. */
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import type { Place } from './place.ts'

export type Severity = 'error' | 'warning'

export interface Problem {
  /** A word that stays the same, for `--ignore` and for docs/problems.md. */
  readonly code: string
  readonly severity: Severity
  /** A sentence in the user's words, with a way out. May hold text from a file: whoever shows it cleans it. */
  readonly message: string
  readonly place?: Place
  /** Another place that belongs to it: "first given here". */
  readonly related?: { readonly place: Place; readonly note: string }
  /** What it is about, where it is about the timeline: ids, and a stretch of time. */
  readonly rotation?: string
  readonly rotations?: readonly string[]
  readonly meeting?: string
  readonly people?: readonly string[]
  /** The zone in which the message speaks, where it speaks of times. */
  readonly zone?: Zone
  readonly start?: Instant
  readonly end?: Instant
  /** The ids of those who are free to take it, best first, where that was looked for. */
  readonly free?: readonly string[]
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}
