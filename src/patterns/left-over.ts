/** What turns leave over: where others are on call than they say, as overrides. */
import { DAY } from '../time/instant.ts'
import { NOWHERE } from '../model/place.ts'
import type { Override } from '../model/rotation.ts'
import { samePeople, type Difference } from '../timeline/compare.ts'
import type { Span } from '../timeline/span.ts'

/** A stretch in which others are on call, and whom they replace where that is said. */
export interface LeftOver extends Difference {
  readonly insteadOf?: string
}

/** Nights and weekends are passed over; what is further apart is another swap. */
const NEAR = 4 * DAY

/** One stretch for the same people instead of several others that touch. */
export function joinedDifferences(differences: readonly Difference[]): Difference[] {
  const all: Difference[] = []
  for (const next of differences) {
    const last = all.at(-1)
    const isSame = last?.end === next.start && last.after.join('\0') === next.after.join('\0')
    if (last !== undefined && isSame) {
      // Whoever is replaced differs in parts: nobody in particular.
      const before = samePeople(last.before, next.before) ? last.before : []
      all[all.length - 1] = { ...last, before, end: next.end }
    } else all.push(next)
  }
  return all
}

/**
 * The same as few as can be: where somebody stands in for one person day after day, once for all of it, if that person
 * is not on call in between by the `timeline` of the turns.
 */
export function fewestLeft(
  differences: readonly Difference[],
  timeline: readonly Pick<Span, 'start' | 'end' | 'people'>[],
): LeftOver[] {
  const all: LeftOver[] = []
  let first = 0
  for (const next of differences) {
    const last = all.at(-1)
    const [whom, ...more] = next.before
    const isSame =
      last !== undefined &&
      whom !== undefined &&
      more.length === 0 &&
      next.start - last.end <= NEAR &&
      samePeople(last.before, next.before) &&
      samePeople(last.after, next.after)
    if (isSame) {
      while ((timeline[first]?.end ?? Infinity) <= last.end) first += 1
      let isFree = true
      for (let i = first; (timeline[i]?.start ?? Infinity) < next.start; i += 1) {
        if (timeline[i]?.people.includes(whom) === true) isFree = false
      }
      if (isFree) {
        all[all.length - 1] = { ...last, end: next.end, insteadOf: whom }
        continue
      }
    }
    all.push(next)
  }
  return all
}

/** Whoever is on call after all, instead of whoever the turns say. */
export function overrideOf({ start, end, after, insteadOf }: LeftOver): Override {
  return {
    kind: 'replace',
    people: after,
    ...(insteadOf !== undefined && { insteadOf }),
    start,
    end,
    place: NOWHERE,
  }
}
