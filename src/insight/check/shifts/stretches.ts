/** Several stretches of one kind, said as one. */
import type { Interval } from '../../../time/interval.ts'
import { sayFullTime } from '../../../time/words.ts'
import type { Zone } from '../../../time/zone.ts'

/**
 * `from … to …` for one stretch; for more, from the first to the last and how many. They are in order; undefined
 * where there is none.
 */
export function sayStretches(
  stretches: readonly Interval[],
  zone: Zone,
): (Interval & { readonly words: string }) | undefined {
  const start = stretches[0]?.start
  const end = stretches.at(-1)?.end
  if (start === undefined || end === undefined) return undefined
  const often = stretches.length > 1 ? `${stretches.length} times ` : ''
  const words = `${often}from ${sayFullTime(zone, start)} to ${sayFullTime(zone, end)} (${zone.nameAt(start)})`
  return { start, end, words }
}
