/** The native part of a shift-based schedule: what its rotations hold, what they should, and the way there. */
import { MINUTE, type Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import { AHEAD, crossesClockChange, isNominal, type Strand } from './native.ts'
import { certainPieces } from './phase.ts'
import { eventPieces, isPlain, writeRule } from './recurrence.ts'
import type { Event, Lane, Piece, Rendered } from './remote.ts'
import { zoned, zoneName, type Request } from './request.ts'
import type { Going } from './schedule-plan.ts'
import { isSame, slicesOf, zip, type Slice } from './slices.ts'

/** Nothing native begins sooner: what begins in the past is clamped, and then nobody knows whose turn it is. */
const MARGIN = 10 * MINUTE
const MOST_EVENTS = 5
/** Turns with a hole in them that are left out of what is native; more, and nothing of it is. */
const MOST_HOLES = 3

/** An event that is to be. */
type NewEvent = Pick<
  Event,
  'start' | 'end' | 'startZone' | 'since' | 'until' | 'perMember' | 'members' | 'recurrence'
>

export interface LanePlan {
  readonly requests: readonly Request[]
  /** What is to be done once patches hold the place: a running rotation goes, so that nobody is on call. */
  readonly last: readonly Request[]
  /** What the rotations will show within the range, by the lane's id or the name that stands for it. */
  readonly pieces: readonly (Piece & { readonly lane: string })[]
  /** Which turns are set anew. */
  readonly going: readonly Going[]
}

export interface LaneWorld {
  readonly path: string
  readonly name: string
  readonly now: Instant
  readonly horizon: Instant
  readonly range: Interval
  /** What each lane shows beneath overrides, as PagerDuty renders it. */
  readonly shown: readonly (Rendered & { readonly lane: string })[]
  /** Where PagerDuty does not say what is wanted: slices with somebody in them. */
  readonly wrong: readonly Slice[]
  /** The ids of all rotations that hold something. */
  readonly twins: readonly string[]
  /** Where nobody may be on call, whatever turns say. */
  readonly holes: readonly Interval[]
}

export function planLanes(
  all: readonly Strand[],
  lanes: readonly Lane[],
  world: LaneWorld,
): LanePlan {
  // Where nobody is wanted time and again, what goes on by itself would have to be set anew time and again.
  const strands = all.filter((strand) => holedTurns(strand, world).size <= MOST_HOLES)
  const live = lanes.filter(({ events }) => events.some(({ until }) => until > world.now))
  const empty = lanes.filter(({ events }) => events.length === 0).map(({ id }) => id)
  const areHeld = isHeldTogether(strands, live, world)
  const pairs = paired(strands, live, world)
  const requests: Request[] = []
  const pieces: (Piece & { lane: string })[] = []
  const last: Request[] = []
  const going: Going[] = []
  let made = 0
  const newLane = (): string => {
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
    let room = lane === undefined ? 0 : MOST_EVENTS - lane.events.length + change.removed.length
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
  return { requests, last, pieces, going: told(going) }
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

interface Change {
  /** The first instant at which something is not as it should be. */
  readonly at: Instant
  /** Until when the lane goes on as it is. */
  readonly cut: Instant
  readonly isDeleted: boolean
  readonly events: readonly NewEvent[]
  readonly kept: readonly Event[]
  readonly removed: readonly Event[]
  readonly prolonged: { readonly event: Event; readonly until: Instant } | undefined
}

/** What must become of a lane for it to hold a strand; undefined where nothing must. */
function changeOf(
  strand: Strand | undefined,
  lane: Lane | undefined,
  world: LaneWorld,
): Change | undefined {
  const { now } = world
  const at = deviation(strand, lane, world)
  if (at === undefined) return undefined
  const shows = lane === undefined ? [] : laneShows(lane, world).pieces
  const boundaries = shows.flatMap(({ start, end }) => [start, end]).filter((b) => b > now)
  const before = boundaries.filter((b) => b <= at)
  const last = Math.max(...before)
  // Until the last boundary the lane goes on, with other handoffs perhaps: what is new may not overlap it.
  const events = strand === undefined ? [] : eventsFrom(strand, at, last, world)
  const first = events[0]?.since ?? Infinity
  const running = Math.min(...boundaries, first)
  // Nothing that is running is cut, so what begins wrong is left out from its own beginning on.
  const cut = before.length > 0 ? last : running
  const isDeleted =
    lane !== undefined &&
    before.length === 0 &&
    shows.some(
      (piece) =>
        piece.user !== null &&
        piece.start <= now &&
        piece.end > now &&
        world.holes.some((hole) => hole.start < piece.end && now < hole.end),
    )
  const future = (lane?.events ?? []).filter(({ since, until }) => since >= cut && until > now)
  const kept = isDeleted ? [] : future.filter((event) => events.some((one) => isEqual(one, event)))
  const removed = isDeleted ? [] : future.filter((event) => !kept.includes(event))
  const left = events.filter((one) => !kept.some((event) => isEqual(one, event)))
  const prolonged =
    isDeleted || strand === undefined ? undefined : prolongation(strand, lane, left[0], cut)
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
    endings(lane, change, world).length === 0
  return isNothing ? undefined : change
}

/** The event that need only go on for longer, where that gives just what a new one would. */
function prolongation(
  strand: Strand,
  lane: Lane | undefined,
  next: NewEvent | undefined,
  cut: Instant,
): Change['prolonged'] {
  const event = lane?.events.find((one) => one.until === cut && one.since < cut && isPlain(one))
  if (next === undefined || event === undefined || next.since !== cut) return undefined
  const range = { start: cut, end: Math.min(next.until, cut + AHEAD / 2) }
  const going = eventPieces({ ...event, until: next.until }, range)
  const wanted = eventPieces(next, range)
  const isAlike = zip(slicesOf(going, range), slicesOf(wanted, range)).every(({ a, b }) =>
    isSame(a, b),
  )
  return isAlike && strand.perTurn === event.perMember ? { event, until: next.until } : undefined
}

function endings(lane: Lane | undefined, change: Change, { path, now }: LaneWorld): Request[] {
  if (lane === undefined) return []
  const base = `${path}/rotations/${lane.id}`
  if (change.isDeleted) return [{ method: 'DELETE', path: base, what: 'a rotation' }]
  const requests = change.removed.map((event): Request => ({
    method: 'DELETE',
    path: `${base}/events/${event.id}`,
    what: 'an event',
  }))
  for (const event of lane.events) {
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

/** Strands and lanes that belong together: whose people agree for longest. */
function paired(
  strands: readonly Strand[],
  live: readonly Lane[],
  world: LaneWorld,
): { strand: Strand | undefined; lane: Lane | undefined }[] {
  const all = strands
    .flatMap((strand) =>
      live.map((lane) => {
        const wanted = slicesOf(strand.pieces, wholeRange(world))
        const { pieces } = laneShows(lane, world)
        const agreed = zip(wanted, slicesOf(pieces, wholeRange(world))).reduce(
          (sum, { a, b, start, end }) => sum + (a.length > 0 && isSame(a, b) ? end - start : 0),
          0,
        )
        return { strand, lane, agreed }
      }),
    )
    .sort((a, b) => b.agreed - a.agreed)
  const pairs: { strand: Strand | undefined; lane: Lane | undefined }[] = []
  for (const { strand, lane } of all) {
    if (pairs.some((pair) => pair.strand === strand || pair.lane === lane)) continue
    pairs.push({ strand, lane })
  }
  for (const strand of strands) {
    if (!pairs.some((pair) => pair.strand === strand)) pairs.push({ strand, lane: undefined })
  }
  for (const lane of live) {
    if (!pairs.some((pair) => pair.lane === lane)) pairs.push({ strand: undefined, lane })
  }
  return pairs
}

/** The first instant at which a lane shows others than it should, where PagerDuty as a whole is not right anyway. */
function deviation(
  strand: Strand | undefined,
  lane: Lane | undefined,
  world: LaneWorld,
): Instant | undefined {
  const { range, holes } = world
  const shows = lane === undefined ? undefined : laneShows(lane, world)
  const until = shows?.until ?? wholeRange(world).end
  const whole = { start: range.start, end: until }
  if (strand === undefined && lane !== undefined && isDouble(lane, world)) {
    return Math.max(range.start, shows?.pieces[0]?.start ?? range.start)
  }
  const wanted = slicesOf(strand === undefined ? [] : withoutHoles(strand, world), whole)
  const left = strand === undefined ? [] : leftOut(strand, world)
  for (const { start, end, a, b } of zip(wanted, slicesOf(shows?.pieces ?? [], whole))) {
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

/** Whether another rotation shows just the same: two runs at once have made it twice, and the later one goes. */
function isDouble(lane: Lane, world: LaneWorld): boolean {
  const shownBy = (one: string): string =>
    JSON.stringify(
      world.shown.flatMap(({ lane: id, start, end, user }) =>
        id === one && user !== null ? [[start, end, user]] : [],
      ),
    )
  const mine = shownBy(lane.id)
  return mine !== '[]' && world.twins.some((id) => id !== lane.id && shownBy(id) === mine)
}

function wholeRange({ range, now }: LaneWorld): Interval {
  return { start: range.start, end: now + AHEAD }
}

/** What a lane shows: by its own rules where nothing about them is a guess, else as PagerDuty renders it. */
function laneShows(
  lane: Lane,
  world: LaneWorld,
): { readonly pieces: readonly Piece[]; readonly until: Instant } {
  const events = lane.events.filter(({ until }) => until > world.now)
  const shown = world.shown.filter((piece) => piece.lane === lane.id)
  const whole = wholeRange(world)
  const certain = events.map((event) => certainPieces(event, shown, world.range, whole))
  return certain.every((pieces) => pieces !== undefined)
    ? { pieces: certain.flat(), until: whole.end }
    : { pieces: shown, until: world.range.end }
}

/**
 * Whether the rotations together give what the file wants, however it is dealt out to them: somebody else may have
 * put into one rotation, or into three, what rotate would put into two.
 */
function isHeldTogether(
  strands: readonly Strand[],
  live: readonly Lane[],
  world: LaneWorld,
): boolean {
  if (strands.length === 0 || live.some((lane) => isDouble(lane, world))) return false
  const shows = live.map((lane) => laneShows(lane, world))
  const within = { start: world.range.start, end: Math.min(...shows.map(({ until }) => until)) }
  const goal = slicesOf(
    strands.flatMap((strand) => withoutHoles(strand, world)),
    within,
  )
  const present = slicesOf(
    shows.flatMap(({ pieces }) => pieces),
    within,
  )
  return live.length > 0 && zip(goal, present).every(({ a, b }) => isSame(a, b))
}

function withoutHoles(strand: Strand, world: LaneWorld): readonly Piece[] {
  const turns = holedTurns(strand, world)
  return strand.pieces.filter(({ turn }) => !turns.has(turn))
}

function leftOut(strand: Strand, world: LaneWorld): readonly Piece[] {
  const turns = holedTurns(strand, world)
  return strand.pieces.filter(({ turn }) => turns.has(turn))
}

/**
 * The turns of a strand in which somebody would be on call where nobody may be: by the file, or because PagerDuty
 * renders an end elsewhere than by the wall clock.
 */
function holedTurns({ pieces, turnAt }: Strand, { holes, shown }: LaneWorld): ReadonlySet<number> {
  const turns = new Set<number>()
  const note = (all: readonly Interval[], turnOf: (piece: Interval, i: number) => number): void => {
    let next = 0
    all.forEach((piece, i) => {
      while ((holes[next]?.end ?? Infinity) <= piece.start) next += 1
      if ((holes[next]?.start ?? Infinity) < piece.end) turns.add(turnOf(piece, i))
    })
  }
  note(pieces, (_, i) => pieces[i]?.turn ?? 0)
  const said = shown.filter(({ user }) => user !== null).sort((a, b) => a.start - b.start)
  note(said, ({ start }) => turnAt(start))
  const own = new Set(pieces.map(({ turn }) => turn))
  return new Set([...turns].filter((turn) => own.has(turn)))
}

/** The events that hold a strand from the turn of an instant on, or from the first turn after `earliest` that can begin natively. */
function eventsFrom(strand: Strand, at: Instant, earliest: Instant, world: LaneWorld): NewEvent[] {
  const { now, horizon } = world
  const events: NewEvent[] = []
  const last = now + AHEAD
  const holed = holedTurns(strand, world)
  const isOpen = (turn: number): boolean => holed.has(turn)
  let turn = Math.max(strand.turnAt(at), 0)
  while (strand.startOf(turn) < last) {
    const first = strand.firstOf(turn)
    const members = strand.membersAt(turn)
    const isStart =
      first !== undefined &&
      members !== undefined &&
      first.start >= Math.max(now + MARGIN, earliest) &&
      !isOpen(turn) &&
      isNominal(strand, turn) &&
      !(first.start < horizon && crossesClockChange(strand, first))
    if (!isStart) {
      turn += 1
      continue
    }
    const change = Math.min(strand.changeAfter(turn), ...[...holed].filter((one) => one > turn))
    events.push({
      ...first,
      startZone: zoneName(strand.zone),
      since: first.start,
      until: change === Infinity ? Infinity : strand.startOf(change),
      recurrence: [writeRule(strand.rule)],
      perMember: strand.perTurn,
      members,
    })
    if (change === Infinity) break
    turn = change
  }
  return events
}

/** What an event will show of the range from an instant on. */
function piecesOf(
  event: NewEvent,
  lane: string,
  from: Instant,
  { range }: LaneWorld,
): (Piece & { readonly lane: string })[] {
  return eventPieces(event, range)
    .filter(({ start, end }) => start >= from && end > range.start && start < range.end)
    .map((piece) => ({ ...piece, lane }))
}

function isEqual(one: NewEvent, event: Event): boolean {
  return (
    one.start === event.start &&
    one.end === event.end &&
    one.since === event.since &&
    one.until === event.until &&
    one.perMember === event.perMember &&
    one.recurrence.join() === event.recurrence.join() &&
    one.members.length === event.members.length &&
    one.members.every((user, i) => user === event.members[i])
  )
}

function bodyOf(
  event: NewEvent,
  { zone, name: layer }: Strand,
  name: string,
): Request['body'] & object {
  return {
    name: (/^\d+$/.test(layer) ? name : layer).slice(0, 255),
    start_time: zoned(event.start, zone),
    end_time: zoned(event.end, zone),
    effective_since: writeUtc(event.since),
    effective_until: time(event.until),
    recurrence: event.recurrence,
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: event.perMember,
      members: event.members.map(memberOf),
    },
  }
}

export function memberOf(user: string | null): Readonly<Record<string, unknown>> {
  return user === null ? { type: 'empty_member' } : { type: 'user_member', user_id: user }
}

function time(at: Instant): string | null {
  return at === Infinity ? null : writeUtc(at)
}
