/** Times as a zone's clock shows them, by what the browser knows of zones. A wall time is ms as if it were UTC. */

/** A minute in milliseconds. */
export const MINUTE = 60_000
/** An hour in milliseconds. */
export const HOUR = 60 * MINUTE
/** A day in milliseconds. */
export const DAY = 24 * HOUR

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Offsets change at a quarter of an hour (UTC) and nowhere else, in all years that a page shows. */
export const QUARTER = 15 * MINUTE

/** The clock of a zone: what it shows at an instant, and when it shows something. */
export class Clock {
  readonly zone: string
  /** False where the browser has never heard of the zone: then it shows UTC. */
  readonly isKnown: boolean
  readonly #format: Intl.DateTimeFormat
  readonly #offsets = new Map<number, number>()

  private constructor(zone: string) {
    this.zone = zone
    const format = formatFor(zone)
    this.isKnown = format !== undefined
    this.#format = format ?? (formatFor('UTC') as Intl.DateTimeFormat)
  }

  static readonly #made = new Map<string, Clock>()

  static of(zone: string): Clock {
    let clock = Clock.#made.get(zone)
    if (clock === undefined) Clock.#made.set(zone, (clock = new Clock(zone)))
    return clock
  }

  /** Milliseconds that the clock is ahead of UTC. */
  offsetAt(at: number): number {
    const quarter = Math.floor(at / QUARTER)
    let offset = this.#offsets.get(quarter)
    if (offset === undefined) {
      offset = this.#ask(quarter * QUARTER)
      this.#offsets.set(quarter, offset)
    }
    return offset
  }

  wallAt(at: number): number {
    return at + this.offsetAt(at)
  }

  dayAt(at: number): number {
    return Math.floor(this.wallAt(at) / DAY)
  }

  /** The first instant that shows a wall time; one that is skipped is read with the offset before the change. */
  instantAt(wall: number): number {
    const before = this.offsetAt(wall - DAY)
    if (this.offsetAt(wall - before) === before) return wall - before
    const after = this.offsetAt(wall + DAY)
    return this.offsetAt(wall - after) === after ? wall - after : wall - before
  }

  /** The instant at which a day begins: where midnight is skipped, that of the change. */
  startOf(day: number): number {
    return this.instantAt(day * DAY)
  }

  /** `16:00` */
  time(at: number): string {
    return timeOfDay(this.wallAt(at))
  }

  /** `Mon 30 Nov`; with the year where that is not the year of `now`. */
  date(at: number, now: number): string {
    return sayDay(this.dayAt(at), yearOf(this.dayAt(now)))
  }

  /** `Mon 30 Nov 16:00` */
  say(at: number, now: number): string {
    return `${this.date(at, now)} ${this.time(at)}`
  }

  /** `16:00` where that is today, else `Mon 30 Nov 16:00` */
  soon(at: number, now: number): string {
    return this.dayAt(at) === this.dayAt(now) ? this.time(at) : this.say(at, now)
  }

  /** `Mon 30 Nov 16:00 to 20:00`, the second date where it is another. */
  range(start: number, end: number, now: number): string {
    if (end === Infinity) return `${this.say(start, now)}, without end`
    const sameDay = this.dayAt(start) === this.dayAt(end)
    return `${this.say(start, now)} to ${sameDay ? this.time(end) : this.say(end, now)}`
  }

  /** Whole days, the last one included: `Fri 25 Dec`, `Thu 24 Dec to Fri 1 Jan 2027` */
  days(start: number, end: number, now: number): string {
    const [first, last] = [this.date(start, now), this.date(end - 1, now)]
    return first === last ? first : `${first} to ${last}`
  }

  /** `UTC+1`, `UTC-3:30` */
  offsetName(at: number): string {
    const offset = this.offsetAt(at)
    if (offset === 0) return 'UTC'
    const minutes = Math.abs(offset) / MINUTE
    const rest = Math.floor(minutes % 60)
    const more = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`
    return `UTC${offset < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${more}`
  }

  #ask(at: number): number {
    const parts: Record<string, number> = {}
    for (const { type, value } of this.#format.formatToParts(at)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - at
  }
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric'
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  } catch {
    return undefined
  }
}

/** The zone of whoever looks. */
export function viewersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** The time of day of a wall time, as `16:00`. */
export function timeOfDay(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16)
}

/** A day is counted from 1970-01-01. */
export function sayDay(day: number, year?: number): string {
  const date = new Date(day * DAY)
  const short = `${WEEKDAYS[weekdayOf(day)]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
  return yearOf(day) === year ? short : `${short} ${yearOf(day)}`
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The day of the month of a day. */
export function dateOf(day: number): number {
  return new Date(day * DAY).getUTCDate()
}

/** The year of a day. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear()
}

/** `November 2026`, or `Nov` */
export function sayMonth(day: number, room: 'long' | 'short'): string {
  const date = new Date(day * DAY)
  if (room === 'short') return MONTHS[date.getUTCMonth()] ?? ''
  return date.toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
}

/** The short name of the weekday of a day. */
export function weekdayName(day: number): string {
  return WEEKDAYS[weekdayOf(day)] ?? ''
}

/** `6 d 4 h`, `3 h 20 min`, `15 min`: the two largest units. */
export function sayElapsed(time: number): string {
  const days = Math.floor(time / DAY)
  const hours = Math.floor((time % DAY) / HOUR)
  const minutes = Math.floor((time % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  return `${minutes} min`
}
