/** The overrides that stand in a layer-based schedule: which are ours, what they say, and which have to go. */
import type { Instant } from '../time/instant.ts'
import { printOf, type Cause } from './marker.ts'
import type { LayerOverride, Piece } from './remote.ts'
import { changed, clipped, isSame, zip, type Slice } from './slices.ts'
import { wantedIn, type Wish } from './wish.ts'

export const CAUSES: readonly Cause[] = ['turn', 'override']

export function printFor({ end, user }: Piece, cause: Cause): string {
  return printOf({ end, user, instead: null, on: '' }, cause)
}

export function isPrinted(one: LayerOverride, prints: ReadonlySet<string>): boolean {
  return CAUSES.some((cause) => prints.has(printFor(one, cause)))
}

/** Does exactly what the file wants. */
export function isWanted({ start, end, user }: LayerOverride, { file, now, range }: Wish): boolean {
  const stretch = { start: Math.max(start, now), end }
  return end <= range.end && wantedIn(file, stretch).every((who) => isSame(who, [user]))
}

/** The file with what people did by hand on top; of two of theirs, as PagerDuty has it. */
export function withForeign(
  { file }: Wish,
  actual: readonly Slice[],
  foreign: readonly LayerOverride[],
): readonly Slice[] {
  let wanted = file
  for (const one of foreign) wanted = changed(wanted, one, () => [one.user])
  const users = new Set(foreign.map(({ user }) => user))
  for (const one of foreign) {
    for (const slice of actual) {
      const start = Math.max(slice.start, one.start)
      const end = Math.min(slice.end, one.end)
      if (start < end && slice.who.every((user) => users.has(user)) && slice.who.length > 0) {
        wanted = changed(wanted, { start, end }, () => slice.who)
      }
    }
  }
  return wanted
}

/** What overrides say together: of two that lie over each other the one that PagerDuty shows. */
export function asShown(
  top: readonly Slice[],
  standing: readonly LayerOverride[],
  actual: readonly Slice[],
): readonly Slice[] {
  return zip(top, actual).map(({ start, end, a, b }) => {
    const isTheirs = standing.some(
      (one) => one.start < end && start < one.end && isSame(b, [one.user]),
    )
    return { start, end, who: a.length > 0 && isTheirs ? b : a }
  })
}

/** Somebody else is wanted where PagerDuty shows it; what a newer one hides does no harm. */
export function isStale(
  { start, end, user }: LayerOverride,
  wanted: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
): boolean {
  const left = { start: Math.max(start, now), end }
  return zip(clipped(wanted, left), actual).some(
    ({ a, b }) => !isSame(a, [user]) && isSame(b, [user]),
  )
}
