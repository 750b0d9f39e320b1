/** The native part of a shift-based schedule: what its rotations hold, what they should, and the way there. */
import type { Instant } from '../../time/instant.ts'
import type { Stint } from '../../sync/schedule.ts'
import type { Track } from '../remote.ts'
import type { Request } from '../../sync/request.ts'
import type { Going } from '../../sync/schedule-plan.ts'
import { changeOf, endings } from './track-change.ts'
import { bodyOf, stintsOf, time } from './track-events.ts'
import { holedTurns } from './track-holes.ts'
import { isHeldTogether, paired } from './track-pairs.ts'
import type { TrackWorld } from './track-shows.ts'
import type { Strand } from './native.ts'

/** What is to become of rotations. */
export interface TrackPlan {
  readonly requests: readonly Request[]
  /** What is to be done once patches hold the place: a running rotation goes, so that nobody is on call. */
  readonly last: readonly Request[]
  /** What the rotations will show within the range, by the track's id or the name that stands for it. */
  readonly stints: readonly (Stint & { readonly track: string })[]
  /** Which turns are set anew. */
  readonly going: readonly Going[]
}

/** Turns with a hole in them that are left out of what is native; more, and nothing of it is. */
const MOST_HOLES = 3

/** How many rotations with an event that has not ended PagerDuty takes. */
const MOST_ROTATIONS = 10

const MOST_EVENTS = 5

/** The plan for the rotations that are to hold strands; those without room for all of them leave the rest to patches. */
export function planTracks(
  all: readonly Strand[],
  tracks: readonly Track[],
  world: TrackWorld,
): TrackPlan {
  // Where nobody is wanted time and again, what goes on by itself would have to be set anew time and again.
  let strands = all.filter((strand) => holedTurns(strand, world).size <= MOST_HOLES)
  for (;;) {
    const { active, ...plan } = arranged(strands, tracks, world)
    const layer = active > MOST_ROTATIONS ? leastOf(strands, tracks, world) : undefined
    if (layer === undefined) return plan
    strands = strands.filter(({ name }) => name !== layer)
  }
}

/**
 * The layer that is left to patches where a schedule has no room for all: of those that no rotation holds yet, else
 * of all, the one with the fewest shifts, and of equals the later one. Undefined where there is none.
 */
function leastOf(
  strands: readonly Strand[],
  tracks: readonly Track[],
  world: TrackWorld,
): string | undefined {
  const held = new Set(
    paired(strands, liveIn(tracks, world), world).flatMap(({ strand, track, agreed }) =>
      strand !== undefined && track !== undefined && agreed > 0 ? [strand] : [],
    ),
  )
  const layers = [...new Set(strands.map(({ name }) => name))].map((name) => {
    const own = strands.filter((strand) => strand.name === name)
    return {
      name,
      isHeld: own.every((strand) => held.has(strand)),
      shifts: own.reduce((sum, { stints }) => sum + stints.length, 0),
    }
  })
  const open = layers.filter(({ isHeld }) => !isHeld)
  const choice = open.length > 0 ? open : layers
  const least = Math.min(...choice.map(({ shifts }) => shifts))
  return choice.findLast(({ shifts }) => shifts === least)?.name
}

function liveIn(tracks: readonly Track[], { now }: TrackWorld): Track[] {
  return tracks.filter(({ events }) => events.some(({ until }) => until > now))
}

/** The plan for some strands, and how many rotations are active while it is carried out. */
function arranged(
  strands: readonly Strand[],
  tracks: readonly Track[],
  world: TrackWorld,
): TrackPlan & { readonly active: number } {
  const live = liveIn(tracks, world)
  let active = live.length
  const empty = tracks.filter(({ events }) => events.length === 0).map(({ id }) => id)
  const areHeld = isHeldTogether(strands, live, world)
  const pairs = paired(strands, live, world)
  const requests: Request[] = []
  const stints: (Stint & { track: string })[] = []
  const last: Request[] = []
  const going: Going[] = []
  let made = 0
  const newTrack = (): string => {
    active += 1
    const reused = empty.shift()
    if (reused !== undefined) return reused
    made += 1
    const name = `{rotation ${made}}`
    requests.push({
      method: 'POST',
      path: `${world.path}/rotations`,
      body: {},
      gives: { name, key: 'rotation' },
      what: 'a rotation',
    })
    return name
  }
  for (const { strand, track } of pairs) {
    const change = areHeld ? undefined : changeOf(strand, track, world)
    const shown = track === undefined ? [] : world.shown.filter((stint) => stint.track === track.id)
    stints.push(
      ...shown.flatMap((stint) => {
        const end = Math.min(stint.end, change?.cut ?? Infinity)
        return end > stint.start ? [{ ...stint, end }] : []
      }),
    )
    if (change === undefined) continue
    const { cut, events, prolonged } = change
    if (change.isDeleted) last.push(...endings(track, change, world))
    else requests.push(...endings(track, change, world))
    if (prolonged !== undefined && track !== undefined) {
      requests.push({
        method: 'PUT',
        path: `${world.path}/rotations/${track.id}/events/${prolonged.event.id}`,
        body: { event: { effective_until: time(prolonged.until) } },
        what: 'an event',
      })
      const longer = { ...prolonged.event, until: prolonged.until }
      stints.push(...stintsOf(longer, track.id, cut, world))
    }
    for (const event of change.kept) {
      stints.push(...stintsOf(event, track?.id ?? '', event.since, world))
    }
    if (strand === undefined) continue
    if (prolonged !== undefined) going.push(goingOf(strand, cut, prolonged.until))
    for (const { since, until } of events) going.push(goingOf(strand, since, until))
    let target = change.isDeleted ? undefined : track?.id
    let room =
      track === undefined ? 0 : MOST_EVENTS - eventsLeft(track, world) + change.removed.length
    for (const event of events) {
      if (target === undefined || room <= 0) {
        target = newTrack()
        room = MOST_EVENTS
      }
      room -= 1
      requests.push({
        method: 'POST',
        path: `${world.path}/rotations/${target}/events`,
        body: { event: bodyOf(event, strand, world.name) },
        what: 'an event',
      })
      stints.push(...stintsOf(event, target, event.since, world))
    }
  }
  for (const id of empty) {
    requests.push({
      method: 'DELETE',
      path: `${world.path}/rotations/${id}`,
      what: 'an empty rotation',
    })
  }
  return { requests, last, stints, going: told(going), active }
}

/** PagerDuty does not count those that have ended. */
function eventsLeft({ events }: Track, { now }: TrackWorld): number {
  return events.filter(({ until }) => until > now).length
}

function goingOf(strand: Strand, from: Instant, until: Instant): Going {
  const { name: layer, turn } = strand
  return { from, until, layer, turn, who: strand.whoAt(strand.turnAt(from)) }
}

/** In order of time; the windows of a layer and the two of a pair, which are rotations each, told once. */
function told(going: readonly Going[]): Going[] {
  const sorted = [...going].sort((a, b) => a.from - b.from)
  return sorted.filter(
    (one, i) =>
      !sorted.slice(0, i).some(({ layer, until }) => layer === one.layer && until === one.until),
  )
}
