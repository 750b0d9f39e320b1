/** Which custom shifts and overrides of rotate's have to go. */
import type { Instant } from '../../time/instant.ts'
import { touches } from '../../time/interval.ts'
import { printOf } from '../marker.ts'
import { patchOf } from '../marks.ts'
import { bottomUp, isShownBy } from '../over.ts'
import type { CustomShift, MemberOverride, Rendered } from '../remote.ts'
import type { Circumstances } from '../schedule-plan.ts'
import { changed, clipped, NOBODY, setOf, some, zip, type Slice, type Who } from '../slices.ts'
import { wantedIn, type Wish } from '../wish.ts'
import type { Items } from './own.ts'
import { applied, type Shown } from './shown.ts'

/** Their ids, and those of what people made by hand where that is not kept; `lanes` is what rotations will show. */
export function staleItems(
  wish: Wish,
  circumstances: Circumstances,
  items: Items,
  wanted: readonly Slice[],
  lanes: readonly Shown[],
): ReadonlySet<string> {
  const { now } = wish
  const { customs, overrides, rendered, own, foreignOverrides, settled } = items
  const isMarked = circumstances.marker !== undefined
  const stale = unwantedItems(wish, items, wanted)
  const laid = overrides.filter(({ id }) => !stale.has(id))
  const onLanes = applied(lanes, bottomUp(laid, rendered))
  for (const one of customs) {
    // A swap that somebody made on it would be lost with it.
    const isSwapped = foreignOverrides.some(({ custom, id }) => custom === one.id && !stale.has(id))
    if (!own.has(one.id) || (!isMarked && settled.has(one.id)) || isSwapped) continue
    if (isAdded(one, wish)) continue
    if (isShown(onLanes, one, now) || isDealtAnew(one, wish, circumstances)) stale.add(one.id)
  }
  for (const { id, custom } of overrides) {
    if (own.has(id) && custom !== undefined && stale.has(custom)) stale.add(id)
  }
  return stale
}

/** Ids of what has to go whatever rotations show: it does not do what is wanted, or was made twice. */
function unwantedItems(
  { rotation, now }: Wish,
  { customs, overrides, rendered, actual, own, foreignCustoms, foreignOverrides, settled }: Items,
  wanted: readonly Slice[],
): Set<string> {
  const isKept = rotation.pagerduty?.foreign !== 'remove'
  const removed = isKept ? [] : [...foreignCustoms, ...foreignOverrides]
  const stale = new Set<string>(removed.map(({ id }) => id))
  for (const one of customs) {
    if (own.has(one.id) && isStaleCustom(one, withHidden(one, overrides, wanted), now))
      stale.add(one.id)
  }
  for (const one of overrides) {
    if (own.has(one.id) && isStaleOverride(one, wanted, actual, now, rendered, overrides))
      stale.add(one.id)
  }
  for (const one of doubles(customs.filter(({ id }) => own.has(id)))) stale.add(one.id)
  for (const one of doubles(overrides.filter(({ id }) => own.has(id)))) stale.add(one.id)
  const twice = new Set([...doubles(customs), ...doubles(overrides)].map(({ id }) => id))
  for (const id of settled) if (!twice.has(id)) stale.delete(id)
  return stale
}

/** Not wanted at any time that is left, or in the way of a hole. */
function isStaleCustom(
  { user, start, end }: CustomShift,
  wanted: readonly Slice[],
  now: Instant,
): boolean {
  const left = wantedIn(wanted, { start: Math.max(start, now), end })
  return (
    !left.some((who) => user !== null && who.includes(user)) || left.some((who) => who.length === 0)
  )
}

/** The slices with whoever holds a custom shift also where an override that is wanted hides them. */
function withHidden(
  { id, user }: CustomShift,
  overrides: readonly MemberOverride[],
  wanted: readonly Slice[],
): readonly Slice[] {
  let all = wanted
  for (const one of overrides) {
    if (one.custom !== id || one.instead !== user) continue
    all = changed(all, one, (who) =>
      one.user === null || who.includes(one.user) ? setOf([...who, ...some(user)]) : who,
    )
  }
  return all
}

/** What rotations show by themselves, or will: then somebody would be on call twice at once. */
function isShown(
  shown: readonly Shown[],
  { user, start, end }: CustomShift,
  now: Instant,
): boolean {
  const left = { start: Math.max(start, now), end }
  return shown.some((piece) => piece.user === user && touches(piece, left))
}

/** Just what an `add` of the file says: it stays beside a turn of theirs, as somebody made it by hand and pulled it. */
function isAdded({ user, start, end }: CustomShift, { rotation, idOf, now }: Wish): boolean {
  return rotation.overrides.some(
    (one) =>
      one.kind === 'add' &&
      one.start <= Math.max(start, now) &&
      end <= one.end &&
      one.people.some((person) => idOf.get(person) === user),
  )
}

/** Made for a turn that is somebody else's by now, and no override of the file gives it back. */
function isDealtAnew(
  one: CustomShift,
  { turns, file, now }: Wish,
  { marker }: Circumstances,
): boolean {
  const user = one.user ?? ''
  const left = { start: Math.max(one.start, now), end: one.end }
  return (
    marker?.prints.has(printOf(patchOf(one), 'turn')) === true &&
    zip(turns, file).some(
      (slice) => touches(slice, left) && !slice.a.includes(user) && !slice.b.includes(user),
    )
  )
}

/**
 * Puts somebody there who is not wanted, or hides somebody who is. Only what PagerDuty shows of it can be wrong;
 * one that it shows nowhere is judged as a whole, unless that is because another one lies on it.
 */
function isStaleOverride(
  one: MemberOverride,
  wanted: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): boolean {
  const { user, instead } = one
  const pieces = rendered.filter((piece) => isShownBy(piece, one))
  if (pieces.length === 0 && isCovered(one, rendered, overrides)) return false
  const isWrong = (who: Who, shown: Who): boolean =>
    (user !== null && !who.includes(user)) ||
    // Whoever is replaced may be on call by something else besides.
    (instead !== null && who.includes(instead) && !shown.includes(instead))
  return (pieces.length === 0 ? [one] : pieces).some((piece) => {
    const start = Math.max(piece.start, one.start, now)
    const left = clipped(wanted, { start, end: Math.min(piece.end, one.end) })
    return zip(left, actual).some(({ a, b }) => isWrong(a, pieces.length === 0 ? NOBODY : b))
  })
}

/** Whether PagerDuty shows another override of the same member where one is. */
function isCovered(
  one: MemberOverride,
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): boolean {
  return overrides.some(
    (other) =>
      other !== one &&
      other.instead === one.instead &&
      other.lane === one.lane &&
      other.custom === one.custom &&
      rendered.some((piece) => isShownBy(piece, other) && touches(piece, one)),
  )
}

/** What two runs at once have made twice: all but the first of each. */
function doubles<T extends CustomShift | MemberOverride>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return [...items]
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    .filter((one) => {
      const hangs = 'instead' in one ? [one.instead, one.lane, one.custom] : []
      const key = JSON.stringify([one.end, one.user, hangs])
      return seen.has(key) || !seen.add(key)
    })
}
