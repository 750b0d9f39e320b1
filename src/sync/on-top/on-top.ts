/** The laying in which the newest item hides all beneath it, so that one person is on call at a time. */
import { touches } from '../../time/interval.ts'
import type { Laying } from '../dialect.ts'
import type { Patch, Shown } from '../patch.ts'
import { printOf } from '../fingerprint.ts'
import type { Standing } from '../standing.ts'
import type { Item } from '../schedule.ts'
import {
  changed,
  clipped,
  isSame,
  laidOver,
  setOf,
  slicesOf,
  some,
  stacked,
  stintsIn,
  whoAt,
  zip,
  type Slice,
  type Who,
} from '../slices.ts'
import { isOneTarget } from '../uppermost.ts'
import type { Wish } from '../wish.ts'
import { unneeded } from './unneeded.ts'

/** The newest item lies on top. */
export const onTop: Laying = {
  says: ({ user }, who) => isSame(who, some(user)),
  isOn: isOneTarget,
  isInEffect: () => true,
  withForeign,
  withStrangers: (wanted) => wanted,
  unneeded,
  shown,
  missing,
  turnNow,
}

/** The file with what people did by hand on top; of two of theirs, as the service has it. */
function withForeign({ file }: Wish, { actual, foreign }: Standing): readonly Slice[] {
  let wanted = file
  for (const one of foreign) wanted = changed(wanted, one, () => some(one.user))
  const users = new Set(foreign.map(({ user }) => user))
  for (const one of foreign) {
    for (const slice of clipped(actual, one)) {
      if (slice.who.every((user) => users.has(user)) && slice.who.length > 0) {
        wanted = changed(wanted, slice, () => slice.who)
      }
    }
  }
  return wanted
}

function shown(
  { range, keepsForeign }: Wish,
  { items, foreign, actual }: Standing,
  going: ReadonlySet<Item>,
  turns: readonly Shown[],
): readonly Shown[] {
  // What cannot be withdrawn is laid over: of two items the newer one counts.
  const stuck = [...going].filter(({ id }) => id === undefined)
  const left = items.filter((one) => !going.has(one))
  const theirs = keepsForeign ? foreign : []
  const top = stacked([stuck, left.filter((one) => !theirs.includes(one)), theirs], range)
  return stintsIn(laidOver(slicesOf(turns, range), asShown(top, [...stuck, ...left], actual)))
}

/** What items say together: of two that lie over each other the one that the service shows. */
function asShown(
  top: readonly Slice[],
  staying: readonly Item[],
  actual: readonly Slice[],
): readonly Slice[] {
  return zip(top, actual).map(({ start, end, a, b }) => {
    const isTheirs = staying.some(
      (one) => touches(one, { start, end }) && isSame(b, some(one.user)),
    )
    return { start, end, who: a.length > 0 && isTheirs ? b : a }
  })
}

function missing(active: readonly Shown[], who: Who): Omit<Patch, 'start' | 'end' | 'cause'>[] {
  const [user, ...others] = who
  const isThere = isSame(setOf(active.flatMap((one) => some(one.user))), who)
  return user === undefined || others.length > 0 || isThere ? [] : [{ user }]
}

/** An item of ours that was made for the turn that runs is that turn. */
function turnNow(
  { now }: Wish,
  { items, own, actual, prints }: Standing,
  beneath: readonly Slice[],
): Who {
  const running = items.filter(({ start, end }) => start <= now && now < end)
  const ours = running.filter((one) => own.has(one))
  const turn = ours.find((one) => prints?.has(printOf(one, 'turn')))
  const shows = turn === undefined ? whoAt(beneath, now) : some(turn.user)
  return shows.length > 0 || ours.length > 0 ? shows : whoAt(actual, now)
}
