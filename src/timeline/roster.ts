/**
 * Who holds which turn. Between two dates of a roster the members go round, so the holder of a turn is
 * arithmetic; the dates cut the turns into a few such rounds.
 */
import type { Instant } from '../time/instant.ts'
import { groupBy } from '../model/group.ts'
import type { Member } from '../model/rotation.ts'
import { LineUp } from './line-up.ts'
import type { Handoffs } from './turns.ts'

/** Turns from `from` on in which the same members take part. */
interface Round {
  readonly from: number
  /** Those who take part: a state of the line-up. */
  readonly state: number
  /** How many they are, and which of them, in listed order, holds the turn `from`. */
  readonly size: number
  readonly first: number
}

/** Who holds which turn, by whatever rule. */
export interface Order {
  /** Who holds a turn; undefined where the roster is empty then, and before turn 0. */
  readonly holderOf: (turn: number) => Member | undefined
  /** The members who take part at a turn, in listed order; the same list where those are all. */
  readonly at: (turn: number) => readonly Member[]
}

/** The order of a table, each of whose rows is for its own member. */
export function tableOf(rows: readonly Member[]): Order {
  return { holderOf: (row) => rows[row], at: (row) => rows.slice(Math.max(row, 0), row + 1) }
}

export class Roster implements Order {
  readonly #members: readonly Member[]
  readonly #lineUp: LineUp
  readonly #rounds: readonly Round[]

  constructor(members: readonly Member[], turns: Handoffs) {
    this.#members = members
    this.#lineUp = new LineUp(members.length)
    this.#rounds = roundsOf(members, turns, this.#lineUp)
  }

  /** Who holds a turn; undefined where the roster is empty then, and before turn 0. */
  holderOf(turn: number): Member | undefined {
    const round = this.#roundOf(turn)
    if (round === undefined) return undefined
    return this.#members[placeIn(round, turn, this.#lineUp) ?? -1]
  }

  /** The members who take part at a turn, in listed order. */
  at(turn: number): readonly Member[] {
    const round = this.#roundOf(turn)
    if (round === undefined) return []
    if (round.size === this.#members.length) return this.#members
    const { state, size } = round
    // Each is a place in the list.
    return Array.from(
      { length: size },
      (_, n) => this.#members[this.#lineUp.nth(state, n) ?? 0] as Member,
    )
  }

  #roundOf(turn: number): Round | undefined {
    const rounds = this.#rounds
    if (turn < 0) return undefined
    let low = 0
    let high = rounds.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((rounds[middle]?.from ?? 0) <= turn) low = middle
      else high = middle
    }
    return rounds[low]
  }
}

function roundsOf(members: readonly Member[], turns: Handoffs, lineUp: LineUp): Round[] {
  const stays = members.map(({ from, until }) => ({
    from: from === undefined ? 0 : firstTurnFrom(turns, from.instant),
    until: until === undefined ? Infinity : firstTurnFrom(turns, until.instant),
  }))
  const isIn = (place: number, turn: number): boolean => {
    const stay = stays[place]
    return stay !== undefined && stay.from <= turn && turn < stay.until
  }
  const cuts = groupBy(
    stays.flatMap(({ from, until }, place) => [from, until].map((turn) => ({ turn, place }))),
    ({ turn }) => turn,
  )
  const rounds: Round[] = []
  let state = lineUp.filled((place) => isIn(place, 0))
  let last = -1
  for (const from of [...new Set([0, ...cuts.keys()])].sort((a, b) => a - b)) {
    if (from === Infinity) break
    const previous = rounds.at(-1)
    if (previous !== undefined) last = placeIn(previous, from - 1, lineUp) ?? last
    if (from > 0) {
      for (const { place } of cuts.get(from) ?? [])
        state = lineUp.changed(state, place, isIn(place, from))
    }
    const size = lineUp.countOf(state)
    const next = lineUp.countBelow(state, last + 1)
    rounds.push({ from, state, size, first: next < size ? next : 0 })
  }
  return rounds
}

function placeIn(
  { from, state, size, first }: Round,
  turn: number,
  lineUp: LineUp,
): number | undefined {
  return lineUp.nth(state, (first + turn - from) % size)
}

/** The first turn that begins at `date` or later; Infinity where no turn does. */
function firstTurnFrom(turns: Handoffs, date: Instant): number {
  let turn = Math.max(turns.at(date), 0)
  if (turns.startOf(turn) < date) turn += 1
  // A clock change can make a turn empty: two then begin at once.
  while (turn > 0 && turns.startOf(turn - 1) >= date) turn -= 1
  return turn
}
