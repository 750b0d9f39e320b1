/** Times of things run in turn, and their ratios: a machine that is slow for a while is slow for both. */

/** Something to time: it gives an answer, which is checked once. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/**
 * The median time (ms) of each contender, warm, run in turn: A B C, A B C, …
 * Each is repeated so often in one round that a round takes about `slice` milliseconds.
 */
export function race(
  contenders: readonly Contender[],
  rounds = 15,
  slice = 25,
): Map<string, number> {
  const repeats = contenders.map(({ run }) => {
    let count = 0
    const until = performance.now() + slice
    while (performance.now() < until) {
      run()
      count += 1
    }
    return Math.max(1, count)
  })
  const times = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, { run }] of contenders.entries()) {
      const count = repeats[i] ?? 1
      const start = performance.now()
      for (let n = 0; n < count; n += 1) run()
      times[i]?.push((performance.now() - start) / count)
    }
  }
  return new Map(contenders.map(({ name }, i) => [name, median(times[i] ?? [])]))
}
