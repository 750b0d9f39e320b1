/** Of overrides that lie over each other, which PagerDuty shows: no list tells which of them is newer. */
import { touches, type Interval } from '../time/interval.ts'
import type { Foreign } from './schedule-plan.ts'
import type { Piece, Rendered } from './remote.ts'

/** Overrides of one member of one rotation or custom shift, or of a layer-based schedule, from the bottom up. */
export function bottomUp<T extends Foreign>(items: readonly T[], rendered: readonly Piece[]): T[] {
  const above = new Map<T, T[]>()
  for (const one of items) {
    const over = items.filter(
      (other) => other !== one && isOneTarget(one, other) && isOver(other, one, rendered),
    )
    if (over.length > 0) above.set(one, over)
  }
  if (above.size === 0) return [...items]
  const left = new Set(items)
  const sorted: T[] = []
  while (left.size > 0) {
    // One that lies on none of those that are left; in a circle, which only a change in between makes, the first.
    const all = [...left]
    const lowest = all.find((one) => !all.some((under) => above.get(under)?.includes(one) === true))
    const next = lowest ?? all[0]
    if (next === undefined) break
    left.delete(next)
    sorted.push(next)
  }
  return sorted
}

/** Whether PagerDuty shows a piece of what it renders because of an item. */
export function isShownBy(piece: Piece | Rendered, item: Foreign): boolean {
  if ('override' in piece) return (piece.override ?? piece.custom) === item.id
  return piece.user === item.user && piece.start < item.end && item.start < piece.end
}

function isOneTarget(a: Foreign, b: Foreign): boolean {
  if (!touches(a, b)) return false
  if (!('instead' in a)) return !('instead' in b) && a.user !== b.user
  return 'instead' in b && a.instead === b.instead && a.lane === b.lane && a.custom === b.custom
}

function isOver(top: Foreign, under: Foreign, rendered: readonly Piece[]): boolean {
  const both: Interval = {
    start: Math.max(top.start, under.start),
    end: Math.min(top.end, under.end),
  }
  return rendered.some((piece) => touches(piece, both) && isShownBy(piece, top))
}
