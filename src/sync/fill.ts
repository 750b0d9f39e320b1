/** Patches: the shifts that are written one by one, wherever what goes on by itself and what stands would not do. */
import type { Interval } from '../time/interval.ts'
import type { Laying } from './dialect.ts'
import type { Patch, Shown } from './patch.ts'
import { NOBODY, type Slice, type Who } from './slices.ts'
import { causeAt, MOMENT, type Wish } from './wish.ts'

/** The patches that are missing for everybody who is wanted to be on call, and nobody else; whole shifts. */
export function patchesFor(
  wish: Wish,
  laying: Laying,
  wanted: readonly Slice[],
  shown: readonly Shown[],
  lead: number,
): Patch[] {
  const { horizon, edges, now } = wish
  const shifts = new Set(edges)
  const done: Patch[] = []
  let open: Patch[] = []
  for (const { start, end, who, active } of stretches(wish, wanted, shown)) {
    const going: Patch[] = []
    for (const fresh of laying.missing(active, who)) {
      const patch = { start, end, ...fresh, cause: causeAt(wish, who, start) }
      // Neighbours of one shift are one patch.
      const before = shifts.has(start)
        ? undefined
        : open.find((one) => one.end === start && isAlike(one, patch))
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

/** Whether somebody will be shown within the horizon where nobody is wanted. */
export function hasHole(wish: Wish, wanted: readonly Slice[], shown: readonly Shown[]): boolean {
  for (const { start, who, active } of stretches(wish, wanted, shown)) {
    if (start >= wish.horizon) return false
    if (who.length === 0 && active.some(({ user }) => user !== null)) return true
  }
  return false
}

function isAlike(a: Patch, b: Patch): boolean {
  return (
    a.user === b.user &&
    a.instead === b.instead &&
    a.cause === b.cause &&
    a.on?.turns === b.on?.turns &&
    a.on?.item === b.on?.item
  )
}

/** A stretch in which nothing changes: who is wanted, and who will be shown. */
interface Stretch extends Interval {
  readonly who: Who
  readonly active: readonly Shown[]
}

/** The stretches of a range, cut where a shift begins or ends, and wherever something changes. */
function* stretches(
  { range, edges }: Wish,
  wanted: readonly Slice[],
  shown: readonly Shown[],
): Generator<Stretch> {
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
  const sorted = [...shown].sort((a, b) => a.start - b.start)
  let active: Shown[] = []
  let next = 0
  let slice = 0
  for (const [i, end] of cuts.slice(1).entries()) {
    const start = cuts[i] ?? end
    for (; next < sorted.length && (sorted[next]?.start ?? Infinity) <= start; next += 1) {
      const one = sorted[next]
      if (one !== undefined) active.push(one)
    }
    active = active.filter((stint) => stint.end > start)
    while ((wanted[slice]?.end ?? Infinity) <= start) slice += 1
    yield { start, end, who: wanted[slice]?.who ?? NOBODY, active }
  }
}
