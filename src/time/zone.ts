/**
 * A time zone, as a table of the changes of its offset. The table is found from what Node knows (Intl), a
 * stretch at a time and only where it is asked for; after that nothing here asks Intl again.
 */
import { DAY, HOUR, SECOND, type Instant } from './instant.ts'
import type { Interval } from './interval.ts'
import type { Wall } from './wall.ts'

/** A change of the clock: from the instant `at` on the offset is `after`, until then it was `before` (ms). */
export interface OffsetChange {
  readonly at: Instant
  readonly before: number
  readonly after: number
}

/** A stretch of the table: the offset at its beginning and its changes. */
interface ChangesWithin {
  readonly offset: number
  readonly changes: readonly OffsetChange[]
}

/** How much of the table is worked out at once. */
const STRETCH = 200 * DAY

/** The last stretch, either way from 1970, that lies wholly within what ECMAScript's dates (and Intl) reach. */
const LAST_STRETCH = Math.floor(8.64e15 / STRETCH) - 1

/** No zone has changed and changed back in less than a week since 1970 (Recife took seven days, in 2000). */
const STEP = 5 * DAY

/** Further from UTC than any zone has been since 1970. */
const FURTHEST = 16 * HOUR

export class Zone {
  /** As it was written; a link (`US/Eastern`) keeps its own name. */
  readonly name: string
  readonly #offsetIn: (instant: Instant) => number
  readonly #stretches = new Map<number, ChangesWithin>()

  /** The piece last looked at: no change from `#from` up to `#until`. Most questions come in order. */
  #from = 0
  #until = 0
  #offset = 0

  /** Instants, sorted, at which the offset may change for other reasons than those of a place on earth. */
  readonly #breaks: readonly Instant[]

  constructor(
    name: string,
    offsetIn: (instant: Instant) => number,
    breaks: readonly Instant[] = [],
  ) {
    this.name = name
    this.#offsetIn = offsetIn
    this.#breaks = breaks
  }

  /** What it is called then. */
  nameAt(_instant: Instant): string {
    return this.name
  }

  /** Milliseconds that the wall clock is ahead of UTC. */
  offsetAt(instant: Instant): number {
    if (instant < this.#from || instant >= this.#until) this.#look(instant)
    return this.#offset
  }

  /** What the wall clock shows. */
  wallAt(instant: Instant): Wall {
    return instant + this.offsetAt(instant)
  }

  /**
   * The instant at which the wall clock shows `wall`. A time that a clock change skips is read with the offset
   * in force before it; one that occurs twice is the first (RFC 5545, section 3.3.5).
   */
  instantAt(wall: Wall): Instant {
    if (wall - FURTHEST >= this.#from && wall + FURTHEST < this.#until) return wall - this.#offset
    let before = this.offsetAt(wall - FURTHEST)
    for (;;) {
      const instant = wall - this.#offset
      if (instant < this.#until || this.#until === Infinity) {
        return instant >= this.#from ? instant : wall - before
      }
      before = this.#offset
      this.#look(this.#until)
    }
  }

  /** The changes of the clock at instants in `within`, in order. */
  changesIn(within: Interval): OffsetChange[] {
    const found: OffsetChange[] = []
    for (let n = Math.floor(within.start / STRETCH); n * STRETCH < within.end; n += 1) {
      for (const change of this.#stretch(n).changes) {
        if (change.at >= within.start && change.at < within.end) found.push(change)
      }
    }
    return found
  }

  #look(instant: Instant): void {
    const n = Math.min(Math.max(Math.floor(instant / STRETCH), -LAST_STRETCH), LAST_STRETCH)
    const stretch = this.#stretch(n)
    // Beyond what can be asked, up to Infinity, the clock is taken to stay as it is.
    this.#from = n === -LAST_STRETCH ? -Infinity : n * STRETCH
    this.#until = n === LAST_STRETCH ? Infinity : (n + 1) * STRETCH
    this.#offset = stretch.offset
    for (const change of stretch.changes) {
      if (change.at > instant) {
        this.#until = change.at
        break
      }
      this.#from = change.at
      this.#offset = change.after
    }
  }

  #stretch(n: number): ChangesWithin {
    let stretch = this.#stretches.get(n)
    if (stretch === undefined) {
      stretch = this.#work(n * STRETCH, (n + 1) * STRETCH)
      this.#stretches.set(n, stretch)
    }
    return stretch
  }

  #work(start: Instant, end: Instant): ChangesWithin {
    const changes: OffsetChange[] = []
    // A change at the very start belongs to this stretch, so look from one second before it.
    let from = start - SECOND
    let before = this.#offsetIn(from)
    for (let to = start; ; to = this.#stepAfter(to, end - SECOND)) {
      const after = this.#offsetIn(to)
      this.#narrow(from, before, to, after, changes)
      if (to >= end - SECOND) break
      from = to
      before = after
    }
    const first = changes[0]
    return { offset: first === undefined ? before : first.before, changes }
  }

  /** Where the offset is asked for next. */
  #stepAfter(from: Instant, last: Instant): Instant {
    const next = Math.min(from + STEP, last)
    return this.#breaks.find((at) => at > from && at < next) ?? next
  }

  /** Halves the way from one offset to another until the second of each change is found. */
  #narrow(a: Instant, before: number, b: Instant, after: number, found: OffsetChange[]): void {
    if (before === after) return
    if (b - a <= SECOND) {
      found.push({ at: b, before, after })
      return
    }
    const middle = a + Math.floor((b - a) / 2 / SECOND) * SECOND
    const offset = this.#offsetIn(middle)
    this.#narrow(a, before, middle, offset, found)
    this.#narrow(middle, offset, b, after, found)
  }
}

export const UTC: Zone = new Zone('UTC', () => 0)

const known = new Map<string, Zone | undefined>([['UTC', UTC]])

/**
 * The zone of that name in the IANA database, in any case, links included; undefined where there is none.
 * An offset (`+01:00`) is no zone: it knows no clock changes.
 */
export function zoneNamed(name: string): Zone | undefined {
  if (!known.has(name)) known.set(name, makeZone(name))
  return known.get(name)
}

/** Names that Intl takes but the IANA database has not; to Intl, `BST` is Dhaka and `IST` Calcutta. */
const NOT_IANA =
  /^(act|aet|agt|art|ast|bet|bst|cat|cnt|cst|ctt|eat|ect|iet|ist|jst|mit|net|nst|plt|pnt|prt|pst|sst|vst|systemv\/.*)$/i

function makeZone(name: string): Zone | undefined {
  if (!/^[a-z]/i.test(name) || NOT_IANA.test(name)) return undefined
  if (/^(etc\/)?(utc|uct|zulu|universal)$/i.test(name)) return new Zone(name, () => 0)
  const offsetIn = quickOffsets(name) ?? intlOffsets(name)
  return offsetIn && new Zone(name, offsetIn)
}

/** Finds the offsets (ms) of a zone; undefined where it cannot, or is not sure that there is such a zone. */
export type OffsetSource = (name: string) => ((instant: Instant) => number) | undefined

let quickOffsets: OffsetSource = () => undefined

/** Puts another source before Intl, for a program that starts often: Intl alone costs as much as all the rest. */
export function askFirst(source: OffsetSource): void {
  quickOffsets = source
}

const intlOffsets: OffsetSource = (name) => {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
    return (instant) => readOffset(format.format(instant))
  } catch {
    return undefined
  }
}

/** Reads the end of `1/1/1970, GMT-00:44:30`; of UTC it is just `GMT`. */
function readOffset(text: string): number {
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (found === null) throw new Error(`unexpected offset in '${text}'`)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND
  return sign === '-' ? -offset : offset
}
