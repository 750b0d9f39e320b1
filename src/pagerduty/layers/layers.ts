/** The native part of a layer-based schedule: the layers that stand there, and what is to become of them. */
import { HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { zoneNamed, type Zone } from '../../time/zone.ts'
import type { Native } from '../../sync/dialect.ts'
import type { Standing } from '../../sync/standing.ts'
import type { Going } from '../../sync/schedule-plan.ts'
import { clipped, isSame, setOf, stacked, stintsIn, zip, type Slice } from '../../sync/slices.ts'
import { AHEAD, type Wish } from '../../sync/wish.ts'
import type { LayerSchedule, PagerDutyLayer } from '../remote.ts'
import { chainOf, nativeLayers, zoneFor, type NativeLayer, type NewLayer } from './native.ts'
import { relayered, standingStints, type LayerStanding, type Relayered } from './relayered.ts'
import { withoutTwins } from './twins.ts'

/** The layers of a plan. */
export interface NativeLayers extends Native {
  readonly zone: Zone
  /** The layers of a new schedule. */
  readonly made: readonly NewLayer[]
  /** What becomes of the layers of one that stands there; undefined where nothing does. */
  readonly change: Relayered | undefined
}

/** What the layers of a schedule are to become. */
export function nativeOf(
  wish: Wish,
  schedule: LayerSchedule | undefined,
  { actual }: Standing,
  wanted: readonly Slice[],
): NativeLayers {
  const { now, range, rotation, idOf } = wish
  const zone = (schedule && zoneNamed(schedule.zone)) ?? zoneFor(rotation)
  const native = nativeLayers(rotation, idOf, zone, now)
  const whole = { start: now, end: now + AHEAD }
  const live = (schedule?.layers ?? []).filter(({ end }) => end > now)
  const goal = stacked(
    native.map(({ stints }) => stints),
    whole,
  )
  const standing = live.map((layer): LayerStanding => ({ layer, from: beginOf(layer, range) }))
  const present = stacked(
    standing.map((one) => standingStints(one, { zone, whole })),
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
  const beneath = stacked(
    live.map(({ rendered }) => rendered),
    range,
  )
  const fresh = change?.made ?? []
  const base =
    at === undefined || change === undefined || (fresh.length === 0 && live.length === 0)
      ? beneath
      : [
          ...clipped(beneath, { start: range.start, end: at }),
          ...clipped(goal, { start: Math.max(at, range.start), end: range.end }),
        ]
  // A schedule needs a layer: where nothing goes on by itself, the first shift is one.
  const first = schedule === undefined && fresh.length === 0 ? firstShift(wish) : undefined
  const made = first === undefined ? fresh : [first]
  return {
    zone,
    made,
    change,
    beneath,
    shows: [
      ...stintsIn(base),
      ...(first === undefined ? [] : stintsIn([{ ...first, who: first.users }])),
    ],
    round: setOf(live.flatMap(({ users }) => users)),
    going: goingOf(fresh, native, now),
    isChanged: change !== undefined,
    isEmpty: made.length === 0,
  }
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

/** The first shift as a layer. */
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
