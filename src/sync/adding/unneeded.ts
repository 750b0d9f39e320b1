/** Which items have to go where what is laid down adds up. */
import type { Instant } from '../../time/instant.ts'
import { joined, touches, without } from '../../time/interval.ts'
import { doublesIn } from '../doubles.ts'
import type { Shown } from '../patch.ts'
import { printOf } from '../fingerprint.ts'
import type { Standing } from '../standing.ts'
import { isByItself, parted, type Item } from '../schedule.ts'
import { changed, clipped, NOBODY, setOf, some, zip, type Slice, type Who } from '../slices.ts'
import { isOneTarget, isShownBy } from '../uppermost.ts'
import { wantedIn, type Wish } from '../wish.ts'
import { applied, piledUp } from './beneath.ts'

/** The items that have to go, with what people made by hand where that is not kept; `turns` is what turns will show. */
export function unneeded(
  wish: Wish,
  standing: Standing,
  wanted: readonly Slice[],
  turns: readonly Shown[],
): ReadonlySet<Item> {
  const { now } = wish
  const { items, rendered, own, foreign, agreed, prints } = standing
  const [byThemselves, over] = parted(items)
  const going = unwanted(wish, standing, wanted)
  const laid = over.filter((one) => !going.has(one))
  const onTurns = applied(turns, piledUp(laid, rendered), rendered)
  for (const one of byThemselves) {
    // A swap that somebody made on it would be lost with it.
    const isSwapped = foreign.some(
      (other) => !isByItself(other) && other.on === one.id && !going.has(other),
    )
    if (!own.has(one) || (prints === undefined && agreed.has(one)) || isSwapped) continue
    if (isAdded(one, wish)) continue
    if (isShown(onTurns, one, now) || isDealtAnew(one, wish, standing)) going.add(one)
  }
  const gone = new Set(byThemselves.filter((one) => going.has(one)).map(({ id }) => id))
  for (const one of over) {
    if (own.has(one) && one.isOnItem === true && gone.has(one.on)) going.add(one)
  }
  return going
}

/** The items that have to go whatever turns show: they do not do what is wanted, or were made twice. */
function unwanted(
  { keepsForeign, now }: Wish,
  { items, rendered, actual, own, foreign, agreed }: Standing,
  wanted: readonly Slice[],
): Set<Item> {
  const [byThemselves, over] = parted(items)
  const going = new Set(keepsForeign ? [] : foreign)
  for (const one of items) {
    if (!own.has(one)) continue
    const isUnwanted = isByItself(one)
      ? isUseless(one, withHidden(one, over, wanted), now)
      : isWrong(one, wanted, actual, now, rendered, over)
    if (isUnwanted) going.add(one)
  }
  for (const part of [byThemselves, over]) {
    for (const one of doublesIn(part.filter((each) => own.has(each)))) going.add(one)
  }
  const isNext = (one: Item): boolean =>
    own.has(one) && !going.has(one) && isBared(one, going, over, wanted, { actual, rendered }, now)
  for (let next = over.find(isNext); next !== undefined; next = over.find(isNext)) going.add(next)
  const twice = new Set([...doublesIn(byThemselves), ...doublesIn(over)])
  for (const one of agreed) if (!twice.has(one)) going.delete(one)
  return going
}

/** Not wanted at any time that is left, or in the way of a hole. */
function isUseless({ user, start, end }: Item, wanted: readonly Slice[], now: Instant): boolean {
  const left = wantedIn(wanted, { start: Math.max(start, now), end })
  return (
    !left.some((who) => user !== null && who.includes(user)) || left.some((who) => who.length === 0)
  )
}

/** The slices with whoever an item shows also where another that is wanted hides them. */
function withHidden(
  { id, user }: Item,
  over: readonly Item[],
  wanted: readonly Slice[],
): readonly Slice[] {
  let all = wanted
  for (const one of over) {
    if (one.isOnItem !== true || one.on !== id || one.instead !== user) continue
    all = changed(all, one, (who) =>
      one.user === null || who.includes(one.user) ? setOf([...who, ...some(user)]) : who,
    )
  }
  return all
}

/** What turns show by themselves, or will: then somebody would be on call twice at once. */
function isShown(shown: readonly Shown[], { user, start, end }: Item, now: Instant): boolean {
  const left = { start: Math.max(start, now), end }
  return shown.some((stint) => stint.user === user && touches(stint, left))
}

/** Just what an `add` of the file says: it stays beside a turn of theirs, as somebody made it by hand and pulled it. */
function isAdded({ user, start, end }: Item, { rotation, idOf, now }: Wish): boolean {
  return rotation.overrides.some(
    (one) =>
      one.kind === 'add' &&
      one.start <= Math.max(start, now) &&
      end <= one.end &&
      one.people.some((person) => idOf.get(person) === user),
  )
}

/** Made for a turn that is somebody else's by now, and no override of the file gives it back. */
function isDealtAnew(one: Item, { turns, file, now }: Wish, { prints }: Standing): boolean {
  const user = one.user ?? ''
  const left = { start: Math.max(one.start, now), end: one.end }
  return (
    prints?.has(printOf(one, 'turn')) === true &&
    zip(clipped(turns, left), file).some(({ a, b }) => !a.includes(user) && !b.includes(user))
  )
}

/**
 * Puts somebody there who is not wanted, or hides somebody who is. Only what the service shows of it can be wrong; one
 * that it shows nowhere is judged as a whole, unless that is because another one lies on it.
 */
function isWrong(
  one: Item,
  wanted: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
  rendered: Standing['rendered'],
  over: readonly Item[],
): boolean {
  const stints = rendered.filter((stint) => isShownBy(stint, one))
  if (stints.length === 0 && isCovered(one, rendered, over)) return false
  return (stints.length === 0 ? [one] : stints).some((stint) => {
    const start = Math.max(stint.start, one.start, now)
    const left = clipped(wanted, { start, end: Math.min(stint.end, one.end) })
    return zip(left, actual).some(({ a, b }) => isOff(one, a, stints.length === 0 ? NOBODY : b))
  })
}

/** Whether an override puts somebody there who is not wanted, or hides somebody who is and is not shown. */
function isOff({ user, instead = null }: Item, wanted: Who, shown: Who): boolean {
  return (
    (user !== null && !wanted.includes(user)) ||
    // Whoever is replaced may be on call by something else besides.
    (instead !== null && wanted.includes(instead) && !shown.includes(instead))
  )
}

/** Whether an override would come to light, and be wrong, where one that hides it goes and none that stays lies there. */
function isBared(
  one: Item,
  going: ReadonlySet<Item>,
  over: readonly Item[],
  wanted: readonly Slice[],
  { actual, rendered }: Pick<Standing, 'actual' | 'rendered'>,
  now: Instant,
): boolean {
  const rivals = over.filter((other) => other !== one && isOneTarget(one, other))
  const staying = joined(rivals.filter((other) => !going.has(other)))
  return rivals.some((other) => {
    if (!going.has(other) || other.id === undefined) return false
    return rendered.some((stint) => {
      if (!isShownBy(stint, other)) return false
      const start = Math.max(stint.start, one.start, now)
      const bared = { start, end: Math.min(stint.end, one.end) }
      if (bared.start >= bared.end) return false
      return without([bared], staying).some((part) =>
        zip(clipped(wanted, part), actual).some(({ a, b }) => isOff(one, a, b)),
      )
    })
  })
}

/** Whether the service shows another item in the place of the same person where one is. */
function isCovered(one: Item, rendered: Standing['rendered'], over: readonly Item[]): boolean {
  return over.some(
    (other) =>
      other !== one &&
      other.instead === one.instead &&
      other.on === one.on &&
      rendered.some((stint) => isShownBy(stint, other) && touches(stint, one)),
  )
}
