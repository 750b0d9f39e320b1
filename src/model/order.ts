/** Orders of people, as lists that go round: begun with another of their entries, and two of them as one. */

/** A list that begins with another of its entries, and goes round. */
export function turned<T>(list: readonly T[], first: number): T[] {
  const place = ((first % list.length) + list.length) % list.length
  return [...list.slice(place), ...list.slice(0, place)]
}

/** An entry of one list, of the other, or of both. */
export type Joined<A, B> = readonly [A, B] | readonly [A, undefined] | readonly [undefined, B]

/** Two lists as one that has both in their order, with as many entries as can be in both at once. */
export function joinedOrder<A, B>(
  first: readonly A[],
  second: readonly B[],
  isOne: (a: A, b: B) => boolean,
): Joined<A, B>[] {
  // The longest common part, from the end backwards.
  const length: number[][] = Array.from({ length: first.length + 1 }, () =>
    Array.from({ length: second.length + 1 }, () => 0),
  )
  const of = (i: number, j: number): number => length[i]?.[j] ?? 0
  for (const [i, a] of [...first.entries()].reverse()) {
    for (const [j, b] of [...second.entries()].reverse()) {
      const row = length[i]
      if (row === undefined) continue
      row[j] = isOne(a, b) ? of(i + 1, j + 1) + 1 : Math.max(of(i + 1, j), of(i, j + 1))
    }
  }
  const all: Joined<A, B>[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [a, b] = [first[i], second[j]]
    if (a !== undefined && b !== undefined && isOne(a, b)) {
      all.push([a, b])
      i += 1
      j += 1
    } else if (a !== undefined && (b === undefined || of(i + 1, j) >= of(i, j + 1))) {
      all.push([a, undefined])
      i += 1
    } else if (b !== undefined) {
      all.push([undefined, b])
      j += 1
    } else return all
  }
}
