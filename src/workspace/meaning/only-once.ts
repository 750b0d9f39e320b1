/** What no two of a kind may have: the second is told, with the place of the first. */
import type { Code } from '../codes.ts'
import type { Told } from '../format/shape.ts'
import type { Report } from '../report.ts'

/** Those that were seen so far, by what counts as alike. */
export type Seen = Map<string, Told<string>>

/** Reports a value that another of the kind has already; `key` is what of it counts. */
export function checkOnlyOnce(
  told: Told<string> | undefined,
  seen: Seen,
  { code, words, key = told?.value ?? '' }: { code: Code; words: string; key?: string },
  report: Report,
): void {
  if (told === undefined) return
  const first = seen.get(key)
  if (first === undefined) {
    seen.set(key, told)
    return
  }
  report.error(code, words, told.place, { place: first.place, note: 'first given here' })
}
