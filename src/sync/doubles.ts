/** Doubles: items that two runs at once have made twice. */
import type { Item } from './schedule.ts'

/** The items that do what another one does: all but the first of each, whichever begins sooner. */
export function doublesIn(items: readonly Item[]): Item[] {
  const seen = new Set<string>()
  return [...items]
    .sort(
      (a, b) =>
        a.start - b.start || (a.id === undefined || b.id === undefined ? 0 : a.id < b.id ? -1 : 1),
    )
    .filter(({ end, user, instead, on }) => {
      const key = JSON.stringify([end, user, instead, on])
      return seen.has(key) || !seen.add(key)
    })
}
