/** Stretches of time, half open: cut to a range, cut out of each other, added up. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** Whether two stretches have an instant in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** What of the stretches lies in the range. */
export function within<P extends Interval>(stretches: readonly P[], range: Interval): P[] {
  return stretches.flatMap((stretch) => {
    const start = Math.max(stretch.start, range.start)
    const end = Math.min(stretch.end, range.end)
    return start < end ? [{ ...stretch, start, end }] : []
  })
}

/** What of the stretches lies in any of the windows, which are sorted and do not overlap; cut at their edges. */
export function withinAny<P extends Interval>(
  stretches: readonly P[],
  windows: readonly Interval[],
): P[] {
  return stretches.flatMap((stretch) => {
    let first = 0
    let last = windows.length
    while (first < last) {
      const middle = (first + last) >> 1
      if ((windows[middle]?.end ?? Infinity) <= stretch.start) first = middle + 1
      else last = middle
    }
    while ((windows[last]?.start ?? Infinity) < stretch.end) last += 1
    return windows.slice(first, last).flatMap((window) => within([stretch], window))
  })
}

/** What of the stretches lies outside the hole; a stretch around it becomes two. */
export function without<P extends Interval>(stretches: readonly P[], hole: Interval): P[] {
  return stretches.flatMap((stretch) =>
    overlaps(stretch, hole)
      ? [
          { ...stretch, end: hole.start },
          { ...stretch, start: hole.end },
        ].filter(({ start, end }) => start < end)
      : [stretch],
  )
}

/** What of the stretches lies outside all the holes. */
export function withoutAll<P extends Interval>(
  stretches: readonly P[],
  holes: readonly Interval[],
): P[] {
  // An override is one hole, and most of what it lies on it does not touch.
  const [only] = holes
  if (only !== undefined && holes.length === 1) return without(stretches, only)
  const shut = united(holes)
  const edges = [-Infinity, ...shut.flatMap(({ start, end }) => [start, end]), Infinity]
  const open = edges.flatMap((start, i) =>
    i % 2 === 0 ? [{ start, end: edges[i + 1] ?? Infinity }] : [],
  )
  return withinAny(stretches, open)
}

/** Stretches that overlap or touch are one, in their order. */
export function united(stretches: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const one of sorted(stretches)) {
    const last = result.at(-1)
    if (last === undefined || last.end < one.start) result.push(one)
    else result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) }
  }
  return result
}

/** In the order of their starts. */
export function sorted<P extends Interval>(stretches: readonly P[]): P[] {
  return [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Sorted stretches that meet and that `alike` takes for one become one. */
export function joined<P extends Interval>(
  stretches: readonly P[],
  alike: (a: P, b: P) => boolean,
): P[] {
  const result: P[] = []
  /** The places of those that end at an instant. */
  const ending = new Map<number, number[]>()
  for (const stretch of sorted(stretches)) {
    const last = (ending.get(stretch.start) ?? [])
      .filter((place) => {
        const one = result[place]
        return one !== undefined && one.end === stretch.start && alike(one, stretch)
      })
      .reduce((latest, place) => Math.max(latest, place), -1)
    const earlier = result[last]
    const place = earlier === undefined ? result.length : last
    result[place] = earlier === undefined ? stretch : { ...earlier, end: stretch.end }
    ending.set(stretch.end, [...(ending.get(stretch.end) ?? []), place])
  }
  return result
}

/** How much of the range the stretches cover, in percent; what lies twice counts once. */
export function coverage(stretches: readonly Interval[], range: Interval): number {
  let covered = 0
  let reached = range.start
  for (const { start, end } of sorted(within(stretches, range))) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return (covered / (range.end - range.start)) * 100
}
