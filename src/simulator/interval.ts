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
  return stretches
    .map((stretch) => ({
      ...stretch,
      start: Math.max(stretch.start, range.start),
      end: Math.min(stretch.end, range.end),
    }))
    .filter(({ start, end }) => start < end)
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
  for (const stretch of sorted(stretches)) {
    const last = result.findLastIndex((one) => one.end === stretch.start && alike(one, stretch))
    const earlier = result[last]
    if (earlier === undefined) result.push(stretch)
    else result[last] = { ...earlier, end: stretch.end }
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
