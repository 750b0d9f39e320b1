/** What is wanted where people have made custom shifts and overrides by hand: these lie on top of the file. */
import { joined, touches, without, type Interval } from '../../time/interval.ts'
import { bottomUp, isOneTarget } from '../over.ts'
import type { Lane, MemberOverride, Piece, Rendered } from '../remote.ts'
import { changed, clipped, setOf, slicesOf, some, zip, type Slice } from '../slices.ts'
import { wantedIn, type Wish } from '../wish.ts'
import type { Items } from './own.ts'
import { eventPieces, isPlain } from './recurrence.ts'
import type { Shown } from './shown.ts'

/**
 * The file with what people did by hand on top: a custom shift adds, an override replaces whom it names, but not
 * between two shifts of what it hangs on.
 */
export function withForeign(
  { file, range }: Wish,
  { customs: all, actual, rendered, foreignCustoms: customs, foreignOverrides: overrides }: Items,
  lanes: readonly Lane[],
): readonly Slice[] {
  const standing = [...all, ...lanes.flatMap((lane) => held(lane, range))]
  const idle = new Map([
    ...lanes.map((lane) => [lane.id, idleIn(lane, range)] as const),
    ...all.map((one) => [one.id, without([ALWAYS], [one])] as const),
  ])
  // All at once, since of a pair one may stand in for the other.
  const gone: Piece[] = []
  const come: Piece[] = []
  const topDown = bottomUp(overrides, rendered).reverse()
  for (const [i, one] of topDown.entries()) {
    const above = topDown.slice(0, i).filter((other) => isOneTarget(one, other))
    const seen = without(
      without([one], joined(above)),
      idle.get(one.lane ?? one.custom ?? '') ?? [],
    )
    const isOnTheirs = customs.some(({ id }) => id === one.custom)
    for (const { start, end } of seen) {
      if (isOnTheirs) come.push({ start, end, user: one.user })
      for (const slice of isOnTheirs ? [] : clipped(file, { start, end })) {
        if (one.instead === null || !slice.who.includes(one.instead)) continue
        gone.push({ start: slice.start, end: slice.end, user: one.instead })
        come.push({ start: slice.start, end: slice.end, user: one.user })
      }
    }
  }
  let wanted: readonly Slice[] = zip(file, slicesOf(gone, range)).map(({ start, end, a, b }) => ({
    start,
    end,
    who: a.filter((user) => !b.includes(user)),
  }))
  wanted = zip(wanted, slicesOf(come, range)).map(({ start, end, a, b }) => ({
    start,
    end,
    who: b.length === 0 ? a : setOf([...a, ...b]),
  }))
  for (const one of customs) {
    const over = overrides.filter(
      ({ custom, instead }) => custom === one.id && instead === one.user,
    )
    for (const part of without([one], joined(over))) {
      wanted = changed(wanted, part, (who) => setOf([...who, ...some(one.user)]))
    }
    // Whether what overlaps adds up is a guess: where a custom shift hides what stands under it, that is no drift.
    // Where nothing does, as in the middle of a change, it hides nobody.
    const hidden = standing.filter(({ user }) => user !== null && user !== one.user)
    for (const slice of actual) {
      if (slice.who.length !== 1 || slice.who[0] !== one.user) continue
      for (const piece of hidden) {
        const start = Math.max(slice.start, one.start, piece.start)
        const end = Math.min(slice.end, one.end, piece.end)
        if (start < end) wanted = taken(wanted, actual, { start, end })
      }
    }
  }
  return wanted
}

const ALWAYS: Interval = { start: -Infinity, end: Infinity }

/** What a rotation should show by its own rules; where these are not known, somebody for as long as it counts. */
function held({ events }: Lane, range: Interval): Piece[] {
  return events.flatMap((event) =>
    isPlain(event)
      ? eventPieces(event, range)
      : [{ start: event.since, end: event.until, user: '?' }],
  )
}

/** When a rotation is between two of its shifts: then nothing that hangs on it speaks of anybody else's. */
function idleIn(lane: Lane, range: Interval): Interval[] {
  const inForce = lane.events.map(({ since, until }) => ({ start: since, end: until }))
  return without(joined(inForce), joined(held(lane, range)))
}

/**
 * Somebody whom the file does not name there is replaced all the same, for as long as a rotation or a custom shift of
 * ours still shows them: a turn that runs is not cut, and nothing is laid over what somebody did by hand.
 */
export function withStrangers(
  onTop: readonly Slice[],
  { file, range }: Wish,
  actual: readonly Slice[],
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
  base: readonly Shown[],
): readonly Slice[] {
  let wanted = onTop
  for (const piece of rendered) {
    const one = overrides.find(({ id }) => id === piece.override)
    if (one === undefined || !touches(piece, range)) continue
    const isStrange = wantedIn(file, piece).some(
      (who) => one.instead === null || !who.includes(one.instead),
    )
    if (!isStrange) continue
    for (const still of base) {
      const start = Math.max(still.start, piece.start)
      const end = Math.min(still.end, piece.end)
      const isUnder = still.lane === one.lane && still.custom === one.custom
      if (!isUnder || still.user !== one.instead || start >= end) continue
      wanted = taken(wanted, actual, { start, end })
    }
  }
  return wanted
}

/** Takes what PagerDuty says in a stretch for what is wanted. */
function taken(wanted: readonly Slice[], actual: readonly Slice[], within: Interval): Slice[] {
  let all = [...wanted]
  for (const slice of actual) {
    const both = {
      start: Math.max(slice.start, within.start),
      end: Math.min(slice.end, within.end),
    }
    if (both.start < both.end) all = changed(all, both, () => slice.who)
  }
  return all
}
