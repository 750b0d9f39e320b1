/** Times of an answer in the viewer's zone; days on which that clock changes are marked, and the mark explained. */
import type { Instant } from '../time/instant.ts'
import { sayDate, sayDay, sayFullTime, sayOffset, sayTime } from '../time/words.ts'
import type { OffsetChange, Zone } from '../time/zone.ts'
import { dayOfWall, timeOfWall, writeTimeOfDay, type Day, type Wall } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import { sayZone, type Look } from './look.ts'
import { wrap } from './wrap.ts'

/** Times as whoever looks reads them: in their zone, with a word where its clock changes. */
export class Clock {
  readonly #look: Look
  readonly #seen = new Map<Day, OffsetChange>()

  constructor(look: Look) {
    this.#look = look
  }

  /** `Mon 30 Nov 16:00`, with a `*` behind it on a day on which the clock changes. */
  say(at: Instant): string {
    const { zone, now } = this.#look
    return sayTime(zone, at, now) + this.#mark(at)
  }

  /** The same with the year: for what is written today and read next year. */
  sayFull(at: Instant): string {
    return sayFullTime(this.#look.zone, at) + this.#mark(at)
  }

  /** What the marks mean, and the zone of all times: the end of an answer. */
  explain(): string {
    return this.marks() + wrap(sayZone(this.#look), this.#look.width)
  }

  /** What the marks mean, a line each; empty where there were none. */
  marks(): string {
    const { paint, width } = this.#look
    return [...this.#seen]
      .sort(([a], [b]) => a - b)
      .map(([, change]) => wrap(paint.faint(`* ${this.#sayChange(change)}`), width))
      .join('')
  }

  /** `*`; and the offset where the clock shows that time twice. */
  #mark(at: Instant): string {
    const { zone } = this.#look
    const day = dayOfWall(zone.wallAt(at))
    const change = this.#seen.get(day) ?? changeOn(zone, day)
    if (change === undefined) return ''
    this.#seen.set(day, change)
    const wall = zone.wallAt(at)
    const twice = wall >= change.at + change.after && wall < change.at + change.before
    return twice ? ` (${sayOffset(zone, at)})*` : '*'
  }

  /** `Sun 28 Mar: the clock goes forward from 02:00 to 03:00, UTC+2 from then on.` */
  #sayChange({ at, before, after }: OffsetChange): string {
    const { zone, now } = this.#look
    const [from, to] = [at + before, at + after]
    const times =
      dayOfWall(from) === dayOfWall(to)
        ? `from ${timeOf(from)} to ${timeOf(to)}`
        : `from ${sayDay(dayOfWall(from))} ${timeOf(from)} to ${sayDay(dayOfWall(to))} ${timeOf(to)}`
    const way = after > before ? 'forward' : 'back'
    const offset = sayOffset(zone, at)
    return `${sayDate(zone, at, now)}: the clock goes ${way} ${times}, ${offset} from then on.`
  }
}

function changeOn(zone: Zone, day: Day): OffsetChange | undefined {
  return zone.changesIn({ start: startOfDay(zone, day), end: startOfDay(zone, day + 1) })[0]
}

function timeOf(wall: Wall): string {
  return writeTimeOfDay(timeOfWall(wall))
}
