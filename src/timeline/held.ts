/** The occurrences of a meeting that are held, numbered: what a role goes round with, as a layer with its turns. */
import { DAY, END_OF_TIME, type Instant } from '../time/instant.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import { dueBetween, isSkipped, type Due } from '../model/due.ts'
import type { Meeting } from '../model/meeting.ts'
import type { Handoffs } from './turns.ts'

const LAST_DAY: Day = END_OF_TIME / DAY

/** How many days are looked at at once. */
const AHEAD = 366

/** How many days an occurrence can be due before one of an earlier day, where the zone changes in between. */
const SLACK = 3

/** Those of a day or later, in the order in which they are due; each is a turn. */
export class Held implements Handoffs {
  readonly #meeting: Meeting
  readonly #first: Day
  readonly #held: Due[] = []
  /** By the day that is named. */
  readonly #numbers = new Map<Day, number>()
  /** All before this day are known. */
  #known: Day

  constructor(meeting: Meeting, first: Day) {
    this.#meeting = meeting
    this.#first = first
    // What is named the day before may be due on the first.
    this.#known = first - 1
  }

  /** The number of an occurrence; undefined where it is not held, or due before the first. */
  numberOf({ named }: Due): number | undefined {
    this.#learn(named + 1)
    return this.#numbers.get(named)
  }

  startOf(turn: number): Instant {
    while (this.#held.length <= turn && this.#known < this.#end()) this.#learn(this.#known + 1)
    return this.#held[turn]?.at ?? Infinity
  }

  at(instant: Instant): number {
    if (instant === Infinity) return this.#held.length - 1
    this.#learn(Math.min(this.#end(), dayOfWall(instant) + SLACK))
    let low = 0
    let high = this.#held.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#held[middle]?.at ?? Infinity) <= instant) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #end(): Day {
    return Math.min(LAST_DAY, this.#meeting.end ?? LAST_DAY)
  }

  /** Looks at the days up to, without, `day`, and some more. */
  #learn(day: Day): void {
    while (this.#known < day) {
      let until = this.#known + AHEAD
      // What is near a change may be due in another order: it is looked at together.
      while (this.#meeting.changes.some(({ from }) => Math.abs(from - until) <= SLACK))
        until += 2 * SLACK
      const more = dueBetween(this.#meeting, this.#known, until - 1).filter(
        (due) => due.day >= this.#first && !isSkipped(this.#meeting, due),
      )
      for (const due of more.sort((a, b) => a.at - b.at || a.named - b.named)) {
        this.#numbers.set(due.named, this.#held.length)
        this.#held.push(due)
      }
      this.#known = until
    }
  }
}
