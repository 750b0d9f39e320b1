/** How an answer is to look: for whom, on what. */
import type { Instant } from '../time/instant.ts'
import { sayOffset, sayTime } from '../time/words.ts'
import type { Zone } from '../time/zone.ts'
import { dayOfWall, type Day } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import { clean } from './clean.ts'
import type { Paint } from './paint.ts'

export interface Look {
  /** The zone of whoever looks: all times are said in it. */
  readonly zone: Zone
  readonly now: Instant
  /** The most characters on a line. */
  readonly width: number
  readonly paint: Paint
  /** Whether pictures may hold nothing but ASCII. */
  readonly ascii?: boolean
}

/** `Times in Europe/Amsterdam (UTC+1).` */
export function sayZone({ zone, now, paint }: Look): string {
  const offset = sayOffset(zone, now)
  const more = offset === zone.name ? '' : ` (${offset} now)`
  return paint.faint(`Times in ${clean(zone.name)}${more}.`)
}

/** Notes the days of answers on which the viewer's clock changes: marks them, and explains the mark. */
export class ClockChanges {
  readonly #look: Look
  readonly #seen = new Map<Day, string>()

  constructor(look: Look) {
    this.#look = look
  }

  /** `Mon 30 Nov 16:00`, with a `*` behind it on a day on which the clock changes. */
  say(at: Instant): string {
    const { zone, now } = this.#look
    return sayTime(zone, at, now) + (this.#changesOn(at) ? '*' : '')
  }

  /** What the marks mean, a line each; empty where there were none. */
  explain(): string {
    return [...this.#seen.values()].map((line) => `${this.#look.paint.faint(line)}\n`).join('')
  }

  #changesOn(at: Instant): boolean {
    const { zone, now } = this.#look
    const day = dayOfWall(zone.wallAt(at))
    if (this.#seen.has(day)) return true
    const within = { start: startOfDay(zone, day), end: startOfDay(zone, day + 1) }
    const change = zone.changesIn(within)[0]
    if (change === undefined) return false
    const before = sayOffset(zone, change.at - 1)
    const after = sayOffset(zone, change.at)
    this.#seen.set(
      day,
      `* The clock changes on ${sayTime(zone, change.at, now)}, from ${before} to ${after}.`,
    )
    return true
  }
}
