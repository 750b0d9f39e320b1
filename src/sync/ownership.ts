/** Ownership: which of the items that stand in a schedule rotate made, and which are foreign. */
import { isAsWanted, isWordForWord } from './as-wanted.ts'
import type { Laying } from './dialect.ts'
import { itemsOf, NO_PRINTS, printsHad, printsOnce } from './fingerprints.ts'
import type { Marker } from './marker.ts'
import { isByItself, type Item, type Schedule } from './schedule.ts'
import { slicesOf } from './slices.ts'
import type { Standing } from './standing.ts'
import { wantedIn, type Wish } from './wish.ts'

/** What stands in a schedule, and whose it is: ours by its fingerprint, or because it does what the file wants. */
export function standingIn(
  schedule: Schedule | undefined,
  laying: Laying,
  wish: Wish,
  marker: Marker | undefined,
): Standing {
  const rendered = schedule?.rendered ?? []
  const items = schedule === undefined ? [] : itemsOf(schedule, wish.now)
  const actual = slicesOf(rendered, wish.range)
  const known = marker?.prints ?? NO_PRINTS
  // Of a schedule that was of another kind, unless an item that stands by itself explains the fingerprint.
  const explained = new Set(items.filter(isByItself).flatMap((one) => printsHad(one, known)))
  const once = new Set([...known].filter((print) => !explained.has(print)))
  const own = new Set(
    items.filter(
      (one) =>
        printsHad(one, known).length > 0 ||
        printsOnce(one, once).length > 0 ||
        isWordForWord(one, wish, actual),
    ),
  )
  const wanted = new Set(items.filter((one) => isWanted(one, laying, wish)))
  const theirs = items.filter((one) => !own.has(one) && !wanted.has(one))
  for (const one of wanted) {
    // What does what the file says on top of what somebody did by hand was done by hand, too.
    if (!theirs.some((other) => laying.isOn(one, other))) own.add(one)
  }
  const agreed = new Set(
    items.filter((one) => isAsWanted(one, wish, actual) && laying.isInEffect(one, rendered)),
  )
  // Without a marker nothing has its fingerprint yet: a schedule that is taken over gives away what the file says.
  if (marker === undefined) for (const one of agreed) own.add(one)
  const foreign = items.filter((one) => !own.has(one))
  return { items, rendered, actual, own, foreign, agreed, prints: marker?.prints }
}

/** Whether an item does just what the file wants in all of its stretch that is left. */
function isWanted(one: Item, laying: Laying, { file, now, range }: Wish): boolean {
  const stretch = { start: Math.max(one.start, now), end: one.end }
  return (
    one.end <= range.end &&
    one.user !== null &&
    wantedIn(file, stretch).every((who) => laying.says(one, who))
  )
}
