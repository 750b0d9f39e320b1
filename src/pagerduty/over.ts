/** Of overrides that lie over each other, which PagerDuty shows: no list tells which of them is newer. */
import type { Instant } from '../time/instant.ts'
import { touches, without, type Interval } from '../time/interval.ts'
import type { LayerOverride, Piece, Rendered } from './remote.ts'
import type { Foreign } from './schedule-plan.ts'
import { isSame, type Zipped } from './slices.ts'

/**
 * Overrides from the bottom up. They are taken off from the top: the uppermost of those that are left is one over
 * which none of the others is shown where none of those that were taken off hides it.
 */
export function bottomUp<T extends Foreign>(items: readonly T[], rendered: readonly Piece[]): T[] {
  const rivals = new Map<T, readonly T[]>()
  for (const one of items) {
    const others = items.filter((other) => other !== one && isOneTarget(one, other))
    if (others.length > 0) rivals.set(one, others)
  }
  if (rivals.size === 0) return [...items]
  const left = new Set([...items].reverse())
  const sorted: T[] = []
  while (left.size > 0) {
    // Where a change in between makes a circle, any is as good as another.
    const all = [...left]
    const top = all.find((one) => isUppermost(one, rivals.get(one) ?? [], left, rendered)) ?? all[0]
    if (top === undefined) break
    left.delete(top)
    sorted.push(top)
  }
  return sorted.reverse()
}

/** Whether PagerDuty shows a piece of what it renders because of an item. */
export function isShownBy(piece: Piece | Rendered, item: Foreign): boolean {
  if ('override' in piece) return (piece.override ?? piece.custom) === item.id
  return piece.user === item.user && touches(piece, item)
}

/** Whether two overrides lie over each other: only one of them is shown. */
export function isOneTarget(a: Foreign, b: Foreign): boolean {
  if (!touches(a, b)) return false
  if (!('instead' in a)) return !('instead' in b) && a.user !== b.user
  return 'instead' in b && a.instead === b.instead && a.lane === b.lane && a.custom === b.custom
}

/**
 * Whether somebody else is wanted (`a`) where PagerDuty shows (`b`) an override that goes, so that this one, which it
 * hides, would come to light; not where one that stays says who is wanted.
 */
export function isBared(
  one: LayerOverride,
  going: readonly LayerOverride[],
  all: readonly LayerOverride[],
  slices: readonly Zipped[],
  now: Instant,
): boolean {
  return slices.some(({ start, end, a, b }) => {
    const both = { start: Math.max(start, one.start, now), end: Math.min(end, one.end) }
    if (both.start >= both.end || isSame(a, [one.user])) return false
    const here = all.filter((each) => touches(each, both))
    return (
      here.some((each) => going.includes(each) && isSame(b, [each.user])) &&
      !here.some((each) => !going.includes(each) && isSame(a, [each.user]))
    )
  })
}

function isUppermost<T extends Foreign>(
  one: T,
  rivals: readonly T[],
  left: ReadonlySet<T>,
  rendered: readonly Piece[],
): boolean {
  const gone = rivals.filter((rival) => !left.has(rival)).sort((a, b) => a.start - b.start)
  return rivals.every((rival) => {
    if (!left.has(rival)) return true
    const both: Interval = {
      start: Math.max(one.start, rival.start),
      end: Math.min(one.end, rival.end),
    }
    let open = [both]
    for (const each of gone) open = without(open, [each])
    return !rendered.some(
      (piece) => isShownBy(piece, rival) && open.some((part) => touches(piece, part)),
    )
  })
}
