/** Which of a rotation's overrides are in force, found without a look at each: a file may hold thousands. */
import type { Interval } from '../time/interval.ts'
import type { Override } from '../model/rotation.ts'

const indexes = new WeakMap<readonly Override[], Index>()

/** The overrides that are in force at some time of an interval, in listed order. */
export function inForce(overrides: readonly Override[], within: Interval): readonly Override[] {
  if (overrides.length === 0) return overrides
  let index = indexes.get(overrides)
  if (index === undefined) {
    index = new Index(overrides)
    indexes.set(overrides, index)
  }
  return index.touching(within)
}

/** A search tree laid out in arrays: sorted by start, the root of each stretch of it in the middle. */
class Index {
  readonly #overrides: readonly Override[]
  /** Places in the list, by start; then, at the same index, the start, the end and the last end beneath. */
  readonly #places: readonly number[]
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  readonly #lastEnds: Float64Array

  constructor(overrides: readonly Override[]) {
    const byStart = overrides.map(({ start, end }, place) => ({ start, end, place }))
    byStart.sort((a, b) => a.start - b.start)
    this.#overrides = overrides
    this.#places = byStart.map(({ place }) => place)
    this.#starts = Float64Array.from(byStart, ({ start }) => start)
    this.#ends = Float64Array.from(byStart, ({ end }) => end)
    this.#lastEnds = new Float64Array(byStart.length)
    this.#measure(0, byStart.length)
  }

  touching(within: Interval): Override[] {
    const places: number[] = []
    this.#collect(0, this.#places.length, within, places)
    places.sort((a, b) => a - b)
    // Each is a place in the list.
    return places.map((place) => this.#overrides[place] as Override)
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -Infinity
    const root = (low + high) >> 1
    const beneath = Math.max(this.#measure(low, root), this.#measure(root + 1, high))
    const last = Math.max(beneath, this.#ends[root] ?? -Infinity)
    this.#lastEnds[root] = last
    return last
  }

  #collect(low: number, high: number, within: Interval, places: number[]): void {
    const root = (low + high) >> 1
    if (low >= high || (this.#lastEnds[root] ?? 0) <= within.start) return
    this.#collect(low, root, within, places)
    if ((this.#starts[root] ?? 0) >= within.end) return
    if ((this.#ends[root] ?? 0) > within.start) places.push(this.#places[root] ?? 0)
    this.#collect(root + 1, high, within, places)
  }
}
