/** The plan for a layer-based schedule: layers for what goes on by itself, overrides for the rest. */
import { HOUR, SECOND, type Instant } from '../time/instant.ts'
import { without, type Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import { zoneNamed } from '../time/zone.ts'
import type { Refusal } from '../model/plan.ts'
import { guarded } from './guard.ts'
import { printOf, writeMarker, type Cause } from './marker.ts'
import { AHEAD } from './native.ts'
import {
  chainOf,
  layerBody,
  nativeLayers,
  stacked,
  zoneFor,
  type NewLayer,
} from './native-layers.ts'
import { isBared, isOneTarget } from './over.ts'
import {
  asNew,
  relayered,
  standingPieces,
  type Layered,
  type Relayered,
  type Standing,
} from './relayered.ts'
import { pathOf, type Circumstances, type Going, type SchedulePlan } from './schedule-plan.ts'
import type { LayerOverride, LayerSchedule, PagerDutyLayer, Piece } from './remote.ts'
import { zoneName, type Request } from './request.ts'
import { isSaid, isSettled } from './settled.ts'
import { withoutTwins } from './twin-layers.ts'
import { changed, clipped, isSame, setOf, slicesOf, whoAt, zip, type Slice } from './slices.ts'
import { causeAt, MOMENT, wantedIn, type Wish } from './wish.ts'

const BATCH = 50

export function planLayers(
  wish: Wish,
  remote: LayerSchedule | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  const { now, range, rotation, idOf, horizon } = wish
  const refusals: Refusal[] = []
  const refuse = (what: string): void => {
    if (refusals.some(({ code }) => code === 'cannot-express')) return
    const message = `a layer-based schedule cannot say ${what}: a shift-based one can (kind: shifts, and no schedule: in the YAML)`
    refusals.push({ code: 'cannot-express', rotation: rotation.id, message })
  }
  const actual = slicesOf(remote?.rendered ?? [], range)
  const overrides = (remote?.overrides ?? []).filter(({ end }) => end > now)
  const prints = circumstances.marker?.prints ?? NO_PRINTS
  const isMine = (one: LayerOverride): boolean =>
    isPrinted(one, prints) || isSaid(one, wish, actual)
  const theirs = overrides.filter((one) => !isMine(one) && !isWanted(one, wish))
  // What does what the file says on top of what somebody did by hand was done by hand, too.
  const isOwn = (one: LayerOverride): boolean =>
    isMine(one) ||
    (circumstances.marker === undefined && isSettled(one, wish.file, actual, now)) ||
    (isWanted(one, wish) && !theirs.some((other) => isOneTarget(one, other)))
  const own = overrides.filter(isOwn)
  const foreign = overrides.filter((one) => !isOwn(one))
  const isKept = rotation.pagerduty?.foreign !== 'remove'
  const wanted = isKept ? withForeign(wish, actual, foreign) : wish.file
  const pair = wanted.find(({ who, start }) => who.length > 1 && start < horizon)
  if (pair !== undefined) refuse('two people at once')

  const zone = (remote && zoneNamed(remote.zone)) ?? zoneFor(rotation)
  const native = nativeLayers(rotation, idOf, zone, now)
  const whole = { start: now, end: now + AHEAD }
  const live = (remote?.layers ?? []).filter(({ end }) => end > now)
  const goal = stacked(
    native.map(({ pieces }) => pieces),
    whole,
  )
  const standing = live.map((layer): Standing => ({ layer, from: beginOf(layer, range) }))
  const present = stacked(
    standing.map((one) => standingPieces(one, { zone, whole })),
    whole,
  )
  const at = deviation(goal, present, actual, wanted, range)
  const change =
    at === undefined
      ? withoutTwins(standing, { now, zone, whole })
      : relayered({
          native,
          standing,
          goal,
          at,
          now,
          zone,
          whole,
          range,
          chainOf: (one, from) => chainOf(one, rotation.ahead, idOf, from, now),
        })
  const made = change?.made ?? []
  const shown = stacked(
    live.map(({ rendered }) => rendered),
    range,
  )
  const base =
    at === undefined || change === undefined || (made.length === 0 && live.length === 0)
      ? shown
      : [
          ...clipped(shown, { start: range.start, end: at }),
          ...clipped(goal, { start: Math.max(at, range.start), end: range.end }),
        ]

  const stale = own.filter((one) => isStale(one, wanted, actual, now))
  if (!isKept) stale.push(...foreign)
  for (const [i, one] of own.entries()) {
    const isDouble = own.slice(0, i).some(({ end, user }) => end === one.end && user === one.user)
    if (isDouble && !stale.includes(one)) stale.push(one)
  }
  const slices = zip(wanted, actual)
  const isNext = (one: LayerOverride): boolean => {
    const going = stale.filter(({ id }) => id !== undefined)
    return !stale.includes(one) && isBared(one, going, overrides, slices, now)
  }
  for (let next = own.find(isNext); next !== undefined; next = own.find(isNext)) stale.push(next)
  // What cannot be deleted is laid over: of two overrides the newer one counts.
  const stuck = stale.filter(({ id }) => id === undefined)
  const staying = [...stuck, ...overrides.filter((one) => !stale.includes(one))]
  const foreignKept = isKept ? foreign : []
  const top = stacked(
    [
      stuck,
      staying.filter((one) => !stuck.includes(one) && !foreignKept.includes(one)),
      foreignKept,
    ],
    range,
  )
  const said = zip(base, asShown(top, staying, actual)).map(({ start, end, a, b }) => ({
    start,
    end,
    who: b.length > 0 ? b : a,
  }))
  let oneShot: NewLayer | undefined
  if (remote === undefined && made.length === 0) {
    oneShot = firstShift(wish)
    if (oneShot === undefined) refuse('that nobody is on call at all')
  }
  const covered = oneShot === undefined ? said : changed(said, oneShot, () => oneShot?.users ?? [])
  const patches = patchesFor(wish, wanted, covered, circumstances.lead, () =>
    refuse('that nobody is on call where a layer says somebody'),
  )

  const marked = new Set<string>()
  for (const one of overrides) {
    const had = CAUSES.map((cause) => printFor(one, cause)).filter((print) => prints.has(print))
    had.forEach((print) => marked.add(print))
    if (had.length === 0 && own.includes(one)) {
      const from = Math.max(one.start, now)
      marked.add(printFor(one, causeAt(wish, whoAt(wish.file, from), from)))
    }
  }
  for (const patch of patches) marked.add(printFor(patch, patch.cause))
  const description = writeMarker(circumstances.before, {
    team: wish.team,
    rotation: rotation.id,
    prints: marked,
  })
  const path = pathOf('layers', remote)
  const layers = [...made, ...(oneShot === undefined ? [] : [oneShot])]
  const isMarked =
    circumstances.marker?.rotation === rotation.id &&
    [...marked].every((print) => prints.has(print))
  const requests: Request[] = []
  const schedule = {
    type: 'schedule',
    name: rotation.name,
    time_zone: remote?.zone ?? zoneName(zone),
    description,
    ...((remote?.teams.length ?? 0) > 0 && {
      teams: remote?.teams.map((id) => ({ id, type: 'team_reference' })),
    }),
  }
  if (remote === undefined) {
    requests.push({
      method: 'POST',
      path: '/schedules',
      body: { schedule: { ...schedule, schedule_layers: layers.map(layerBody) } },
      gives: { name: '{schedule}', key: 'schedule' },
      what: 'the schedule',
    })
  } else {
    const all = change === undefined ? remote.layers.map(asNew) : merged(remote.layers, change)
    const isChanged =
      all.length > remote.layers.length || all.some((layer, i) => !isAlike(layer, remote.layers[i]))
    if (!isMarked || remote.name !== rotation.name || isChanged) {
      requests.push({
        method: 'PUT',
        path,
        body: { schedule: { ...schedule, schedule_layers: all.map(layerBody) } },
        what: 'the schedule',
      })
    }
  }
  for (const { id } of stale) {
    if (id === undefined) continue
    requests.push({
      method: 'DELETE',
      path: `${path}/overrides/${encodeURIComponent(id)}`,
      what: 'an override',
    })
  }
  for (let i = 0; i < patches.length; i += BATCH) {
    const some = patches.slice(i, i + BATCH).map(({ start, end, user }) => ({
      start: writeUtc(start),
      end: writeUtc(end),
      user: { id: user, type: 'user_reference' },
    }))
    requests.push({
      method: 'POST',
      path: `${path}/overrides`,
      body: { overrides: some },
      what: some.length === 1 ? 'an override' : `${some.length} overrides`,
    })
  }
  if (requests.length > 0 && remote !== undefined && !circumstances.mayRewrite) {
    const turn = own.find(
      (one) => one.start <= now && now < one.end && prints.has(printFor(one, 'turn')),
    )
    const running = turn === undefined ? whoAt(shown, now) : [turn.user]
    const hasOwn = own.some((one) => one.start <= now && now < one.end)
    const shownNow = running.length > 0 || hasOwn ? running : whoAt(actual, now)
    const all = setOf(live.flatMap(({ users }) => users))
    refusals.push(...guarded(wish, actual, wanted, { now: shownNow, all }))
  }
  return {
    requests,
    refusals,
    wanted,
    actual,
    foreign,
    patched: lastOf([...own.filter((one) => !stale.includes(one)), ...patches]),
    isOnlyPatched:
      remote !== undefined &&
      remote.name === rotation.name &&
      circumstances.marker?.rotation === rotation.id &&
      change === undefined &&
      stale.length === 0,
    reach: own.reduce((last, { end }) => Math.max(last, end), now),
    going: made.flatMap((one): Going[] => {
      const turn = native.find(({ name }) => name === one.name)?.layer.turn
      const who = one.users.map((user) => [user])
      return turn === undefined
        ? []
        : [{ from: Math.max(one.start, now), until: one.end, layer: one.name, turn, who }]
    }),
    patches: patches.length,
  }
}

const NO_PRINTS: ReadonlySet<string> = new Set()
const CAUSES: readonly Cause[] = ['turn', 'override']

function lastOf(all: readonly Interval[]): Instant | undefined {
  return all.length === 0 ? undefined : Math.max(...all.map(({ end }) => end))
}

interface NewOverride extends Piece {
  readonly user: string
  readonly cause: Cause
}

function printFor({ end, user }: Piece, cause: Cause): string {
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

/** The file with what people did by hand on top; of two of theirs, as PagerDuty has it. */
function withForeign(
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

/** From when on a layer counts; its `start` reads as the time of the last edit, so that what it renders is asked. */
function beginOf(layer: PagerDutyLayer, range: Interval): Instant {
  const first = layer.rendered.reduce((least, { start }) => Math.min(least, start), Infinity)
  return first === Infinity ? Math.max(layer.virtualStart, Math.min(range.end, layer.end)) : first
}

function deviation(
  goal: readonly Slice[],
  present: readonly Slice[],
  actual: readonly Slice[],
  wanted: readonly Slice[],
  range: Interval,
): Instant | undefined {
  const wrong = zip(actual, wanted).filter(({ a, b }) => !isSame(a, b))
  for (const { start, end, a, b } of zip(goal, present)) {
    if (isSame(a, b)) continue
    const bad = wrong.find((one) => one.end > start && one.start < end)
    if (bad !== undefined) return Math.max(start, bad.start)
    if (end > range.end) return Math.max(start, range.end)
  }
  return undefined
}

/** All layers of the schedule in their order, those that have ended long ago as they are. */
function merged(layers: readonly PagerDutyLayer[], change: Relayered): Layered[] {
  const fresh = change.layers.filter(({ id }) => id === undefined)
  const old = layers.map((layer) => change.layers.find(({ id }) => id === layer.id) ?? asNew(layer))
  return [...old, ...fresh]
}

function isAlike(layer: NewLayer, before: PagerDutyLayer | undefined): boolean {
  return (
    before !== undefined &&
    JSON.stringify({ ...layer, end: String(layer.end) }) ===
      JSON.stringify({ ...asNew(before), end: String(before.end) })
  )
}

/** A schedule needs a layer: where nothing goes on by itself, the first shift is one. */
function firstShift({ file }: Wish): NewLayer | undefined {
  const first = file.find(({ who }) => who.length === 1)
  if (first === undefined) return undefined
  const { start, end, who } = first
  const hours = Math.min(Math.max(Math.ceil((end - start) / HOUR), 1), 365 * 24)
  return {
    name: '',
    start,
    end: Math.min(end, start + hours * HOUR),
    virtualStart: start,
    seconds: (hours * HOUR) / SECOND,
    users: who,
    restrictions: [],
  }
}

/** Overrides wherever the layers would say somebody else; whole shifts. */
function patchesFor(
  wish: Wish,
  wanted: readonly Slice[],
  said: readonly Slice[],
  lead: number,
  refuse: () => void,
): NewOverride[] {
  const { horizon, now, edges } = wish
  const patches: NewOverride[] = []
  for (const { start, end, a, b } of zip(said, wanted)) {
    if (isSame(a, b) || b.length > 1) continue
    const [user] = b
    if (user === undefined) {
      if (start < horizon) refuse()
      continue
    }
    const cuts = edges.filter((at) => at > start && at < end)
    for (const part of without(
      [{ start, end }],
      cuts.map((at) => ({ start: at, end: at })),
    )) {
      const cause = causeAt(wish, b, part.start)
      const last = patches.at(-1)
      const isOne =
        last !== undefined &&
        last.end === part.start &&
        last.user === user &&
        last.cause === cause &&
        !edges.includes(part.start)
      if (isOne) patches[patches.length - 1] = { ...last, end: part.end }
      else patches.push({ ...part, user, cause })
    }
  }
  return patches
    .filter(({ start, end }) => start < horizon && end > now + MOMENT)
    .map((patch) => (patch.start <= now ? { ...patch, start: now + lead } : patch))
    .filter(({ start, end }) => start < end)
}
