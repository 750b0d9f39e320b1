/** The plan for a shift-based schedule: rotations that go on by themselves, custom shifts and overrides for the rest. */
import { joined, touches, without, type Interval } from '../../time/interval.ts'
import { guarded, type TurnsShown } from '../guard.ts'
import { writeMarker } from '../marker.ts'
import { bottomUp } from '../over.ts'
import type { CustomShift, MemberOverride, Rendered, ShiftSchedule } from '../remote.ts'
import { pathOf, type Circumstances, type SchedulePlan } from '../schedule-plan.ts'
import { isSame, setOf, some, zip, type Slice } from '../slices.ts'
import type { Wish } from '../wish.ts'
import { withForeign, withStrangers } from './foreign.ts'
import { planLanes, type LanePlan } from './lanes.ts'
import { strandsOf } from './native.ts'
import { itemsIn, type Items } from './own.ts'
import { patchesFor } from './patches.ts'
import { printsFor, refusedAsFull } from './prints.ts'
import { customRequests, deletions, doAddOnly, markingOf, overrideRequests } from './requests.ts'
import { applied, turnsShown, underneath, type Shown } from './shown.ts'
import { staleItems } from './stale.ts'

export function planShifts(
  wish: Wish,
  remote: ShiftSchedule | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  const { now, rotation } = wish
  const path = pathOf('shifts', remote)
  const items = itemsIn(wish, remote, circumstances)
  const { customs, overrides, rendered, actual, own, foreignCustoms, foreignOverrides } = items
  const isKept = rotation.pagerduty?.foreign !== 'remove'
  const onTop = isKept ? withForeign(wish, items, remote?.lanes ?? []) : wish.file
  const lanes = lanesFor(wish, items, remote, onTop)
  const onLanes = lanes.pieces.map(shownOnLane)
  const ours = customs.filter(({ id }) => own.has(id)).map(shownByShift)
  const wanted = isKept
    ? withStrangers(onTop, wish, actual, rendered, foreignOverrides, [...onLanes, ...ours])
    : onTop

  const stale = staleItems(wish, circumstances, items, wanted, onLanes)
  const base = [
    ...onLanes,
    // Also what is not rendered, as where something newer hides it: making it once more would not help.
    ...customs.filter(({ id }) => !stale.has(id)).map(shownByShift),
  ]
  const standing = overrides.filter(({ id }) => !stale.has(id))
  const shown = applied(base, bottomUp(standing, rendered))
  const patches = patchesFor(wish, wanted, shown, circumstances.lead)

  const prints = printsFor(wish, circumstances, items, patches, remote)
  const description = writeMarker(circumstances.before, {
    team: wish.team,
    rotation: rotation.id,
    prints,
  })
  const marking = markingOf(wish, remote, circumstances, prints, description)
  const requests = [
    ...marking,
    ...lanes.requests,
    ...customRequests(path, patches),
    ...lanes.last,
    ...deletions(path, customs, 'custom_shifts', stale),
    ...deletions(path, overrides, 'overrides', stale),
    ...overrideRequests(path, patches),
  ]
  const refusals = refusedAsFull(wish, description, patches, marking.length > 0)
  if (requests.length > 0 && remote !== undefined && !circumstances.mayRewrite) {
    const turns = turnsOf(wish, items, remote, circumstances)
    refusals.push(...guarded(wish, actual, wanted, turns))
  }
  const mine = [...customs, ...overrides].filter(({ id }) => own.has(id))
  const ends = [...mine.filter(({ id }) => !stale.has(id)), ...patches].map(({ end }) => end)
  return {
    requests,
    refusals,
    wanted,
    actual,
    foreign: [...foreignCustoms, ...foreignOverrides],
    patched: ends.length === 0 ? undefined : Math.max(...ends),
    isOnlyPatched:
      isInOrder(wish, remote, circumstances) && doAddOnly(requests.slice(marking.length)),
    reach: mine.reduce((last, { end }) => Math.max(last, end), now),
    going: lanes.going,
    patches: patches.length,
  }
}

/** Whether the schedule has its name and is known as ours, so that marking it is no more than adding fingerprints. */
function isInOrder(
  { rotation }: Wish,
  remote: ShiftSchedule | undefined,
  { marker }: Circumstances,
): boolean {
  return remote?.name === rotation.name && marker?.rotation === rotation.id
}

/** What rotations are to become, with holes where nobody may be on call. */
function lanesFor(
  wish: Wish,
  { overrides, rendered, actual, own }: Items,
  remote: ShiftSchedule | undefined,
  onTop: readonly Slice[],
): LanePlan {
  const { now, horizon, range, rotation } = wish
  return planLanes(strandsOf(rotation, wish.idOf, now), remote?.lanes ?? [], {
    path: pathOf('shifts', remote),
    name: rotation.name,
    now,
    horizon,
    range,
    shown: underneath(rendered, overrides).flatMap((piece) =>
      piece.lane === undefined ? [] : [{ ...piece, lane: piece.lane }],
    ),
    wrong: wrongIn(actual, onTop),
    twins: (remote?.lanes ?? []).map(({ id }) => id),
    holes: without(holesIn(wish), heldEmpty(overrides, own, rendered)),
  })
}

/** What the guard asks. */
function turnsOf(
  { now }: Wish,
  { customs, overrides, rendered }: Items,
  remote: ShiftSchedule,
  { marker }: Circumstances,
): TurnsShown {
  const known = marker?.prints ?? NO_PRINTS
  return {
    now: turnsShown(underneath(rendered, overrides), overrides, customs, known, now, remote),
    all: setOf(
      remote.lanes
        .flatMap(({ events }) => events.filter(({ until }) => until > now))
        .flatMap(({ members }) => members.flatMap(some)),
    ),
  }
}

const NO_PRINTS: ReadonlySet<string> = new Set()

function shownOnLane(piece: LanePlan['pieces'][number]): Shown {
  // A name that stands for an id that is not known yet.
  return { ...piece, custom: undefined, isNew: piece.lane.startsWith('{') }
}

function shownByShift(one: CustomShift): Shown {
  return { ...one, lane: undefined, custom: one.id, isNew: false }
}

function wrongIn(actual: readonly Slice[], wanted: readonly Slice[]): Slice[] {
  return zip(actual, wanted)
    .filter(({ a, b }) => !isSame(a, b))
    .map(({ start, end }) => ({ start, end, who: ['wrong'] }))
}

/** Where the file wants nobody. */
function holesIn({ file, horizon }: Wish): Interval[] {
  return file.filter(({ start, who }) => who.length === 0 && start < horizon)
}

/** Where an override of rotate's that somebody made by hand empties a turn, so that the turn can stay. */
function heldEmpty(
  overrides: readonly MemberOverride[],
  own: ReadonlySet<string>,
  rendered: readonly Rendered[],
): Interval[] {
  const empty = overrides.filter(
    (one) =>
      one.user === null &&
      own.has(one.id) &&
      rendered.every(
        ({ lane, user, start, end }) =>
          lane !== one.lane || user === null || !touches(one, { start, end }),
      ),
  )
  return joined(empty)
}
