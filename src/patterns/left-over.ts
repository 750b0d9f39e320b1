/** What turns leave over: where others are on call than they say, as overrides. */
import { NOWHERE } from '../model/place.ts'
import type { Override } from '../model/rotation.ts'
import type { Difference } from '../timeline/compare.ts'

/** One stretch for the same people instead of several others. */
export function joinedDifferences(differences: readonly Difference[]): Difference[] {
  const all: Difference[] = []
  for (const next of differences) {
    const last = all.at(-1)
    const isSame = last?.end === next.start && last.after.join('\0') === next.after.join('\0')
    if (last !== undefined && isSame) all[all.length - 1] = { ...last, end: next.end }
    else all.push(next)
  }
  return all
}

/** Whoever is on call after all, instead of whoever the turns say. */
export function overrideOf({ start, end, after }: Difference): Override {
  return { kind: 'replace', people: after, start, end, place: NOWHERE }
}
