/** The native part of a shift-based schedule: what its rotations are to become, with holes where nobody may be on call. */
import { joined, touches, without, type Interval } from '../../time/interval.ts'
import { underneath } from '../../sync/adding/beneath.ts'
import type { Native } from '../../sync/dialect.ts'
import type { Shown } from '../../sync/patch.ts'
import type { Standing } from '../../sync/standing.ts'
import type { Request } from '../../sync/request.ts'
import { isByItself } from '../../sync/schedule.ts'
import { isSame, setOf, some, zip, type Slice } from '../../sync/slices.ts'
import type { Wish } from '../../sync/wish.ts'
import type { ShiftSchedule } from '../remote.ts'
import { pathOf } from '../request.ts'
import { strandsOf } from './native.ts'
import { turnsIn } from './turns.ts'
import { planTracks, type TrackPlan } from './tracks.ts'

/** The rotations of a plan. */
export interface NativeTracks extends Native {
  readonly before: readonly Request[]
  /** What is to be done once patches hold the place: a running rotation goes, so that nobody is on call. */
  readonly last: readonly Request[]
}

/** What the rotations of a schedule are to become. */
export function nativeOf(
  wish: Wish,
  schedule: ShiftSchedule | undefined,
  standing: Standing,
  onTop: readonly Slice[],
): NativeTracks {
  const { now, horizon, range, rotation, idOf } = wish
  const { items, rendered, actual } = standing
  const tracks = schedule?.tracks ?? []
  const plan = planTracks(strandsOf(rotation, idOf, now), tracks, {
    path: pathOf('shifts', schedule),
    name: rotation.name,
    now,
    horizon,
    range,
    shown: underneath(rendered, items, turnsIn(schedule, range)).flatMap(({ source, ...stint }) =>
      source?.turns === undefined ? [] : [{ ...stint, track: source.turns }],
    ),
    wrong: wrongIn(actual, onTop),
    twins: tracks.map(({ id }) => id),
    holes: without(holesIn(wish), heldEmpty(standing)),
  })
  const left = tracks.flatMap(({ events }) => events.filter(({ until }) => until > now))
  return {
    before: plan.requests,
    last: plan.last,
    shows: plan.stints.map(shownOnTrack),
    beneath: [],
    round: setOf(left.flatMap(({ members }) => members.flatMap(some))),
    going: plan.going,
    isChanged: plan.requests.length + plan.last.length > 0,
    isEmpty: false,
  }
}

function shownOnTrack({ track, ...stint }: TrackPlan['stints'][number]): Shown {
  // A name that stands for an id that is not known yet.
  return { ...stint, turns: track, isNew: track.startsWith('{') }
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
function heldEmpty({ items, own, rendered }: Standing): Interval[] {
  const empty = items.filter(
    (one) =>
      !isByItself(one) &&
      one.user === null &&
      own.has(one) &&
      rendered.every(
        ({ source, user, start, end }) =>
          source?.turns !== (one.isOnItem === true ? undefined : one.on) ||
          user === null ||
          !touches(one, { start, end }),
      ),
  )
  return joined(empty)
}
