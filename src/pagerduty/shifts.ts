/** The plan for a shift-based schedule: rotations that go on by themselves, custom shifts and overrides for the rest. */
import { touches, union, without, type Interval } from '../time/interval.ts'
import type { Refusal } from '../model/plan.ts'
import { withForeign, withStrangers } from './foreign-shifts.ts'
import { guarded } from './guard.ts'
import { planLanes } from './lanes.ts'
import { MOST, PRINT, printOf, writeMarker, type Cause } from './marker.ts'
import { patchOf } from './marks.ts'
import { strandsOf } from './native.ts'
import { bottomUp } from './over.ts'
import { ownItems } from './own-shifts.ts'
import { eventPieces, isPlain } from './recurrence.ts'
import type { Lane, MemberOverride, Piece, Rendered, ShiftSchedule } from './remote.ts'
import { pathOf, type Circumstances, type SchedulePlan } from './schedule-plan.ts'
import { settledItems } from './settled.ts'
import { patchesFor } from './shift-patches.ts'
import { customRequests, deletions, markingOf, overrideRequests } from './shift-requests.ts'
import { applied, turnsShown, underneath, type Shown } from './shown.ts'
import { isSame, setOf, slicesOf, some, whoAt, zip, type Slice } from './slices.ts'
import {
  doubles,
  isDealtAnew,
  isShown,
  isStaleCustom,
  isStaleOverride,
  withHidden,
} from './stale-shifts.ts'
import { causeAt, type Wish } from './wish.ts'

export function planShifts(
  wish: Wish,
  remote: ShiftSchedule | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  const { now, range, rotation } = wish
  const path = pathOf('shifts', remote)
  const rendered = remote?.rendered ?? []
  const customs = (remote?.customs ?? []).filter(({ end }) => end > now)
  const overrides = (remote?.overrides ?? []).filter(({ end }) => end > now)
  const settled = settledItems(
    [...customs, ...overrides],
    wish.file,
    slicesOf(rendered, range),
    rendered,
    now,
  )
  // Without a mark nothing has its fingerprint yet: a schedule that is taken over gives away what the file says.
  const isMarked = circumstances.marker !== undefined
  const own = new Set([
    ...ownItems(customs, overrides, wish, circumstances),
    ...(isMarked ? [] : settled),
  ])
  const foreignCustoms = customs.filter((one) => !own.has(one.id))
  const foreignOverrides = overrides.filter((one) => !own.has(one.id))
  const foreign = [...foreignCustoms, ...foreignOverrides]
  const isKept = rotation.pagerduty?.foreign !== 'remove'
  const actual = slicesOf(rendered, range)
  const present = [...customs, ...(remote?.lanes ?? []).flatMap((lane) => held(lane, range))]
  const onTop = isKept
    ? withForeign(wish, actual, foreignCustoms, foreignOverrides, rendered, present)
    : wish.file
  const removed = isKept ? [] : foreign

  const beneath = underneath(rendered, overrides)
  const lanes = planLanes(strandsOf(rotation, wish.idOf, now), remote?.lanes ?? [], {
    path,
    name: rotation.name,
    now,
    horizon: wish.horizon,
    range,
    shown: beneath.flatMap((piece) =>
      piece.lane === undefined ? [] : [{ ...piece, lane: piece.lane }],
    ),
    wrong: wrongIn(actual, onTop),
    twins: (remote?.lanes ?? []).map(({ id }) => id),
    holes: without(holesIn(wish), heldEmpty(overrides, own, rendered)),
  })

  const wanted = isKept
    ? withStrangers(onTop, wish, actual, rendered, foreignOverrides, lanes.pieces)
    : onTop

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
  const laneBase = lanes.pieces.map((piece): Shown => ({
    ...piece,
    custom: undefined,
    isNew: isNewLane(piece.lane),
  }))
  const onLanes = applied(
    laneBase,
    overrides.filter(({ id }) => !stale.has(id)),
  )
  for (const one of customs) {
    // A swap that somebody made on it would be lost with it.
    const isSwapped = foreignOverrides.some(({ custom, id }) => custom === one.id && !stale.has(id))
    if (!own.has(one.id) || (!isMarked && settled.has(one.id)) || isSwapped) continue
    if (isShown(onLanes, one, now) || isDealtAnew(one, wish, circumstances)) stale.add(one.id)
  }
  for (const { id, custom } of overrides) {
    if (own.has(id) && custom !== undefined && stale.has(custom)) stale.add(id)
  }
  const base = [
    ...laneBase,
    // Also what is not rendered, as where something newer hides it: making it once more would not help.
    ...customs
      .filter(({ id }) => !stale.has(id))
      .map((one): Shown => ({ ...one, lane: undefined, custom: one.id, isNew: false })),
  ]
  const standing = overrides.filter(({ id }) => !stale.has(id))
  const shown = applied(base, bottomUp(standing, rendered))
  const patches = patchesFor(wish, wanted, shown, circumstances.lead)

  const prints = new Set<string>()
  const known = circumstances.marker?.prints ?? NO_PRINTS
  for (const one of [...customs, ...overrides]) {
    const causes: readonly Cause[] = ['turn', 'override']
    const patch = patchOf(one)
    const had = causes.map((cause) => printOf(patch, cause)).filter((print) => known.has(print))
    if (had.length > 0) had.forEach((print) => prints.add(print))
    else if (own.has(one.id))
      prints.add(
        printOf(
          patch,
          causeAt(wish, whoAt(wish.file, Math.max(one.start, now)), Math.max(one.start, now)),
        ),
      )
  }
  for (const patch of patches) {
    const { on, cause } = patch
    // What hangs on what is not there yet is marked when it is known by its id.
    if (on?.isNew !== true)
      prints.add(printOf({ ...patch, on: on?.lane ?? on?.custom ?? '' }, cause))
  }

  const work = [
    ...lanes.requests,
    ...customRequests(path, patches),
    ...lanes.last,
    ...deletions(path, customs, 'custom_shifts', stale),
    ...deletions(path, overrides, 'overrides', stale),
    ...overrideRequests(path, patches),
  ]
  const description = writeMarker(circumstances.before, {
    team: wish.team,
    rotation: rotation.id,
    prints,
  })
  const marking = markingOf(wish, remote, circumstances, prints, description)
  const requests = [...marking, ...work]
  const refusals: Refusal[] = []
  const later = patches.filter(({ on }) => on?.isNew === true).length
  const length = Array.from(description).length + (later > 0 ? 1 + later * PRINT : 0)
  if ((marking.length > 0 || later > 0) && length > MOST) {
    refusals.push({ code: 'marker-full', rotation: rotation.id, message: FULL })
  }
  if (requests.length > 0 && remote !== undefined && !circumstances.mayRewrite) {
    const known = circumstances.marker?.prints ?? NO_PRINTS
    refusals.push(
      ...guarded(wish, actual, wanted, {
        now: turnsShown(beneath, overrides, customs, known, now, remote),
        all: setOf(
          remote.lanes
            .flatMap(({ events }) => events.filter(({ until }) => until > now))
            .flatMap(({ members }) => members.flatMap(some)),
        ),
      }),
    )
  }
  const ends = [
    ...[...customs, ...overrides].filter(({ id }) => own.has(id) && !stale.has(id)),
    ...patches,
  ].map(({ end }) => end)
  return {
    requests,
    refusals,
    wanted,
    actual,
    foreign,
    patched: ends.length === 0 ? undefined : Math.max(...ends),
    isOnlyPatched: requests.every(
      ({ method, path: where, body }) =>
        (method === 'POST' && /\/(custom_shifts|overrides)$/.test(where)) ||
        (method === 'PUT' &&
          where === path &&
          JSON.stringify(body).startsWith('{"schedule":{"desc')),
    ),
    reach: [...customs, ...overrides].reduce(
      (last, one) => (own.has(one.id) ? Math.max(last, one.end) : last),
      now,
    ),
    going: lanes.going,
    patches: patches.length,
  }
}

const NO_PRINTS: ReadonlySet<string> = new Set()

const FULL = `too much of this rotation has to be filled in shift by shift: PagerDuty's description holds ${MOST} \
characters, which is not enough to remember what rotate made (shorten the description in PagerDuty, or give \
a smaller --horizon, such as 30 days)`

function isNewLane(lane: string): boolean {
  return lane.startsWith('{')
}

/** What a rotation should show by its own rules; where these are not known, somebody for as long as it counts. */
function held({ events }: Lane, range: Interval): Piece[] {
  return events.flatMap((event) =>
    isPlain(event)
      ? eventPieces(event, range)
      : [{ start: event.since, end: event.until, user: '?' }],
  )
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
  return union(empty.sort((a, b) => a.start - b.start))
}
