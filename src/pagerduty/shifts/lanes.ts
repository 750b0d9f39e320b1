/** The native part of a shift-based schedule: what its rotations hold, what they should, and the way there. */
import type { Instant } from '../../time/instant.ts'
import type { Lane, Piece } from '../remote.ts'
import type { Request } from '../request.ts'
import type { Going } from '../schedule-plan.ts'
import { changeOf, endings } from './lane-change.ts'
import { bodyOf, piecesOf, time } from './lane-events.ts'
import { holedTurns } from './lane-holes.ts'
import { isHeldTogether, paired } from './lane-pairs.ts'
import type { LaneWorld } from './lane-shows.ts'
import type { Strand } from './native.ts'

export interface LanePlan {
  readonly requests: readonly Request[]
  /** What is to be done once patches hold the place: a running rotation goes, so that nobody is on call. */
  readonly last: readonly Request[]
  /** What the rotations will show within the range, by the lane's id or the name that stands for it. */
  readonly pieces: readonly (Piece & { readonly lane: string })[]
  /** Which turns are set anew. */
  readonly going: readonly Going[]
}

/** Turns with a hole in them that are left out of what is native; more, and nothing of it is. */
const MOST_HOLES = 3

const MOST_EVENTS = 5

/** PagerDuty's most rotations with an event that has not ended. */
const MOST_LANES = 10

export function planLanes(
  all: readonly Strand[],
  lanes: readonly Lane[],
  world: LaneWorld,
): LanePlan {
  // Where nobody is wanted time and again, what goes on by itself would have to be set anew time and again.
  let strands = all.filter((strand) => holedTurns(strand, world).size <= MOST_HOLES)
  for (;;) {
    const { active, ...plan } = arranged(strands, lanes, world)
    const layer = active > MOST_LANES ? leastOf(strands, lanes, world) : undefined
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
  lanes: readonly Lane[],
  world: LaneWorld,
): string | undefined {
  const held = new Set(
    paired(strands, liveIn(lanes, world), world).flatMap(({ strand, lane, agreed }) =>
      strand !== undefined && lane !== undefined && agreed > 0 ? [strand] : [],
    ),
  )
  const layers = [...new Set(strands.map(({ name }) => name))].map((name) => {
    const own = strands.filter((strand) => strand.name === name)
    return {
      name,
      isHeld: own.every((strand) => held.has(strand)),
      shifts: own.reduce((sum, { pieces }) => sum + pieces.length, 0),
    }
  })
  const open = layers.filter(({ isHeld }) => !isHeld)
  const choice = open.length > 0 ? open : layers
  const least = Math.min(...choice.map(({ shifts }) => shifts))
  return choice.findLast(({ shifts }) => shifts === least)?.name
}

function liveIn(lanes: readonly Lane[], { now }: LaneWorld): Lane[] {
  return lanes.filter(({ events }) => events.some(({ until }) => until > now))
}

/** The plan for some strands, and how many rotations are active while it is carried out. */
function arranged(
  strands: readonly Strand[],
  lanes: readonly Lane[],
  world: LaneWorld,
): LanePlan & { readonly active: number } {
  const live = liveIn(lanes, world)
  let active = live.length
  const empty = lanes.filter(({ events }) => events.length === 0).map(({ id }) => id)
  const areHeld = isHeldTogether(strands, live, world)
  const pairs = paired(strands, live, world)
  const requests: Request[] = []
  const pieces: (Piece & { lane: string })[] = []
  const last: Request[] = []
  const going: Going[] = []
  let made = 0
  const newLane = (): string => {
    active += 1
    const reused = empty.shift()
    if (reused !== undefined) return reused
    made += 1
    const name = `{lane ${made}}`
    requests.push({
      method: 'POST',
      path: `${world.path}/rotations`,
      body: {},
      gives: { name, key: 'rotation' },
      what: 'a rotation',
    })
    return name
  }
  for (const { strand, lane } of pairs) {
    const change = areHeld ? undefined : changeOf(strand, lane, world)
    const shown = lane === undefined ? [] : world.shown.filter((piece) => piece.lane === lane.id)
    pieces.push(
      ...shown.flatMap((piece) => {
        const end = Math.min(piece.end, change?.cut ?? Infinity)
        return end > piece.start ? [{ ...piece, end }] : []
      }),
    )
    if (change === undefined) continue
    const { cut, events, prolonged } = change
    if (change.isDeleted) last.push(...endings(lane, change, world))
    else requests.push(...endings(lane, change, world))
    if (prolonged !== undefined && lane !== undefined) {
      requests.push({
        method: 'PUT',
        path: `${world.path}/rotations/${lane.id}/events/${prolonged.event.id}`,
        body: { event: { effective_until: time(prolonged.until) } },
        what: 'an event',
      })
      const longer = { ...prolonged.event, until: prolonged.until }
      pieces.push(...piecesOf(longer, lane.id, cut, world))
    }
    for (const event of change.kept) {
      pieces.push(...piecesOf(event, lane?.id ?? '', event.since, world))
    }
    if (strand === undefined) continue
    if (prolonged !== undefined) going.push(goingOf(strand, cut, prolonged.until))
    for (const { since, until } of events) going.push(goingOf(strand, since, until))
    let target = change.isDeleted ? undefined : lane?.id
    let room =
      lane === undefined ? 0 : MOST_EVENTS - eventsLeft(lane, world) + change.removed.length
    for (const event of events) {
      if (target === undefined || room <= 0) {
        target = newLane()
        room = MOST_EVENTS
      }
      room -= 1
      requests.push({
        method: 'POST',
        path: `${world.path}/rotations/${target}/events`,
        body: { event: bodyOf(event, strand, world.name) },
        what: 'an event',
      })
      pieces.push(...piecesOf(event, target, event.since, world))
    }
  }
  for (const id of empty) {
    requests.push({
      method: 'DELETE',
      path: `${world.path}/rotations/${id}`,
      what: 'an empty rotation',
    })
  }
  return { requests, last, pieces, going: told(going), active }
}

/** PagerDuty does not count those that have ended. */
function eventsLeft({ events }: Lane, { now }: LaneWorld): number {
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
