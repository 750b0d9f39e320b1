/** Which overrides of a rotation touch a stretch: looked up, since with thousands of them each is held against all. */
import type { Interval } from '../../time/interval.ts'
import type { Override, Rotation } from '../../model/rotation.ts'

interface Index {
  /** In order of their start, each with its place in the listed order. */
  readonly sorted: readonly { readonly override: Override; readonly order: number }[]
  /** The latest end of all up to each. */
  readonly latest: readonly number[]
}

const indexes = new WeakMap<readonly Override[], Index>()

/** The overrides that touch a stretch, or whose end or start is its very edge, in listed order. */
export function overridesTouching({ overrides }: Rotation, within: Interval): Override[] {
  const { sorted, latest } = indexOf(overrides)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.override.start ?? Infinity) <= within.end) low = middle + 1
    else high = middle
  }
  const found: { readonly override: Override; readonly order: number }[] = []
  for (let i = low - 1; i >= 0 && (latest[i] ?? -Infinity) >= within.start; i -= 1) {
    const each = sorted[i]
    if (each !== undefined && each.override.end >= within.start) found.push(each)
  }
  return found.sort((a, b) => a.order - b.order).map(({ override }) => override)
}

function indexOf(overrides: readonly Override[]): Index {
  let index = indexes.get(overrides)
  if (index === undefined) {
    const sorted = overrides
      .map((override, order) => ({ override, order }))
      .sort((a, b) => a.override.start - b.override.start)
    let end = -Infinity
    const latest = sorted.map(({ override }) => (end = Math.max(end, override.end)))
    index = { sorted, latest }
    indexes.set(overrides, index)
  }
  return index
}
