/** A layer-based schedule as layers of the file. */
import { DAY, SECOND, type Instant } from '../../time/instant.ts'
import { UTC, type Zone } from '../../time/zone.ts'
import { joined, without, type Interval } from '../../time/interval.ts'
import { NOWHERE } from '../../model/place.ts'
import type { Layer } from '../../model/rotation.ts'
import type { Window } from '../../model/window.ts'
import { windowOf } from '../layers/native.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { LayerSchedule, PagerDutyLayer } from '../remote.ts'
import {
  begun,
  memberOf,
  zoneOf,
  type Draft,
  type Drafted,
  type Odd,
} from '../../sync/import/draft.ts'

/** The layers of the file that a layer-based schedule comes to, from the bottom up. */
export function draftLayers(remote: LayerSchedule, now: Instant): Drafted {
  const zone = zoneOf(remote.zone) ?? UTC
  const drafts: Draft[] = []
  const odd: Odd[] = []
  remote.layers.forEach((layer, i) => {
    if (layer.end <= now || layer.users.length === 0) return
    const turn = turnOf(layer.seconds)
    if (turn !== undefined) {
      drafts.push(...draftOf(layer, turn, zone, now))
      return
    }
    const above = remote.layers.slice(i + 1).flatMap(({ rendered }) => rendered)
    const why = `its turns last ${layer.seconds} seconds`
    odd.push({ name: layer.name ?? `layer ${i + 1}`, why, stints: visible(layer.rendered, above) })
  })
  return { drafts, odd }
}

/** Whole days keep their time on the wall clock of the schedule's zone; hours are elapsed time. */
function turnOf(seconds: number): Layer['turn'] | undefined {
  if (seconds < 3600) return undefined
  if (seconds % (7 * 86_400) === 0) return { count: seconds / (7 * 86_400), unit: 'weeks' }
  if (seconds % 86_400 === 0) return { count: seconds / 86_400, unit: 'days' }
  if (seconds % 3600 === 0) return { count: seconds / 3600, unit: 'hours' }
  return undefined
}

/** `virtualStart` says whose turn it is, `start` from when on the layer counts, or when it was last edited. */
function draftOf(layer: PagerDutyLayer, turn: Layer['turn'], zone: Zone, now: Instant): Draft[] {
  const { virtualStart, users, rendered } = layer
  const isEarlier = layer.start < virtualStart && rendered.some(({ start }) => start < virtualStart)
  const since = isEarlier ? layer.start : Math.max(layer.start, virtualStart)
  const base: Draft = {
    name: layer.name ?? '',
    zone,
    start: isEarlier ? before(layer, turn, zone, Math.min(since, now)) : virtualStart,
    end: layer.end,
    turn,
    members: users.map((user) => memberOf([user])),
    during: folded(layer.restrictions.map(windowOf)),
    place: NOWHERE,
  }
  return begun(base, since, now)
}

/** A handoff to the first user that lies before an instant. */
function before(
  { virtualStart, seconds, users }: PagerDutyLayer,
  turn: Layer['turn'],
  zone: Zone,
  at: Instant,
): Instant {
  const round = seconds * SECOND * users.length
  const rounds = Math.ceil((virtualStart - at + DAY) / round)
  return turn.unit === 'hours'
    ? virtualStart - rounds * round
    : zone.instantAt(zone.wallAt(virtualStart) - rounds * round)
}

/** Windows of the same times of day on several days as one. */
function folded(windows: readonly Window[]): Window[] {
  const all: Window[] = []
  for (const window of windows) {
    const same = all.findIndex(
      ({ from, length }) => from === window.from && length === window.length && length <= DAY,
    )
    const first = all[same]
    if (first === undefined) all.push(window)
    else all[same] = { ...first, weekdays: first.weekdays | window.weekdays }
  }
  return all
}

function visible(stints: readonly Stint[], above: readonly Stint[]): Stint[] {
  const cover = joined(above)
  return stints.flatMap((stint) =>
    without([stint], cover).map((part: Interval) => ({ ...part, user: stint.user })),
  )
}
