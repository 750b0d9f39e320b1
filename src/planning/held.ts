/** What somebody holds of a rotation: a turn or a stretch by override, with all its pieces. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import { bounded, intersection, type Interval } from '../time/interval.ts'
import type { Override, Rotation } from '../model/rotation.ts'
import { turnAround } from '../timeline/layer.ts'
import { overrideAt } from '../timeline/overrides.ts'
import { timelineOf, turnsWithin } from '../timeline/rotation.ts'
import { shiftAt, shiftsOf, type Shift } from '../timeline/shifts.ts'
import { NOTHING, type Span } from '../timeline/span.ts'

/** A piece of somebody's time, and who is on call with them. */
export type Piece = Pick<Span, 'start' | 'end' | 'people' | 'layer'>

/** Nobody trades a turn that lasts longer. */
export const ENDLESS: number = 20 * 366 * DAY

export interface Held extends Interval {
  readonly rotation: Rotation
  /** In order; between two of them nobody is on call, or somebody else by another layer or override. */
  readonly pieces: readonly Piece[]
}

/** What somebody holds at an instant, from `since` on: the whole turn, or the whole of what an override gave them. */
export function heldAt(
  rotation: Rotation,
  person: string,
  at: Instant,
  since: Instant,
): Held | undefined {
  const shift = shiftAt(rotation, at)
  if (!shift?.people.includes(person)) return undefined
  const { layer, turn } = shift
  const round = layer && turnAround(layer, at)
  // Of a turn without an end there is only the piece.
  const whole = round && round.end - round.start < ENDLESS ? round : shift
  const within = intersection(bounded(whole), { start: since, end: END_OF_TIME })
  if (within === undefined) return undefined
  return heldOf(
    rotation,
    timelineOf(rotation, within).filter(
      (span) => span.people.includes(person) && span.layer === layer && span.turn === turn,
    ),
  )
}

/** The next that somebody holds which begins after an instant, up to `until`; what `isIt` refuses is passed over. */
export function nextHeld(
  rotation: Rotation,
  person: string,
  after: Instant,
  until: Instant,
  isIt: (held: Held) => boolean = () => true,
): Held | undefined {
  let last: Shift | undefined
  for (let start = after, step = 8 * DAY; start < until; start += step, step *= 2) {
    const end = Math.min(start + step, until)
    for (const shift of shiftsOf(rotation, { start, end })) {
      const isKnown = last?.layer === shift.layer && last.turn === shift.turn && last.turn !== null
      if (shift.start <= after || !shift.people.includes(person) || isKnown) continue
      last = shift
      // Of a turn under way another window may open later: it is no next turn.
      const held = heldAt(rotation, person, shift.start, -Infinity)
      if (held !== undefined && held.start > after && isIt(held)) return held
    }
  }
  return undefined
}

/** Pieces as one thing; undefined where there are none. */
export function heldOf(rotation: Rotation, pieces: readonly Piece[]): Held | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last && { rotation, pieces, start: first.start, end: last.end }
}

/**
 * Whether overrides have taken somebody from an instant, whom the turns or an earlier override had put there, and
 * another is on call.
 */
export function isTakenOver(rotation: Rotation, by: string, from: string, at: Instant): boolean {
  const turns = turnsWithin(rotation, { start: at, end: at + 1 })[0] ?? NOTHING
  const active = rotation.overrides.filter(({ start, end }) => start <= at && at < end)
  const then = active.map((_, i) => overrideAt(turns, active.slice(0, i + 1), at).people)
  const now = then.at(-1) ?? turns.people
  const before: readonly (readonly string[])[] = [turns.people, ...then.slice(0, -1)]
  return now.includes(by) && !now.includes(from) && before.some((people) => people.includes(from))
}

/** The first stretch after an instant, up to `until`, that one has taken over from another by overrides. */
export function nextTakenOver(
  rotation: Rotation,
  by: string,
  from: string,
  after: Instant,
  until: Instant,
): Override | undefined {
  return rotation.overrides
    .filter(({ people, start, end }) => people.includes(by) && end > after && start < until)
    .sort((a, b) => a.start - b.start)
    .find((override) => {
      const at = Math.max(override.start, after)
      return piecesOf(rotation, { start: at, end: override.end }).some(({ start }) =>
        isTakenOver(rotation, by, from, start),
      )
    })
}

function piecesOf(rotation: Rotation, within: Interval): readonly Span[] {
  return timelineOf(rotation, {
    start: within.start,
    end: Math.min(within.end, within.start + 400 * DAY),
  })
}
