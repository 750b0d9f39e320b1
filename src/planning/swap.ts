/** `rotate swap`: two people trade whole turns of a rotation, and what that does to those that follow it. */
import { DAY, MINUTE, type Instant } from '../time/instant.ts'
import { intersection } from '../time/interval.ts'
import type { OverrideChange } from '../model/change.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { onCallAt, timelineOf } from '../timeline/rotation.ts'
import { followersOf } from '../timeline/followers.ts'
import { handOver, type HandedOver, type Told } from './hand-over.ts'
import {
  ENDLESS,
  heldAt,
  heldOf,
  isTakenOver,
  nextHeld,
  nextTakenOver,
  type Held,
  type Piece,
} from './held.ts'
import type { Exactly, Proposal } from './proposal.ts'
import { troublesAfter } from './troubles.ts'

/** As far ahead as the next turn of somebody is looked for. */
const AHEAD = 2 * 366 * DAY

export interface SwapAsked {
  /** Ids of the two, and of the rotation. */
  readonly a: string
  readonly b: string
  readonly rotation: Rotation
  /** An instant in A's turn; A's next where left out. */
  readonly at?: Instant
  /** An instant in B's turn; B's next where left out. */
  readonly with?: Instant
  readonly why: string
}

/** Why there is nothing to trade. */
export type NoSwap =
  | {
      readonly no: 'not-on-call'
      readonly person: string
      readonly at: Instant
      readonly people: readonly string[]
    }
  | { readonly no: 'over'; readonly person: string; readonly at: Instant }
  | { readonly no: 'no-turn'; readonly person: string }
  | { readonly no: 'no-end'; readonly person: string }
  | { readonly no: 'together'; readonly at: Instant }

export interface Swap extends Proposal {
  readonly changes: readonly OverrideChange[]
  readonly meant: Exactly
  /** Whether it is so already. */
  readonly isDone: boolean
  /** What A gives and B takes, and the other way round; what is left of a turn under way. */
  readonly given: Held | undefined
  readonly taken: Held | undefined
}

export function planSwap(workspace: Workspace, asked: SwapAsked, now: Instant): Swap | NoSwap {
  const { a, b, rotation } = asked
  if (isDone(asked, now)) {
    return {
      changes: [],
      meant: { kind: 'exactly', exchanges: [] },
      against: [],
      isDone: true,
      given: undefined,
      taken: undefined,
    }
  }
  const given = turnOf(rotation, a, asked.at, now, b)
  if ('no' in given) return given
  const taken = turnOf(rotation, b, asked.with, now, a)
  if ('no' in taken) return taken
  const both = [...given.pieces, ...taken.pieces].find(
    ({ people }) => people.includes(a) && people.includes(b),
  )
  if (both !== undefined) return { no: 'together', at: both.start }

  const told = { why: asked.why }
  const ways = [
    { from: a, to: b, ...told },
    { from: b, to: a, ...told },
  ] as const
  const all = [
    ...bothWays(workspace, [given, taken], ways),
    ...followersOf(workspace, rotation.id).flatMap((follower) =>
      bothWays(
        workspace,
        [heldTwice(follower, taken, ways[0]), heldTwice(follower, given, ways[1])],
        ways,
      ),
    ),
  ]
  // As somebody would write them: rotation by rotation, in order of time.
  const order = [...workspace.rotations.keys()]
  const changes = all
    .flatMap((one) => one.changes)
    .sort(
      (one, other) =>
        order.indexOf(one.rotation) - order.indexOf(other.rotation) ||
        one.override.start - other.override.start,
    )
  const exchanges = all.flatMap((one) => one.exchanges)
  return {
    changes,
    meant: { kind: 'exactly', exchanges },
    against: troublesAfter(workspace, changes, exchanges),
    isDone: false,
    given,
    taken,
  }
}

/** The turn that is meant; `other` is whom it is traded with, and a turn of both is passed over. */
function turnOf(
  rotation: Rotation,
  person: string,
  at: Instant | undefined,
  now: Instant,
  other: string,
): Held | NoSwap {
  // To the minute, as times are written.
  const since = Math.floor(now / MINUTE) * MINUTE
  if (at === undefined) {
    const isTheirs = ({ pieces }: Held): boolean =>
      pieces.every(({ people }) => !people.includes(other))
    const next = nextHeld(rotation, person, now, now + AHEAD, isTheirs)
    return next === undefined ? { no: 'no-turn', person } : endless(next, person)
  }
  const held = heldAt(rotation, person, at, since)
  if (held !== undefined) return endless(held, person)
  const [span] = timelineOf(rotation, { start: at, end: at + 1 })
  if (span?.people.includes(person) === true) return { no: 'over', person, at }
  return { no: 'not-on-call', person, at, people: span?.people ?? [] }
}

function endless(held: Held, person: string): Held | NoSwap {
  return held.end - held.start > ENDLESS ? { no: 'no-end', person } : held
}

/** Both give what they hold, if anything, to the other. */
function bothWays(
  workspace: Workspace,
  [given, taken]: readonly [Held | undefined, Held | undefined],
  [first, second]: readonly [Told, Told],
): HandedOver[] {
  return [
    ...(given === undefined ? [] : [handOver(workspace, given, first, taken?.pieces)]),
    ...(taken === undefined ? [] : [handOver(workspace, taken, second, given?.pieces)]),
  ]
}

/** Where a follower has somebody on call who comes on call in the rotation itself: what the other is to take there. */
function heldTwice(follower: Rotation, { pieces }: Held, { from, to }: Told): Held | undefined {
  const stretches = pieces.flatMap((piece) =>
    timelineOf(follower, piece).flatMap((span): Piece[] => {
      const both = intersection(span, piece)
      if (both === undefined || !span.people.includes(from)) return []
      return span.people.includes(to) ? [] : [{ ...span, ...both }]
    }),
  )
  return heldOf(follower, joinedPieces(stretches))
}

/** Neighbours with the same people as one, so that one override speaks of them. */
function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const next of pieces) {
    const last = joined.at(-1)
    const goesOn = last?.end === next.start && last.people.join() === next.people.join()
    if (last !== undefined && goesOn) joined[joined.length - 1] = { ...last, end: next.end }
    else joined.push(next)
  }
  return joined
}

/** Whether it is as asked already: each has the time of the other's that is named, or some that overrides took. */
function isDone({ a, b, rotation, at, with: other }: SwapAsked, now: Instant): boolean {
  const isTaken = (by: string, from: string, time: Instant | undefined): boolean =>
    time === undefined
      ? nextTakenOver(rotation, by, from, now, now + AHEAD) !== undefined
      : isTakenOver(rotation, by, from, time)
  if (at !== undefined && other !== undefined) {
    const has = (one: string, no: string, time: Instant): boolean => {
      const people = onCallAt(rotation, time)
      return people.includes(one) && !people.includes(no)
    }
    // Each with the other's time is a trade only where an override made it so.
    return has(b, a, at) && has(a, b, other) && (isTaken(b, a, at) || isTaken(a, b, other))
  }
  return isTaken(b, a, at) && isTaken(a, b, other)
}
