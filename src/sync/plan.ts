/** The plan for one rotation and its schedule, in any dialect: pure, and data through and through. */
import type { Refusal } from '../model/plan.ts'
import type { Dialect, Native } from './dialect.ts'
import { unsayable } from './express.ts'
import { hasHole, patchesFor } from './fill.ts'
import { PRINT, printOf } from './fingerprint.ts'
import { lingeringIn, NO_PRINTS, printsAhead, printsHad } from './fingerprints.ts'
import { guarded } from './guard.ts'
import { writeMarker } from './marker.ts'
import { standingIn } from './ownership.ts'
import { idOfBase, type Patch } from './patch.ts'
import type { Standing } from './standing.ts'
import type { Schedule } from './schedule.ts'
import type { Circumstances, SchedulePlan } from './schedule-plan.ts'
import { whoAt } from './slices.ts'
import { causeAt, type Wish } from './wish.ts'

/** The plan by which a schedule comes to show what is wished; `schedule` is undefined where there is none yet. */
export function planFor<S extends Schedule, N extends Native>(
  dialect: Dialect<S, N>,
  wish: Wish,
  schedule: S | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  const { laying, can, words } = dialect
  const { now, range, keepsForeign, rotation } = wish
  const { marker, mayRewrite, lead } = circumstances
  const standing = standingIn(schedule, laying, wish, marker)
  const { items, own, foreign, actual } = standing

  const turns = dialect.turnsIn(schedule, range)
  // What is foreign counts as wanted, so that nothing can take it away.
  const onTop = keepsForeign ? laying.withForeign(wish, standing, turns) : wish.file
  const native = dialect.native(wish, schedule, standing, onTop)
  const { shows } = native
  const wanted = keepsForeign ? laying.withStrangers(onTop, wish, standing, shows) : onTop

  const unneeded = laying.unneeded(wish, standing, wanted, shows)
  const shown = laying.shown(wish, standing, unneeded, shows)
  const patches = patchesFor(wish, laying, wanted, shown, lead)

  const prints = printsFor(wish, standing, schedule, patches)
  const description = writeMarker(circumstances.before, {
    team: wish.team,
    rotation: rotation.id,
    prints,
  })
  const isNamed = schedule?.name === rotation.name && marker?.rotation === rotation.id
  const isMarked = isNamed && holdsJust(prints, schedule, circumstances)
  const requests = dialect.requests({
    wish,
    schedule,
    native,
    description,
    isInOrder: isMarked,
    unneeded,
    items,
    patches,
  })

  const refusals = [
    ...unsayable(wish, can, words, {
      wanted,
      hasHole: !can.nobody && hasHole(wish, wanted, shown),
      isEmpty: schedule === undefined && native.isEmpty,
    }),
    ...refusedAsFull(wish, description, patches, isMarked, dialect),
    ...(requests.length > 0 && schedule !== undefined && !mayRewrite
      ? guarded(wish, actual, wanted, {
          now: laying.turnNow(wish, standing, native.beneath, turns),
          all: native.round,
        })
      : []),
  ]
  const mine = items.filter((one) => own.has(one))
  const ends = [...mine.filter((one) => !unneeded.has(one)), ...patches].map(({ end }) => end)
  return {
    requests,
    refusals,
    wanted,
    actual,
    foreign,
    patched: ends.length === 0 ? undefined : Math.max(...ends),
    isOnlyPatched: isNamed && !native.isChanged && unneeded.size === 0,
    reach: mine.reduce((last, { end }) => Math.max(last, end), now),
    going: native.going,
    patches: patches.length,
  }
}

/** The fingerprints of what stands there, as long as it is there, and of what is about to be made. */
function printsFor(
  wish: Wish,
  { items, own, prints: known = NO_PRINTS }: Standing,
  schedule: Schedule | undefined,
  patches: readonly Patch[],
): ReadonlySet<string> {
  const { now } = wish
  const prints = new Set(schedule === undefined ? [] : printsAhead(known, schedule, now))
  for (const one of items) {
    const had = printsHad(one, known)
    had.forEach((print) => prints.add(print))
    if (had.length > 0 || !own.has(one)) continue
    const from = Math.max(one.start, now)
    prints.add(printOf(one, causeAt(wish, whoAt(wish.file, from), from)))
  }
  for (const { on, ...patch } of patches) {
    // What hangs on what is not there yet is marked when it is known by its id.
    if (on?.isNew === true) continue
    prints.add(printOf({ ...patch, on: on && idOfBase(on) }, patch.cause))
  }
  return prints
}

/** Whether a marker says all that it is to say, and speaks of nothing that is gone. */
function holdsJust(
  prints: ReadonlySet<string>,
  schedule: Schedule | undefined,
  { marker }: Circumstances,
): boolean {
  return (
    schedule !== undefined &&
    marker !== undefined &&
    [...prints].every((print) => marker.prints.has(print)) &&
    lingeringIn(marker, schedule).size === 0
  )
}

/** The refusal of a description that is too long, with what will be added to it when ids are known. */
function refusedAsFull(
  { rotation }: Wish,
  description: string,
  patches: readonly Patch[],
  isMarked: boolean,
  { can, words }: Pick<Dialect<Schedule, Native>, 'can' | 'words'>,
): Refusal[] {
  const later = patches.filter(({ on }) => on?.isNew === true).length
  const length = Array.from(description).length + (later > 0 ? 1 + later * PRINT : 0)
  if ((isMarked && later === 0) || length <= can.marker) return []
  const message = `too much of this rotation has to be filled in shift by shift: ${words.service}'s description holds ${can.marker} \
characters, which is not enough to remember what rotate made (shorten the description in ${words.service}, or give \
a smaller --horizon, such as 30 days)`
  return [{ code: 'marker-full', rotation: rotation.id, message }]
}
