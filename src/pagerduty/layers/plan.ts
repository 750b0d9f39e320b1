/** The plan for a layer-based schedule: layers for what goes on by itself, overrides for the rest. */
import { HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { zoneNamed, type Zone } from '../../time/zone.ts'
import type { Refusal } from '../../model/plan.ts'
import { guarded, type TurnsShown } from '../guard.ts'
import { writeMarker } from '../marker.ts'
import { lingeringIn } from '../marks.ts'
import type { LayerSchedule, PagerDutyLayer } from '../remote.ts'
import { pathOf, type Circumstances, type Going, type SchedulePlan } from '../schedule-plan.ts'
import { changed, clipped, isSame, setOf, slicesOf, whoAt, zip, type Slice } from '../slices.ts'
import { AHEAD, type Wish } from '../wish.ts'
import {
  chainOf,
  nativeLayers,
  stacked,
  zoneFor,
  type NativeLayer,
  type NewLayer,
} from './native.ts'
import {
  overridesIn,
  printFor,
  printsOfOverrides,
  saidByOverrides,
  staleOverrides,
  withForeign,
  type Overrides,
} from './overrides.ts'
import { patchesFor } from './patches.ts'
import { relayered, standingPieces, type Relayered, type Standing } from './relayered.ts'
import { overrideRequests, scheduleRequests } from './requests.ts'
import { withoutTwins } from './twins.ts'

export function planLayers(
  wish: Wish,
  remote: LayerSchedule | undefined,
  circumstances: Circumstances,
): SchedulePlan {
  const { now, range, rotation, horizon } = wish
  const refusals: Refusal[] = []
  const refuse = (what: string): void => {
    if (refusals.some(({ code }) => code === 'cannot-express')) return
    const message = `a layer-based schedule cannot say ${what}: a shift-based one can (kind: shifts, and no schedule: in the YAML)`
    refusals.push({ code: 'cannot-express', rotation: rotation.id, message })
  }
  const actual = slicesOf(remote?.rendered ?? [], range)
  const overrides = overridesIn(wish, remote, circumstances, actual)
  const { own, foreign, prints } = overrides
  const isKept = rotation.pagerduty?.foreign !== 'remove'
  const wanted = isKept ? withForeign(wish, actual, foreign) : wish.file
  const pair = wanted.find(({ who, start }) => who.length > 1 && start < horizon)
  if (pair !== undefined) refuse('two people at once')

  const layers = layersFor(wish, remote, actual, wanted)
  const { change } = layers
  const made = change?.made ?? []
  const stale = staleOverrides(wish, overrides, wanted, actual)
  const said = zip(layers.base, saidByOverrides(wish, overrides, stale, actual)).map(
    ({ start, end, a, b }) => ({ start, end, who: b.length > 0 ? b : a }),
  )
  let oneShot: NewLayer | undefined
  if (remote === undefined && made.length === 0) {
    oneShot = firstShift(wish)
    if (oneShot === undefined) refuse('that nobody is on call at all')
  }
  const covered = oneShot === undefined ? said : changed(said, oneShot, () => oneShot?.users ?? [])
  const patches = patchesFor(wish, wanted, covered, circumstances.lead, () =>
    refuse('that nobody is on call where a layer says somebody'),
  )

  const marked = printsOfOverrides(wish, overrides, remote)
  for (const patch of patches) marked.add(printFor(patch, patch.cause))
  const { marker } = circumstances
  const isOurs = marker?.rotation === rotation.id
  const hasGone =
    marker !== undefined && remote !== undefined && lingeringIn(marker, remote).size > 0
  const requests = [
    ...scheduleRequests(wish, remote, {
      zone: layers.zone,
      description: writeMarker(circumstances.before, {
        team: wish.team,
        rotation: rotation.id,
        prints: marked,
      }),
      isMarked: isOurs && !hasGone && [...marked].every((print) => prints.has(print)),
      layers: [...made, ...(oneShot === undefined ? [] : [oneShot])],
      change,
    }),
    ...overrideRequests(pathOf('layers', remote), stale, patches),
  ]
  if (requests.length > 0 && remote !== undefined && !circumstances.mayRewrite) {
    refusals.push(...guarded(wish, actual, wanted, turnsOf(layers, overrides, actual, now)))
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
      isOurs &&
      change === undefined &&
      stale.length === 0,
    reach: own.reduce((last, { end }) => Math.max(last, end), now),
    going: goingOf(made, layers.native, now),
    patches: patches.length,
  }
}

/** The layers that stand there, and what is to become of them. */
interface Layers {
  readonly zone: Zone
  readonly native: readonly NativeLayer[]
  readonly live: readonly PagerDutyLayer[]
  readonly change: Relayered | undefined
  /** What they show now, and what they will. */
  readonly shown: readonly Slice[]
  readonly base: readonly Slice[]
}

function layersFor(
  { now, range, rotation, idOf }: Wish,
  remote: LayerSchedule | undefined,
  actual: readonly Slice[],
  wanted: readonly Slice[],
): Layers {
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
  const shown = stacked(
    live.map(({ rendered }) => rendered),
    range,
  )
  const base =
    at === undefined || change === undefined || (change.made.length === 0 && live.length === 0)
      ? shown
      : [
          ...clipped(shown, { start: range.start, end: at }),
          ...clipped(goal, { start: Math.max(at, range.start), end: range.end }),
        ]
  return { zone, native, live, change, shown, base }
}

/** What the guard asks. */
function turnsOf(
  { live, shown }: Layers,
  { own, prints }: Overrides,
  actual: readonly Slice[],
  now: Instant,
): TurnsShown {
  const turn = own.find(
    (one) => one.start <= now && now < one.end && prints.has(printFor(one, 'turn')),
  )
  const running = turn === undefined ? whoAt(shown, now) : [turn.user]
  const hasOwn = own.some((one) => one.start <= now && now < one.end)
  const shownNow = running.length > 0 || hasOwn ? running : whoAt(actual, now)
  return { now: shownNow, all: setOf(live.flatMap(({ users }) => users)) }
}

function goingOf(made: readonly NewLayer[], native: readonly NativeLayer[], now: Instant): Going[] {
  return made.flatMap((one): Going[] => {
    const turn = native.find(({ name }) => name === one.name)?.layer.turn
    const who = one.users.map((user) => [user])
    return turn === undefined
      ? []
      : [{ from: Math.max(one.start, now), until: one.end, layer: one.name, turn, who }]
  })
}

function lastOf(all: readonly Interval[]): Instant | undefined {
  return all.length === 0 ? undefined : Math.max(...all.map(({ end }) => end))
}

/** From when on a layer counts; its `start` reads as the time of the last edit, so that what it renders is asked. */
function beginOf(layer: PagerDutyLayer, range: Interval): Instant {
  const first = layer.rendered.reduce((least, { start }) => Math.min(least, start), Infinity)
  return first === Infinity ? Math.max(layer.virtualStart, Math.min(range.end, layer.end)) : first
}

/** The first instant at which layers give others than they should, where PagerDuty as a whole is not right anyway. */
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
