/** The plan for a shift-based schedule: rotations that go on by themselves, custom shifts and overrides for the rest. */
import type { Instant } from '../time/instant.ts'
import { touches, union, without, type Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import type { Refusal } from '../model/plan.ts'
import { guarded } from './guard.ts'
import { memberOf, planLanes } from './lanes.ts'
import { MOST, PRINT, printOf, writeMarker, type Cause } from './marker.ts'
import { strandsOf } from './native.ts'
import { bottomUp, isOneTarget, isShownBy } from './over.ts'
import { pathOf, type Circumstances, type Foreign, type SchedulePlan } from './schedule-plan.ts'
import { eventPieces, isPlain } from './recurrence.ts'
import type { CustomShift, Lane, MemberOverride, Piece, Rendered, ShiftSchedule } from './remote.ts'
import { zoneName, type Request } from './request.ts'
import { isSaid, settledItems } from './settled.ts'
import {
  changed,
  clipped,
  isSame,
  NOBODY,
  setOf,
  slicesOf,
  whoAt,
  zip,
  type Slice,
  type Who,
} from './slices.ts'
import { causeAt, MOMENT, wantedIn, type Wish } from './wish.ts'

/** Most items in one request. */
const BATCH = 50

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
  const actual = slicesOf(rendered, range)
  const settled = settledItems([...customs, ...overrides], wish.file, actual, rendered, now)
  // Without a mark nothing has its fingerprint yet: a schedule that is taken over gives away what the file says.
  const isMarked = circumstances.marker !== undefined
  const own = new Set([
    ...ownItems(customs, overrides, wish, actual, circumstances),
    ...(isMarked ? [] : settled),
  ])
  const foreignCustoms = customs.filter((one) => !own.has(one.id))
  const foreignOverrides = overrides.filter((one) => !own.has(one.id))
  const foreign = [...foreignCustoms, ...foreignOverrides]
  const isKept = rotation.pagerduty?.foreign !== 'remove'
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

  const laneBase = lanes.pieces.map((piece): Shown => ({
    ...piece,
    custom: undefined,
    isNew: isNewLane(piece.lane),
  }))
  const ownBase = customs.filter(({ id }) => own.has(id)).map(shownBy)
  const wanted = isKept
    ? withStrangers(onTop, wish, actual, rendered, foreignOverrides, [...laneBase, ...ownBase])
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
  const laid = overrides.filter(({ id }) => !stale.has(id))
  const onLanes = applied(laneBase, bottomUp(laid, rendered))
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
    ...customs.filter(({ id }) => !stale.has(id)).map(shownBy),
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

/** Something that shows somebody: a piece of a rotation or of a custom shift. */
interface Shown extends Piece {
  readonly lane: string | undefined
  readonly custom: string | undefined
  /** Not there yet, so that no override can hang on it before PagerDuty was read again. */
  readonly isNew: boolean
  /** Whom an override put there; overrides do not hang on overrides. */
  readonly by?: MemberOverride
}

/** A custom shift, or an override where it says on what it hangs. */
interface NewPatch extends Piece {
  readonly user: string
  readonly instead: string | null
  readonly on: Shown | undefined
  readonly cause: Cause
}

function isNewLane(lane: string): boolean {
  return lane.startsWith('{')
}

function shownBy(one: CustomShift): Shown {
  return { ...one, lane: undefined, custom: one.id, isNew: false }
}

/** What an item does, for its fingerprint. */
export function patchOf(one: Foreign): Parameters<typeof printOf>[0] {
  return 'instead' in one
    ? { end: one.end, user: one.user, instead: one.instead, on: one.lane ?? one.custom ?? '' }
    : { end: one.end, user: one.user, instead: null, on: '' }
}

/** Ids of what rotate made: by its fingerprint, or because it does exactly what the file wants. */
function ownItems(
  customs: readonly CustomShift[],
  overrides: readonly MemberOverride[],
  wish: Wish,
  actual: readonly Slice[],
  { marker }: Circumstances,
): ReadonlySet<string> {
  const items: readonly (CustomShift | MemberOverride)[] = [...customs, ...overrides]
  const isPrinted = (one: CustomShift | MemberOverride): boolean =>
    (['turn', 'override'] as const).some(
      (cause) => marker?.prints.has(printOf(patchOf(one), cause)) === true,
    )
  const isWanted = (one: CustomShift | MemberOverride): boolean => {
    const { user, instead } = patchOf(one)
    const stretch = { start: Math.max(one.start, wish.now), end: one.end }
    return (
      one.end <= wish.range.end &&
      user !== null &&
      wantedIn(wish.file, stretch).every(
        (who) => who.includes(user) && !(instead !== null && who.includes(instead)),
      )
    )
  }
  const own = new Set(
    items.filter((one) => isPrinted(one) || isSaid(one, wish, actual)).map(({ id }) => id),
  )
  const theirs = items.filter((one) => !own.has(one.id) && !isWanted(one))
  for (const one of items) {
    // What does what the file says on top of what somebody did by hand was done by hand, too.
    // So was what puts somebody back on call whom somebody had replaced.
    const isOnTheirs = theirs.some((other) =>
      'instead' in one
        ? isOneTarget(one, other) || other.id === one.custom
        : 'instead' in other &&
          other.instead === one.user &&
          other.custom !== one.id &&
          touches(one, other),
    )
    if (isWanted(one) && !isOnTheirs) own.add(one.id)
  }
  return own
}

/** The file with what people did by hand on top: a custom shift adds, an override replaces whom it names. */
function withForeign(
  { file, range }: Wish,
  actual: readonly Slice[],
  customs: readonly CustomShift[],
  overrides: readonly MemberOverride[],
  rendered: readonly Rendered[],
  standing: readonly Piece[],
): readonly Slice[] {
  // All at once, since of a pair one may stand in for the other.
  const gone: Piece[] = []
  const come: Piece[] = []
  const topDown = bottomUp(overrides, rendered).reverse()
  for (const [i, one] of topDown.entries()) {
    const above = topDown.slice(0, i).filter((other) => isOneTarget(one, other))
    const seen = without([one], union(above.sort((a, b) => a.start - b.start)))
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
    for (const part of without([one], union(over.sort((a, b) => a.start - b.start)))) {
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

/** What a rotation should show by its own rules; where these are not known, somebody for as long as it counts. */
function held({ events }: Lane, range: Interval): Piece[] {
  return events.flatMap((event) =>
    isPlain(event)
      ? eventPieces(event, range)
      : [{ start: event.since, end: event.until, user: '?' }],
  )
}

/**
 * Somebody whom the file does not name there is replaced all the same, for as long as a rotation or a custom shift of
 * ours still shows them: a turn that runs is not cut, and nothing is laid over what somebody did by hand.
 */
function withStrangers(
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

function some(user: string | null): readonly string[] {
  return user === null ? [] : [user]
}

/** What is rendered, with those whom overrides replaced back in their place. */
export function underneath(
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): Rendered[] {
  return rendered.map((piece) => {
    if (piece.override === undefined) return piece
    const override = overrides.find(({ id }) => id === piece.override)
    return override === undefined
      ? piece
      : { ...piece, user: override.instead, override: undefined }
  })
}

/** Lays overrides over what they hang on, the uppermost last. */
function applied(base: readonly Shown[], overrides: readonly MemberOverride[]): Shown[] {
  return base.flatMap((piece) => {
    let pieces: Shown[] = [piece]
    for (const by of overrides) {
      const hangs = by.lane === undefined ? by.custom === piece.custom : by.lane === piece.lane
      if (!hangs || by.instead !== piece.user || !touches(by, piece)) continue
      pieces = pieces.flatMap((part) => {
        const start = Math.max(part.start, by.start)
        const end = Math.min(part.end, by.end)
        if (start >= end) return [part]
        const cut: Shown[] = []
        if (part.start < start) cut.push({ ...part, end: start })
        cut.push({ ...part, start, end, user: by.user, by })
        if (end < part.end) cut.push({ ...part, start: end })
        return cut
      })
    }
    return pieces
  })
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

/** Not wanted at any time that is left, or in the way of a hole. */
function isStaleCustom(
  { user, start, end }: CustomShift,
  wanted: readonly Slice[],
  now: Instant,
): boolean {
  const left = wantedIn(wanted, { start: Math.max(start, now), end })
  return (
    !left.some((who) => user !== null && who.includes(user)) || left.some((who) => who.length === 0)
  )
}

/** What rotations show by themselves, or will: then somebody would be on call twice at once. */
function isShown(
  shown: readonly Shown[],
  { user, start, end }: CustomShift,
  now: Instant,
): boolean {
  const left = { start: Math.max(start, now), end }
  return shown.some((piece) => piece.user === user && touches(piece, left))
}

/** Made for a turn that is somebody else's by now, and no override of the file gives it back. */
function isDealtAnew(
  one: CustomShift,
  { turns, file, now }: Wish,
  { marker }: Circumstances,
): boolean {
  const user = one.user ?? ''
  const left = { start: Math.max(one.start, now), end: one.end }
  return (
    marker?.prints.has(printOf(patchOf(one), 'turn')) === true &&
    zip(turns, file).some(
      (slice) => touches(slice, left) && !slice.a.includes(user) && !slice.b.includes(user),
    )
  )
}

/** What two runs at once have made twice: all but the first of each. */
function doubles<T extends CustomShift | MemberOverride>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return [...items]
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    .filter((one) => {
      const hangs = 'instead' in one ? [one.instead, one.lane, one.custom] : []
      const key = JSON.stringify([one.end, one.user, hangs])
      return seen.has(key) || !seen.add(key)
    })
}

/** The slices with whoever holds a custom shift also where an override that is wanted hides them. */
function withHidden(
  { id, user }: CustomShift,
  overrides: readonly MemberOverride[],
  wanted: readonly Slice[],
): readonly Slice[] {
  let all = wanted
  for (const one of overrides) {
    if (one.custom !== id || one.instead !== user) continue
    all = changed(all, one, (who) =>
      one.user === null || who.includes(one.user) ? setOf([...who, ...some(user)]) : who,
    )
  }
  return all
}

/**
 * Puts somebody there who is not wanted, or hides somebody who is. Only what PagerDuty shows of it can be wrong;
 * one that it shows nowhere is judged as a whole, unless that is because another one lies on it.
 */
function isStaleOverride(
  one: MemberOverride,
  wanted: readonly Slice[],
  actual: readonly Slice[],
  now: Instant,
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): boolean {
  const { user, instead } = one
  const pieces = rendered.filter((piece) => isShownBy(piece, one))
  if (pieces.length === 0 && isCovered(one, rendered, overrides)) return false
  const isWrong = (who: Who, shown: Who): boolean =>
    (user !== null && !who.includes(user)) ||
    // Whoever is replaced may be on call by something else besides.
    (instead !== null && who.includes(instead) && !shown.includes(instead))
  return (pieces.length === 0 ? [one] : pieces).some((piece) => {
    const start = Math.max(piece.start, one.start, now)
    const left = clipped(wanted, { start, end: Math.min(piece.end, one.end) })
    return zip(left, actual).some(({ a, b }) => isWrong(a, pieces.length === 0 ? NOBODY : b))
  })
}

/** Whether PagerDuty shows another override of the same member where one is. */
function isCovered(
  one: MemberOverride,
  rendered: readonly Rendered[],
  overrides: readonly MemberOverride[],
): boolean {
  return overrides.some(
    (other) =>
      other !== one &&
      other.instead === one.instead &&
      other.lane === one.lane &&
      other.custom === one.custom &&
      rendered.some((piece) => isShownBy(piece, other) && touches(piece, one)),
  )
}

/** What must be laid on top for everybody who is wanted to be on call, and nobody else; whole shifts. */
function patchesFor(
  wish: Wish,
  wanted: readonly Slice[],
  shown: readonly Shown[],
  lead: number,
): NewPatch[] {
  const { range, horizon, edges, now } = wish
  const cuts = [
    ...new Set([
      ...edges,
      ...wanted.map(({ start }) => start),
      ...shown.flatMap(({ start, end }) => [start, end]),
      range.start,
      range.end,
    ]),
  ]
    .filter((at) => at >= range.start && at <= range.end)
    .sort((a, b) => a - b)
  const shifts = new Set(edges)
  const sorted = [...shown].sort((a, b) => a.start - b.start)
  let active: Shown[] = []
  let next = 0
  const done: NewPatch[] = []
  let open: NewPatch[] = []
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] ?? 0
    const end = cuts[i + 1] ?? 0
    for (; next < sorted.length && (sorted[next]?.start ?? Infinity) <= start; next += 1) {
      active.push(sorted[next] as Shown)
    }
    active = active.filter((piece) => piece.end > start)
    const who = whoAt(wanted, start)
    const present = new Set(active.map(({ user }) => user))
    const missing = who.filter((user) => !present.has(user))
    const fresh: NewPatch[] = []
    const cause = causeAt(wish, who, start)
    for (const piece of active) {
      if (piece.user === null || who.includes(piece.user) || piece.by !== undefined) continue
      const user = missing.shift() ?? who[0]
      if (user !== undefined)
        fresh.push({ start, end, user, instead: piece.user, on: piece, cause })
    }
    for (const user of missing) {
      fresh.push({ start, end, user, instead: null, on: undefined, cause })
    }
    const going: NewPatch[] = []
    for (const patch of fresh) {
      const before = shifts.has(start)
        ? undefined
        : open.find(
            (one) =>
              one.end === start &&
              one.user === patch.user &&
              one.instead === patch.instead &&
              one.cause === patch.cause &&
              one.on?.lane === patch.on?.lane &&
              one.on?.custom === patch.on?.custom,
          )
      going.push(before === undefined ? patch : { ...before, end })
      if (before !== undefined) open = open.filter((one) => one !== before)
    }
    done.push(...open)
    open = going
  }
  return [...done, ...open]
    .filter(({ start, end }) => start < horizon && end > now + MOMENT)
    .map((patch) => (patch.start <= now ? { ...patch, start: now + lead } : patch))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
}

function customRequests(path: string, patches: readonly NewPatch[]): Request[] {
  const items = patches
    .filter(({ on }) => on === undefined)
    .map(({ start, end, user }) => ({
      type: 'custom_shift',
      start_time: writeUtc(start),
      end_time: writeUtc(end),
      assignments: [{ type: 'shift_assignment', member: memberOf(user) }],
    }))
  return batches(items).map((custom_shifts) => ({
    method: 'POST',
    path: `${path}/custom_shifts`,
    body: { custom_shifts },
    what: custom_shifts.length === 1 ? 'a custom shift' : `${custom_shifts.length} custom shifts`,
  }))
}

/** Those that hang on what is not there yet come when PagerDuty was read again. */
function overrideRequests(path: string, patches: readonly NewPatch[]): Request[] {
  const items = patches.flatMap(({ start, end, user, instead, on }) =>
    on === undefined || on.isNew
      ? []
      : [
          {
            type: 'override_shift',
            ...(on.lane === undefined ? { custom_shift_id: on.custom } : { rotation_id: on.lane }),
            start_time: writeUtc(start),
            end_time: writeUtc(end),
            overridden_member: memberOf(instead),
            overriding_member: memberOf(user),
          },
        ],
  )
  return batches(items).map((overrides) => ({
    method: 'POST',
    path: `${path}/overrides`,
    body: { overrides },
    what: overrides.length === 1 ? 'an override' : `${overrides.length} overrides`,
  }))
}

function batches<T>(items: readonly T[]): T[][] {
  const all: T[][] = []
  for (let i = 0; i < items.length; i += BATCH) all.push(items.slice(i, i + BATCH))
  return all
}

function deletions(
  path: string,
  items: readonly { readonly id: string }[],
  kind: string,
  stale: ReadonlySet<string>,
): Request[] {
  return items
    .filter(({ id }) => stale.has(id))
    .map(({ id }) => ({
      method: 'DELETE',
      path: `${path}/${kind}/${encodeURIComponent(id)}`,
      what: kind === 'overrides' ? 'an override' : 'a custom shift',
    }))
}

/** Creating the schedule, or saying in it what is ours, before anything of ours is made. */
function markingOf(
  { rotation }: Wish,
  remote: ShiftSchedule | undefined,
  { marker }: Circumstances,
  prints: ReadonlySet<string>,
  description: string,
): Request[] {
  if (remote === undefined) {
    const zone = rotation.layers[0]?.zone ?? rotation.zone
    return [
      {
        method: 'POST',
        path: '/v3/schedules',
        body: { schedule: { name: rotation.name, time_zone: zoneName(zone), description } },
        gives: { name: '{schedule}', key: 'schedule' },
        what: 'the schedule',
      },
    ]
  }
  const isMarked =
    marker !== undefined &&
    marker.rotation === rotation.id &&
    [...prints].every((print) => marker.prints.has(print))
  const isNamed = remote.name === rotation.name
  if (isMarked && isNamed) return []
  return [
    {
      method: 'PUT',
      path: pathOf('shifts', remote),
      body: {
        schedule: {
          ...(!isNamed && { name: rotation.name }),
          ...(!isMarked && { description }),
        },
      },
      what: 'the schedule',
    },
  ]
}

/** Who the turns in PagerDuty say is on call now; undefined where they say nobody. */
function turnsShown(
  beneath: readonly Rendered[],
  overrides: readonly MemberOverride[],
  customs: readonly CustomShift[],
  prints: ReadonlySet<string>,
  now: Instant,
  { rendered }: ShiftSchedule,
): Who {
  const isNow = ({ start, end }: Interval): boolean => start <= now && now < end
  const has = (one: CustomShift | MemberOverride, cause: Cause): boolean =>
    prints.has(printOf(patchOf(one), cause))
  const turns = new Set<string>()
  beneath.forEach((piece, i) => {
    if (!isNow(piece)) return
    const by = overrides.find(({ id }) => id === rendered[i]?.override)
    const custom = customs.find(({ id }) => id === piece.custom)
    const user = by !== undefined && has(by, 'turn') ? by.user : piece.user
    if (user === null || (custom !== undefined && !has(custom, 'turn'))) return
    turns.add(user)
  })
  if (turns.size > 0) return setOf(turns)
  // Only what somebody put there is on call: an override of the file may go, a person of theirs may not.
  const others = rendered.filter((piece) => {
    const item =
      overrides.find(({ id }) => id === piece.override) ??
      customs.find(({ id }) => id === piece.custom)
    return isNow(piece) && !(item !== undefined && has(item, 'override'))
  })
  return others.length === 0 ? NOBODY : setOf(others.flatMap(({ user }) => some(user)))
}
