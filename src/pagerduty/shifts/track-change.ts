/** What must become of a rotation in PagerDuty for it to show what it should. */
import type { Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import type { Event, Track } from '../remote.ts'
import type { Request } from '../../sync/request.ts'
import { agree, isSame, slicesOf, zip } from '../../sync/slices.ts'
import { AHEAD } from '../../sync/wish.ts'
import { eventsFrom, isEqual, time, type NewEvent } from './track-events.ts'
import { leftOut, withoutHoles } from './track-holes.ts'
import { isDouble, trackShows, wholeRange, type TrackWorld } from './track-shows.ts'
import type { Strand } from './native.ts'
import { eventStints, isPlain } from './recurrence.ts'

interface Change {
  /** The first instant at which something is not as it should be. */
  readonly at: Instant
  /** Until when the track goes on as it is. */
  readonly cut: Instant
  readonly isDeleted: boolean
  readonly events: readonly NewEvent[]
  readonly kept: readonly Event[]
  readonly removed: readonly Event[]
  readonly prolonged: { readonly event: Event; readonly until: Instant } | undefined
}

/** What must become of a track for it to hold a strand; undefined where nothing must. */
export function changeOf(
  strand: Strand | undefined,
  track: Track | undefined,
  world: TrackWorld,
): Change | undefined {
  const { now } = world
  const at = deviation(strand, track, world)
  if (at === undefined) return undefined
  const shows = track === undefined ? [] : trackShows(track, world).stints
  const boundaries = shows.flatMap(({ start, end }) => [start, end]).filter((b) => b > now)
  const before = boundaries.filter((b) => b <= at)
  const last = Math.max(...before)
  // Until the last boundary the track goes on, with other handoffs perhaps: what is new may not overlap it.
  const events = strand === undefined ? [] : eventsFrom(strand, at, last, world)
  const first = events[0]?.since ?? Infinity
  const running = Math.min(...boundaries, first)
  // Nothing that is running is cut, so what begins wrong is left out from its own beginning on.
  const cut = before.length > 0 ? last : running
  const isDeleted =
    track !== undefined &&
    before.length === 0 &&
    shows.some(
      (stint) =>
        stint.user !== null &&
        stint.start <= now &&
        stint.end > now &&
        world.holes.some((hole) => hole.start < stint.end && now < hole.end),
    )
  const future = (track?.events ?? []).filter(({ since, until }) => since >= cut && until > now)
  const kept = isDeleted ? [] : future.filter((event) => events.some((one) => isEqual(one, event)))
  const removed = isDeleted ? [] : future.filter((event) => !kept.includes(event))
  const left = events.filter((one) => !kept.some((event) => isEqual(one, event)))
  const prolonged =
    isDeleted || strand === undefined ? undefined : prolongation(strand, track, left[0], cut)
  const change: Change = {
    at,
    cut: isDeleted ? now : cut,
    isDeleted,
    events: prolonged === undefined ? left : left.slice(1),
    kept,
    removed,
    prolonged,
  }
  const isNothing =
    change.events.length === 0 &&
    prolonged === undefined &&
    endings(track, change, world).length === 0
  return isNothing ? undefined : change
}

/** The event that need only go on for longer, where that gives just what a new one would. */
function prolongation(
  strand: Strand,
  track: Track | undefined,
  next: NewEvent | undefined,
  cut: Instant,
): Change['prolonged'] {
  const event = track?.events.find((one) => one.until === cut && one.since < cut && isPlain(one))
  if (next === undefined || event === undefined || next.since !== cut) return undefined
  const range = { start: cut, end: Math.min(next.until, cut + AHEAD / 2) }
  const going = eventStints({ ...event, until: next.until }, range)
  const wanted = eventStints(next, range)
  const isAlike = agree(slicesOf(going, range), slicesOf(wanted, range))
  return isAlike && strand.perTurn === event.perMember ? { event, until: next.until } : undefined
}

/** What ends or removes the events that stand in the way, or all of the rotation. */
export function endings(
  track: Track | undefined,
  change: Change,
  { path, now }: TrackWorld,
): Request[] {
  if (track === undefined) return []
  const base = `${path}/rotations/${track.id}`
  if (change.isDeleted) return [{ method: 'DELETE', path: base, what: 'a rotation' }]
  const requests = change.removed.map((event): Request => ({
    method: 'DELETE',
    path: `${base}/events/${event.id}`,
    what: 'an event',
  }))
  for (const event of track.events) {
    if (event.since < change.cut && event.until > change.cut && event.until > now) {
      requests.push({
        method: 'PUT',
        path: `${base}/events/${event.id}`,
        body: { event: { effective_until: time(change.cut) } },
        what: 'an event',
      })
    }
  }
  return requests
}

/** The first instant at which a track shows others than it should, where PagerDuty as a whole is not right anyway. */
function deviation(
  strand: Strand | undefined,
  track: Track | undefined,
  world: TrackWorld,
): Instant | undefined {
  const { range, holes } = world
  const shows = track === undefined ? undefined : trackShows(track, world)
  const until = shows?.until ?? wholeRange(world).end
  const whole = { start: range.start, end: until }
  if (strand === undefined && track !== undefined && isDouble(track, world)) {
    return Math.max(range.start, shows?.stints[0]?.start ?? range.start)
  }
  const wanted = slicesOf(strand === undefined ? [] : withoutHoles(strand, world), whole)
  const left = strand === undefined ? [] : leftOut(strand, world)
  for (const { start, end, a, b } of zip(wanted, slicesOf(shows?.stints ?? [], whole))) {
    if (isSame(a, b)) continue
    const isIn = (one: Interval): boolean => one.start < end && start < one.end
    const isHole = b.length > 0 && (holes.some(isIn) || (a.length === 0 && left.some(isIn)))
    if (isHole) return start
    // Patches see to what lies within the range, for as long as they do.
    const wrong = world.wrong.find(
      (slice) => slice.end > start && slice.start < end && slice.who.length > 0,
    )
    if (wrong !== undefined) return Math.max(start, wrong.start)
    if (end > range.end) return Math.max(start, range.end)
  }
  return undefined
}
