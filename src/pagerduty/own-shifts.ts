/** Which custom shifts and overrides are of rotate's making. */
import { printOf } from './marker.ts'
import { patchOf } from './marks.ts'
import { isOneTarget } from './over.ts'
import type { CustomShift, MemberOverride } from './remote.ts'
import type { Circumstances } from './schedule-plan.ts'
import { wantedIn, type Wish } from './wish.ts'

/** Ids of what rotate made: by its fingerprint, or because it does exactly what the file wants. */
export function ownItems(
  customs: readonly CustomShift[],
  overrides: readonly MemberOverride[],
  wish: Wish,
  { marker }: Circumstances,
): ReadonlySet<string> {
  const items: readonly (CustomShift | MemberOverride)[] = [...customs, ...overrides]
  const isPrinted = (one: CustomShift | MemberOverride): boolean =>
    (['turn', 'override'] as const).some(
      (cause) => marker?.prints.has(printOf(patchOf(one), cause)) === true,
    )
  const isWanted = (one: CustomShift | MemberOverride): boolean => {
    const { user, instead } = patchOf(one)
    const stretch = { start: Math.max(one.start, wish.now), end: one.end }
    return (
      one.end <= wish.range.end &&
      user !== null &&
      wantedIn(wish.file, stretch).every(
        (who) => who.includes(user) && !(instead !== null && who.includes(instead)),
      )
    )
  }
  const theirs = items.filter((one) => !isPrinted(one) && !isWanted(one))
  const own = new Set<string>()
  for (const one of items) {
    // What does what the file says on top of what somebody did by hand was done by hand, too.
    const isOnTheirs =
      'instead' in one && theirs.some((other) => isOneTarget(one, other) || other.id === one.custom)
    if (isPrinted(one) || (isWanted(one) && !isOnTheirs)) own.add(one.id)
  }
  return own
}
