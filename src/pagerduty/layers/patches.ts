/** The overrides that are missing in a layer-based schedule. */
import { without } from '../../time/interval.ts'
import type { Cause } from '../marker.ts'
import type { Piece } from '../remote.ts'
import { isSame, zip, type Slice } from '../slices.ts'
import { causeAt, MOMENT, type Wish } from '../wish.ts'

export interface NewOverride extends Piece {
  readonly user: string
  readonly cause: Cause
}

/** Overrides wherever the layers would say somebody else; whole shifts. */
export function patchesFor(
  wish: Wish,
  wanted: readonly Slice[],
  said: readonly Slice[],
  lead: number,
  refuse: () => void,
): NewOverride[] {
  const { horizon, now, edges } = wish
  const patches: NewOverride[] = []
  for (const { start, end, a, b } of zip(said, wanted)) {
    if (isSame(a, b) || b.length > 1) continue
    const [user] = b
    if (user === undefined) {
      if (start < horizon) refuse()
      continue
    }
    const cuts = edges.filter((at) => at > start && at < end)
    for (const part of without(
      [{ start, end }],
      cuts.map((at) => ({ start: at, end: at })),
    )) {
      const cause = causeAt(wish, b, part.start)
      const last = patches.at(-1)
      const isOne =
        last !== undefined &&
        last.end === part.start &&
        last.user === user &&
        last.cause === cause &&
        !edges.includes(part.start)
      if (isOne) patches[patches.length - 1] = { ...last, end: part.end }
      else patches.push({ ...part, user, cause })
    }
  }
  return patches
    .filter(({ start, end }) => start < horizon && end > now + MOMENT)
    .map((patch) => (patch.start <= now ? { ...patch, start: now + lead } : patch))
    .filter(({ start, end }) => start < end)
}
