/** The fingerprints that the description of a shift-based schedule is to hold, and whether it has room for them. */
import type { Refusal } from '../../model/plan.ts'
import { MOST, PRINT, printOf } from '../marker.ts'
import { patchOf, printsAhead, printsHad } from '../marks.ts'
import type { Remote } from '../remote.ts'
import type { Circumstances } from '../schedule-plan.ts'
import { whoAt } from '../slices.ts'
import { causeAt, type Wish } from '../wish.ts'
import type { Items } from './own.ts'
import type { NewPatch } from './patches.ts'

/** Those of what stands there, as long as it is there, and of what is about to be made. */
export function printsFor(
  wish: Wish,
  { marker }: Circumstances,
  { customs, overrides, own }: Items,
  patches: readonly NewPatch[],
  remote: Pick<Remote, 'beyond'> | undefined,
): ReadonlySet<string> {
  const { now } = wish
  const known = marker?.prints ?? NO_PRINTS
  const prints = new Set(remote === undefined ? [] : printsAhead(known, remote, now))
  for (const one of [...customs, ...overrides]) {
    const had = printsHad(one, known)
    had.forEach((print) => prints.add(print))
    if (had.length > 0 || !own.has(one.id)) continue
    const from = Math.max(one.start, now)
    prints.add(printOf(patchOf(one), causeAt(wish, whoAt(wish.file, from), from)))
  }
  for (const patch of patches) {
    const { on, cause } = patch
    // What hangs on what is not there yet is marked when it is known by its id.
    if (on?.isNew !== true)
      prints.add(printOf({ ...patch, on: on?.lane ?? on?.custom ?? '' }, cause))
  }
  return prints
}

/** Refuses a description that is too long, with what will be added to it when ids are known. */
export function refusedAsFull(
  { rotation }: Wish,
  description: string,
  patches: readonly NewPatch[],
  isWritten: boolean,
): Refusal[] {
  const later = patches.filter(({ on }) => on?.isNew === true).length
  const length = Array.from(description).length + (later > 0 ? 1 + later * PRINT : 0)
  return (isWritten || later > 0) && length > MOST
    ? [{ code: 'marker-full', rotation: rotation.id, message: FULL }]
    : []
}

const NO_PRINTS: ReadonlySet<string> = new Set()

const FULL = `too much of this rotation has to be filled in shift by shift: PagerDuty's description holds ${MOST} \
characters, which is not enough to remember what rotate made (shorten the description in PagerDuty, or give \
a smaller --horizon, such as 30 days)`
