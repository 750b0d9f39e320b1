/** What is wanted where people laid something by hand that adds up with the rest: it lies on top of the file. */
import { joined, touches, without, type Interval } from '../../time/interval.ts'
import type { Turns } from '../dialect.ts'
import type { Shown } from '../patch.ts'
import type { Standing } from '../standing.ts'
import { isByItself, parted, type Item, type Stint } from '../schedule.ts'
import { changed, clipped, setOf, slicesOf, some, zip, type Slice } from '../slices.ts'
import { isOneTarget } from '../uppermost.ts'
import { wantedIn, type Wish } from '../wish.ts'
import { isUnder, piledUp, pilesIn } from './beneath.ts'

const ALWAYS: Interval = { start: -Infinity, end: Infinity }

/**
 * The file with what people did by hand on top: an item that stands by itself adds, another replaces whom it names, but
 * not between two shifts of what it hangs on.
 */
export function withForeign(
  wish: Wish,
  standing: Standing,
  turns: readonly Turns[],
): readonly Slice[] {
  let wanted = replaced(wish, standing, turns)
  const { foreign, items, actual } = standing
  const shows = [...items.filter(isByItself), ...turns.flatMap(({ held }) => held)]
  for (const one of foreign) {
    if (!isByItself(one)) continue
    const over = foreign.filter(({ on, instead }) => instead === one.user && on === one.id)
    for (const part of without([one], joined(over))) {
      wanted = changed(wanted, part, (who) => setOf([...who, ...some(one.user)]))
    }
    // Whether what overlaps adds up is a guess: where an item hides what stands under it, that is no drift.
    // Where nothing does, as in the middle of a change, it hides nobody.
    const hidden = shows.filter(({ user }) => user !== null && user !== one.user)
    for (const slice of actual) {
      if (slice.who.length !== 1 || slice.who[0] !== one.user) continue
      for (const stint of hidden) {
        const start = Math.max(slice.start, one.start, stint.start)
        const end = Math.min(slice.end, one.end, stint.end)
        if (start < end) wanted = taken(wanted, actual, { start, end })
      }
    }
  }
  return wanted
}

/** The file with whom people replaced by hand; all at once, since of a pair one may stand in for the other. */
function replaced(
  { file, range }: Wish,
  { items, rendered, foreign }: Standing,
  turns: readonly Turns[],
): readonly Slice[] {
  const idle = new Map([
    ...turns.map((one) => [one.id, idleIn(one)] as const),
    ...items.flatMap((one) =>
      isByItself(one) && one.id !== undefined ? [[one.id, without([ALWAYS], [one])] as const] : [],
    ),
  ])
  const [theirs, over] = parted(foreign)
  const gone: Stint[] = []
  const come: Stint[] = []
  const topDown = piledUp(over, rendered).reverse()
  const piled = rendered
    .flatMap((stint) => pilesIn(stint, items, turns))
    .filter(({ pile }) => pile.length > 1)
  for (const [i, one] of topDown.entries()) {
    const above = topDown.slice(0, i).filter((other) => isOneTarget(one, other))
    const covered = piled.filter(({ pile }) => pile.indexOf(one) > 0)
    const seen = without(
      without([one], joined([...above, ...covered])),
      idle.get(one.on ?? '') ?? [],
    )
    const isOnTheirs = theirs.some(({ id }) => id === one.on)
    for (const { start, end } of seen) {
      if (isOnTheirs) come.push({ start, end, user: one.user })
      for (const slice of isOnTheirs ? [] : clipped(file, { start, end })) {
        const { instead = null } = one
        if (instead === null || !slice.who.includes(instead)) continue
        gone.push({ start: slice.start, end: slice.end, user: instead })
        come.push({ start: slice.start, end: slice.end, user: one.user })
      }
    }
  }
  for (const { pile, ...part } of piled) {
    const [top, ...below] = pile
    if (top === undefined || !over.includes(top)) continue
    for (const { start, end, who } of clipped(file, part)) {
      if (who.includes(top.instead ?? '')) continue
      // Whom the file has there is the first on the way down to the turn.
      const user = below
        .map(({ instead = null }) => instead)
        .find((each) => who.includes(each ?? ''))
      if (user === undefined) continue
      gone.push({ start, end, user })
      come.push({ start, end, user: top.user })
    }
  }
  const left = zip(file, slicesOf(gone, range)).map(({ start, end, a, b }) => ({
    start,
    end,
    who: a.filter((user) => !b.includes(user)),
  }))
  return zip(left, slicesOf(come, range)).map(({ start, end, a, b }) => ({
    start,
    end,
    who: b.length === 0 ? a : setOf([...a, ...b]),
  }))
}

/** When turns are between two of their shifts: then nothing that hangs on them speaks of anybody else's. */
function idleIn({ held, inForce }: Turns): Interval[] {
  return without(joined(inForce), joined(held))
}

/**
 * The same, with somebody whom the file does not name there replaced for as long as turns or an item of ours still show
 * them: a turn that runs is not cut, and nothing is laid over what somebody did by hand.
 */
export function withStrangers(
  onTop: readonly Slice[],
  { file, range }: Wish,
  { items, own, foreign, actual, rendered }: Standing,
  turns: readonly Shown[],
): readonly Slice[] {
  const ours = items.filter((one) => isByItself(one) && own.has(one))
  const base: readonly Shown[] = [...turns, ...ours.map(shownByItself)]
  let wanted = onTop
  for (const stint of rendered) {
    const one = foreign.find((each) => !isByItself(each) && each.id === stint.source?.over)
    if (one === undefined || !touches(stint, range)) continue
    const { instead = null } = one
    const isStrange = wantedIn(file, stint).some(
      (who) => instead === null || !who.includes(instead),
    )
    if (!isStrange) continue
    for (const still of base) {
      const start = Math.max(still.start, stint.start)
      const end = Math.min(still.end, stint.end)
      if (!isUnder(still, one) || still.user !== instead || start >= end) continue
      wanted = taken(wanted, actual, { start, end })
    }
  }
  return wanted
}

/** An item that stands by itself, as what it shows. */
export function shownByItself({ start, end, user, id }: Item): Shown {
  return { start, end, user, item: id }
}

/** The slices, with what the service says in a stretch taken for what is wanted. */
function taken(wanted: readonly Slice[], actual: readonly Slice[], within: Interval): Slice[] {
  let all = [...wanted]
  for (const slice of clipped(actual, within)) all = changed(all, slice, () => slice.who)
  return all
}
