/**
 * Who holds which turn. Between two dates of a roster the members go round, so the holder of a turn is
 * arithmetic; the dates cut the turns into a few such rounds.
 */
import type { Instant } from '../time/instant.ts'
import { countsAt } from '../model/dated.ts'
import type { Member } from '../model/rotation.ts'
import { countBelow } from './sorted.ts'
import type { Turns } from './turns.ts'

/** Turns from `from` on in which the same members take part. */
interface Round {
  readonly from: number
  /** Places in the list of those who take part, in listed order. */
  readonly places: readonly number[]
  /** Which of them holds the turn `from`. */
  readonly first: number
}

export class Roster {
  readonly #members: readonly Member[]
  readonly #rounds: readonly Round[]

  constructor(members: readonly Member[], turns: Turns) {
    this.#members = members
    this.#rounds = roundsOf(members, turns)
  }

  /** Who holds a turn; undefined where the roster is empty then, and before turn 0. */
  holderOf(turn: number): Member | undefined {
    const round = this.#roundOf(turn)
    if (round === undefined || round.places.length === 0) return undefined
    return this.#members[placeIn(round, turn) ?? -1]
  }

  /** The members who take part at a turn, in listed order. */
  at(turn: number): Member[] {
    const places = this.#roundOf(turn)?.places ?? []
    // Each is a place in the list.
    return places.map((place) => this.#members[place] as Member)
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

function roundsOf(members: readonly Member[], turns: Turns): Round[] {
  const dates = members.flatMap(({ from, until }) => [from, until]).map((date) => date?.instant)
  const cuts = new Set([0])
  for (const date of dates) if (date !== undefined) cuts.add(firstTurnFrom(turns, date))
  cuts.delete(Infinity)
  const rounds: Round[] = []
  let last = -1
  for (const from of [...cuts].sort((a, b) => a - b)) {
    const previous = rounds.at(-1)
    if (previous !== undefined) last = placeIn(previous, from - 1) ?? last
    const begins = turns.startOf(from)
    const places: number[] = []
    for (const [place, member] of members.entries()) {
      if (countsAt(member, begins)) places.push(place)
    }
    const next = countBelow(places, last + 1)
    rounds.push({ from, places, first: next < places.length ? next : 0 })
  }
  return rounds
}

function placeIn({ from, places, first }: Round, turn: number): number | undefined {
  return places[(first + turn - from) % places.length]
}

/** The first turn that begins at `date` or later; Infinity where no turn does. */
function firstTurnFrom(turns: Turns, date: Instant): number {
  let turn = Math.max(turns.at(date), 0)
  if (turns.startOf(turn) < date) turn += 1
  // A clock change can make a turn empty: two then begin at once.
  while (turn > 0 && turns.startOf(turn - 1) >= date) turn -= 1
  return turn
}
