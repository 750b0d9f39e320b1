/** How often each of several things is there. */

/** By the thing, in the order in which they first came. */
export function countsOf<T>(all: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** Each once with how often it is there, the most usual first; of equals whichever came first. */
export function usualFirst<T>(all: Iterable<T>): [T, number][] {
  return [...countsOf(all)].sort((a, b) => b[1] - a[1])
}

/** The most usual, of equals whichever came first; undefined where there is none. */
export function usualOf<T>(all: Iterable<T>): T | undefined {
  return usualFirst(all)[0]?.[0]
}
