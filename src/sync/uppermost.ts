/** Of items that lie over each other, the uppermost is shown: no list tells which of them is newer. */
import { touches, without, type Interval } from '../time/interval.ts'
import type { Item, Rendered } from './schedule.ts'

/**
 * Items from the bottom up. They are taken off from the top: the uppermost of those that are left is one over which
 * none of the others is shown where none of those that were taken off hides it.
 */
export function bottomUp(items: readonly Item[], rendered: readonly Rendered[]): Item[] {
  const rivals = new Map<Item, readonly Item[]>()
  for (const one of items) {
    const others = items.filter((other) => other !== one && isOneTarget(one, other))
    if (others.length > 0) rivals.set(one, others)
  }
  if (rivals.size === 0) return [...items]
  const left = new Set([...items].reverse())
  const sorted: Item[] = []
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

/** Whether a service shows a stint because of an item; by who it is where it does not say where that comes from. */
export function isShownBy(stint: Rendered, item: Item): boolean {
  const { source } = stint
  if (source !== undefined) return (source.over ?? source.item) === item.id
  return stint.user === item.user && touches(stint, item)
}

/** Whether two items lie over each other: only one of them is shown. */
export function isOneTarget(a: Item, b: Item): boolean {
  if (!touches(a, b)) return false
  if (a.instead === undefined) return b.instead === undefined && a.user !== b.user
  return a.instead === b.instead && a.on === b.on
}

function isUppermost(
  one: Item,
  rivals: readonly Item[],
  left: ReadonlySet<Item>,
  rendered: readonly Rendered[],
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
      (stint) => isShownBy(stint, rival) && open.some((part) => touches(stint, part)),
    )
  })
}
