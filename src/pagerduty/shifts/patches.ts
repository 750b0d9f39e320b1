/** The custom shifts and overrides that are missing in a shift-based schedule. */
import type { Interval } from '../../time/interval.ts'
import type { Cause } from '../marker.ts'
import type { Piece } from '../remote.ts'
import { whoAt, type Slice, type Who } from '../slices.ts'
import { causeAt, MOMENT, type Wish } from '../wish.ts'
import type { Shown } from './shown.ts'

/** A custom shift, or an override where it says on what it hangs. */
export interface NewPatch extends Piece {
  readonly user: string
  readonly instead: string | null
  readonly on: Shown | undefined
  readonly cause: Cause
}

/** What must be laid on top for everybody who is wanted to be on call, and nobody else; whole shifts. */
export function patchesFor(
  wish: Wish,
  wanted: readonly Slice[],
  shown: readonly Shown[],
  lead: number,
): NewPatch[] {
  const { range, horizon, edges, now } = wish
  const cuts = [
    ...new Set([
      ...edges,
      ...wanted.map(({ start }) => start),
      ...shown.flatMap(({ start, end }) => [start, end]),
      range.start,
      range.end,
    ]),
  ]
    .filter((at) => at >= range.start && at <= range.end)
    .sort((a, b) => a - b)
  const shifts = new Set(edges)
  const sorted = [...shown].sort((a, b) => a.start - b.start)
  let active: Shown[] = []
  let next = 0
  const done: NewPatch[] = []
  let open: NewPatch[] = []
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] ?? 0
    const end = cuts[i + 1] ?? 0
    for (; next < sorted.length && (sorted[next]?.start ?? Infinity) <= start; next += 1) {
      active.push(sorted[next] as Shown)
    }
    active = active.filter((piece) => piece.end > start)
    const fresh = missingIn({ start, end }, active, whoAt(wanted, start), wish)
    const going: NewPatch[] = []
    for (const patch of fresh) {
      const before = shifts.has(start)
        ? undefined
        : open.find(
            (one) =>
              one.end === start &&
              one.user === patch.user &&
              one.instead === patch.instead &&
              one.cause === patch.cause &&
              one.on?.lane === patch.on?.lane &&
              one.on?.custom === patch.on?.custom,
          )
      going.push(before === undefined ? patch : { ...before, end })
      if (before !== undefined) open = open.filter((one) => one !== before)
    }
    done.push(...open)
    open = going
  }
  return [...done, ...open]
    .filter(({ start, end }) => start < horizon && end > now + MOMENT)
    .map((patch) => (patch.start <= now ? { ...patch, start: now + lead } : patch))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
}

/** What is missing in a stretch in which nothing changes, beside the pieces that show somebody there. */
function missingIn(
  { start, end }: Interval,
  active: readonly Shown[],
  who: Who,
  wish: Wish,
): NewPatch[] {
  const present = new Set(active.map(({ user }) => user))
  const missing = who.filter((user) => !present.has(user))
  const fresh: NewPatch[] = []
  const cause = causeAt(wish, who, start)
  for (const piece of active) {
    if (piece.user === null || who.includes(piece.user) || piece.by !== undefined) continue
    const user = missing.shift() ?? who[0]
    if (user !== undefined) fresh.push({ start, end, user, instead: piece.user, on: piece, cause })
  }
  for (const user of missing) {
    fresh.push({ start, end, user, instead: null, on: undefined, cause })
  }
  return fresh
}
