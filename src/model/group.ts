/** What belongs together, by a key. */

/** Groups in the order in which they first came (`Map.groupBy`, which Node 20 has not). */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]>
/** The same, of each item only what is wanted. */
export function groupBy<K, T, V>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  valueOf: (item: T) => V,
): Map<K, [V, ...V[]]>
export function groupBy<K, T>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  valueOf: (item: T) => unknown = (item) => item,
): Map<K, [unknown, ...unknown[]]> {
  const groups = new Map<K, [unknown, ...unknown[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const value = valueOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
