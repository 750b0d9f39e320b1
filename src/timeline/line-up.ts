/**
 * Who takes part, from turn to turn: a set of places in a list that changes a little at a time, of which every state is
 * kept. Each change makes new nodes along one way down a tree, and shares all others with the state before.
 */
export class LineUp {
  readonly #size: number
  /** By node: the nodes below, and how many places beneath are in the set. Node 0 is the empty one. */
  readonly #left: number[] = [0]
  readonly #right: number[] = [0]
  readonly #count: number[] = [0]

  /** Of a list so long. */
  constructor(size: number) {
    this.#size = size
  }

  /** The state in which all places are in the set for which that is so. */
  filled(isIn: (place: number) => boolean, low = 0, high: number = this.#size): number {
    if (low >= high) return 0
    if (high - low === 1) return isIn(low) ? this.#node(0, 0, 1) : 0
    const middle = (low + high) >> 1
    return this.#above(this.filled(isIn, low, middle), this.filled(isIn, middle, high))
  }

  /** The state after a place has come into the set, or left it. */
  changed(state: number, place: number, isIn: boolean, low = 0, high: number = this.#size): number {
    if (high - low <= 1) return isIn ? this.#node(0, 0, 1) : 0
    const middle = (low + high) >> 1
    const [left, right] = [this.#left[state] ?? 0, this.#right[state] ?? 0]
    return place < middle
      ? this.#above(this.changed(left, place, isIn, low, middle), right)
      : this.#above(left, this.changed(right, place, isIn, middle, high))
  }

  /** How many places are in the set. */
  countOf(state: number): number {
    return this.#count[state] ?? 0
  }

  /** How many of them stand before a place. */
  countBelow(state: number, place: number): number {
    let [node, low, high, count] = [state, 0, this.#size, 0]
    while (node !== 0 && low < place) {
      if (high <= place) return count + this.countOf(node)
      const middle = (low + high) >> 1
      const left = this.#left[node] ?? 0
      if (place <= middle) {
        node = left
        high = middle
      } else {
        count += this.countOf(left)
        node = this.#right[node] ?? 0
        low = middle
      }
    }
    return count
  }

  /** The place with so many of them before it; undefined where there are no more. */
  nth(state: number, n: number): number | undefined {
    const count = this.countOf(state)
    if (!(n >= 0 && n < count)) return undefined
    return count === this.#size ? n : this.#descend(state, n)
  }

  /** The same where some are left out: along one way down the tree. */
  #descend(state: number, n: number): number {
    let [node, low, high, left] = [state, 0, this.#size, n]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      const lower = this.#left[node] ?? 0
      if (left < this.countOf(lower)) {
        node = lower
        high = middle
      } else {
        left -= this.countOf(lower)
        node = this.#right[node] ?? 0
        low = middle
      }
    }
    return low
  }

  #above(left: number, right: number): number {
    const count = this.countOf(left) + this.countOf(right)
    return count === 0 ? 0 : this.#node(left, right, count)
  }

  #node(left: number, right: number, count: number): number {
    this.#left.push(left)
    this.#right.push(right)
    return this.#count.push(count) - 1
  }
}
