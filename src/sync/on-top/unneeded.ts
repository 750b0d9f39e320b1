/** Which items have to go where the newest hides all beneath it. */
import type { Instant } from '../../time/instant.ts'
import { touches } from '../../time/interval.ts'
import { doublesIn } from '../doubles.ts'
import type { Standing } from '../standing.ts'
import type { Item } from '../schedule.ts'
import { clipped, isSame, some, zip, type Slice, type Zipped } from '../slices.ts'
import type { Wish } from '../wish.ts'

/** The items that have to go: of ours what is not wanted or was made twice, and what is foreign where that is not kept. */
export function unneeded(
  { keepsForeign, now }: Wish,
  { items, own, foreign, actual }: Standing,
  wanted: readonly Slice[],
): ReadonlySet<Item> {
  const ours = items.filter((one) => own.has(one))
  const going = new Set(ours.filter((one) => isWrong(one, wanted, actual, now)))
  if (!keepsForeign) for (const one of foreign) going.add(one)
  for (const one of doublesIn(ours)) going.add(one)
  const slices = zip(wanted, actual)
  const isNext = (one: Item): boolean => !going.has(one) && isBared(one, going, items, slices, now)
  for (let next = ours.find(isNext); next !== undefined; next = ours.find(isNext)) going.add(next)
  return going
}

/** Somebody else is wanted where the service shows it; what a newer one hides does no harm. */
function isWrong(
  { start, end, user }: Item,
  wanted: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
): boolean {
  const left = { start: Math.max(start, now), end }
  return zip(clipped(wanted, left), actual).some(
    ({ a, b }) => !isSame(a, some(user)) && isSame(b, some(user)),
  )
}

/**
 * Whether somebody else is wanted (`a`) where the service shows (`b`) an item that is withdrawn, so that this one, which
 * it hides, would come to light; not where one that stays says who is wanted.
 */
function isBared(
  one: Item,
  going: ReadonlySet<Item>,
  all: readonly Item[],
  slices: readonly Zipped[],
  now: Instant,
): boolean {
  const isWithdrawn = (each: Item): boolean => going.has(each) && each.id !== undefined
  return slices.some(({ start, end, a, b }) => {
    const both = { start: Math.max(start, one.start, now), end: Math.min(end, one.end) }
    if (both.start >= both.end || isSame(a, some(one.user))) return false
    const here = all.filter((each) => touches(each, both))
    return (
      here.some((each) => isWithdrawn(each) && isSame(b, some(each.user))) &&
      !here.some((each) => !isWithdrawn(each) && isSame(a, some(each.user)))
    )
  })
}
