/** Which custom shifts and overrides are of rotate's making. */
import { touches } from '../../time/interval.ts'
import { patchOf, printsHad, printsOnce } from '../marks.ts'
import { isOneTarget } from '../over.ts'
import type { CustomShift, MemberOverride, Rendered, ShiftSchedule } from '../remote.ts'
import type { Circumstances } from '../schedule-plan.ts'
import { isSaid, settledItems } from '../settled.ts'
import { slicesOf, type Slice } from '../slices.ts'
import { wantedIn, type Wish } from '../wish.ts'

/** What stands in a shift-based schedule and has not ended, and whose it is. */
export interface Items {
  readonly customs: readonly CustomShift[]
  readonly overrides: readonly MemberOverride[]
  readonly rendered: readonly Rendered[]
  readonly actual: readonly Slice[]
  /** Ids of rotate's own. */
  readonly own: ReadonlySet<string>
  readonly foreignCustoms: readonly CustomShift[]
  readonly foreignOverrides: readonly MemberOverride[]
  /** Ids of what is in effect where PagerDuty shows just what the file wants, whoever made it. */
  readonly settled: ReadonlySet<string>
}

export function itemsIn(
  wish: Wish,
  remote: ShiftSchedule | undefined,
  circumstances: Circumstances,
): Items {
  const { now, range } = wish
  const rendered = remote?.rendered ?? []
  const customs = (remote?.customs ?? []).filter(({ end }) => end > now)
  const overrides = (remote?.overrides ?? []).filter(({ end }) => end > now)
  const actual = slicesOf(rendered, range)
  const settled = settledItems([...customs, ...overrides], wish.file, actual, rendered, now)
  // Without a mark nothing has its fingerprint yet: a schedule that is taken over gives away what the file says.
  const isMarked = circumstances.marker !== undefined
  const own = new Set([
    ...ownItems(customs, overrides, wish, actual, circumstances),
    ...(isMarked ? [] : settled),
  ])
  const foreignCustoms = customs.filter((one) => !own.has(one.id))
  const foreignOverrides = overrides.filter((one) => !own.has(one.id))
  return { customs, overrides, rendered, actual, own, foreignCustoms, foreignOverrides, settled }
}

const NO_PRINTS: ReadonlySet<string> = new Set()

/** Ids of what rotate made: by its fingerprint, or because it does exactly what the file wants. */
function ownItems(
  customs: readonly CustomShift[],
  overrides: readonly MemberOverride[],
  wish: Wish,
  actual: readonly Slice[],
  { marker }: Circumstances,
): ReadonlySet<string> {
  const items: readonly (CustomShift | MemberOverride)[] = [...customs, ...overrides]
  const known = marker?.prints ?? NO_PRINTS
  // Of a schedule that was layer-based, unless a custom shift explains the fingerprint.
  const ofCustoms = new Set(customs.flatMap((one) => printsHad(one, known)))
  const once = new Set([...known].filter((print) => !ofCustoms.has(print)))
  const isPrinted = (one: CustomShift | MemberOverride): boolean =>
    printsHad(one, known).length > 0 || printsOnce(one, once).length > 0
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
  const own = new Set(
    items.filter((one) => isPrinted(one) || isSaid(one, wish, actual)).map(({ id }) => id),
  )
  const theirs = items.filter((one) => !own.has(one.id) && !isWanted(one))
  for (const one of items) {
    // What does what the file says on top of what somebody did by hand was done by hand, too.
    // So was what puts somebody back on call whom somebody had replaced.
    const isOnTheirs = theirs.some((other) =>
      'instead' in one
        ? isOneTarget(one, other) || other.id === one.custom
        : 'instead' in other &&
          other.instead === one.user &&
          other.custom !== one.id &&
          touches(one, other),
    )
    if (isWanted(one) && !isOnTheirs) own.add(one.id)
  }
  return own
}
