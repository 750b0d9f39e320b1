/** Stretches of time, half open: cut to a range, cut out of each other, added up. */
export interface Piece {
  readonly start: number
  readonly end: number
}

export function overlaps(a: Piece, b: Piece): boolean {
  return a.start < b.end && b.start < a.end
}

/** What of the pieces lies in the range. */
export function within<P extends Piece>(pieces: readonly P[], range: Piece): P[] {
  return pieces
    .map((piece) => ({
      ...piece,
      start: Math.max(piece.start, range.start),
      end: Math.min(piece.end, range.end),
    }))
    .filter(({ start, end }) => start < end)
}

/** What of the pieces lies outside the hole; a piece around it becomes two. */
export function without<P extends Piece>(pieces: readonly P[], hole: Piece): P[] {
  return pieces.flatMap((piece) =>
    overlaps(piece, hole)
      ? [
          { ...piece, end: hole.start },
          { ...piece, start: hole.end },
        ].filter(({ start, end }) => start < end)
      : [piece],
  )
}

/** In the order of their starts. */
export function sorted<P extends Piece>(pieces: readonly P[]): P[] {
  return [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Sorted pieces that meet and that `alike` takes for one become one. */
export function joined<P extends Piece>(pieces: readonly P[], alike: (a: P, b: P) => boolean): P[] {
  const result: P[] = []
  for (const piece of sorted(pieces)) {
    const last = result.findLastIndex((one) => one.end === piece.start && alike(one, piece))
    const earlier = result[last]
    if (earlier === undefined) result.push(piece)
    else result[last] = { ...earlier, end: piece.end }
  }
  return result
}

/** How much of the range the pieces cover, in percent; what lies twice counts once. */
export function coverage(pieces: readonly Piece[], range: Piece): number {
  let covered = 0
  let reached = range.start
  for (const { start, end } of sorted(within(pieces, range))) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return (covered / (range.end - range.start)) * 100
}
