/** The overrides that stand in a layer-based schedule: which are ours, what they say, and which have to go. */
import type { Instant } from '../../time/instant.ts'
import { printOf, type Cause } from '../marker.ts'
import { printsAhead } from '../marks.ts'
import { isBared, isOneTarget } from '../over.ts'
import type { LayerOverride, LayerSchedule, Piece } from '../remote.ts'
import type { Circumstances } from '../schedule-plan.ts'
import { isSaid, isSettled } from '../settled.ts'
import { changed, clipped, isSame, whoAt, zip, type Slice } from '../slices.ts'
import { causeAt, wantedIn, type Wish } from '../wish.ts'
import { stacked } from './native.ts'

const NO_PRINTS: ReadonlySet<string> = new Set()
const CAUSES: readonly Cause[] = ['turn', 'override']

/** What stands there and has not ended, and whose it is. */
export interface Overrides {
  readonly all: readonly LayerOverride[]
  readonly own: readonly LayerOverride[]
  readonly foreign: readonly LayerOverride[]
  /** The fingerprints that the description holds. */
  readonly prints: ReadonlySet<string>
}

export function overridesIn(
  wish: Wish,
  remote: LayerSchedule | undefined,
  { marker }: Circumstances,
  actual: readonly Slice[],
): Overrides {
  const { now } = wish
  const all = (remote?.overrides ?? []).filter(({ end }) => end > now)
  const prints = marker?.prints ?? NO_PRINTS
  const isMine = (one: LayerOverride): boolean =>
    isPrinted(one, prints) || isSaid(one, wish, actual)
  const theirs = all.filter((one) => !isMine(one) && !isWanted(one, wish))
  // What does what the file says on top of what somebody did by hand was done by hand, too.
  const isOwn = (one: LayerOverride): boolean =>
    isMine(one) ||
    (marker === undefined && isSettled(one, wish.file, actual, now)) ||
    (isWanted(one, wish) && !theirs.some((other) => isOneTarget(one, other)))
  const own = all.filter(isOwn)
  const foreign = all.filter((one) => !isOwn(one))
  return { all, own, foreign, prints }
}

/** Those that have to go: of ours what is not wanted or was made twice, and what is foreign where that is not kept. */
export function staleOverrides(
  { rotation, now }: Wish,
  { all, own, foreign }: Overrides,
  wanted: readonly Slice[],
  actual: readonly Slice[],
): LayerOverride[] {
  const stale = own.filter((one) => isStale(one, wanted, actual, now))
  if (rotation.pagerduty?.foreign === 'remove') stale.push(...foreign)
  for (const [i, one] of own.entries()) {
    const isDouble = own.slice(0, i).some(({ end, user }) => end === one.end && user === one.user)
    if (isDouble && !stale.includes(one)) stale.push(one)
  }
  const slices = zip(wanted, actual)
  const isNext = (one: LayerOverride): boolean => {
    const going = stale.filter(({ id }) => id !== undefined)
    return !stale.includes(one) && isBared(one, going, all, slices, now)
  }
  for (let next = own.find(isNext); next !== undefined; next = own.find(isNext)) stale.push(next)
  return stale
}

/** What all say together that are left once stale ones are gone. */
export function saidByOverrides(
  { rotation, range }: Wish,
  { all, foreign }: Overrides,
  stale: readonly LayerOverride[],
  actual: readonly Slice[],
): readonly Slice[] {
  // What cannot be deleted is laid over: of two overrides the newer one counts.
  const stuck = stale.filter(({ id }) => id === undefined)
  const staying = [...stuck, ...all.filter((one) => !stale.includes(one))]
  const foreignKept = rotation.pagerduty?.foreign === 'remove' ? [] : foreign
  const top = stacked(
    [
      stuck,
      staying.filter((one) => !stuck.includes(one) && !foreignKept.includes(one)),
      foreignKept,
    ],
    range,
  )
  return asShown(top, staying, actual)
}

/** The fingerprints that overrides have which stand there; of ours that have none yet, those to be. */
export function printsOfOverrides(
  wish: Wish,
  { all, own, prints }: Overrides,
  remote: Pick<LayerSchedule, 'beyond'> | undefined,
): Set<string> {
  const { now } = wish
  const marked = new Set(remote === undefined ? [] : printsAhead(prints, remote, now))
  for (const one of all) {
    const had = CAUSES.map((cause) => printFor(one, cause)).filter((print) => prints.has(print))
    had.forEach((print) => marked.add(print))
    if (had.length === 0 && own.includes(one)) {
      const from = Math.max(one.start, now)
      marked.add(printFor(one, causeAt(wish, whoAt(wish.file, from), from)))
    }
  }
  return marked
}

export function printFor({ end, user }: Piece, cause: Cause): string {
  return printOf({ end, user, instead: null, on: '' }, cause)
}

function isPrinted(one: LayerOverride, prints: ReadonlySet<string>): boolean {
  return CAUSES.some((cause) => prints.has(printFor(one, cause)))
}

/** Does exactly what the file wants. */
function isWanted({ start, end, user }: LayerOverride, { file, now, range }: Wish): boolean {
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
function asShown(
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
function isStale(
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
