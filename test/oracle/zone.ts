/**
 * Zone arithmetic for the oracle, from Intl alone. Instants are epoch milliseconds; a wall clock is the same kind of
 * number, read as if the zone were UTC, so that 09:00 on a day is the day's number plus nine hours.
 */

export const MINUTE = 60_000
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

/** No zone changes twice within six days: the closest that any came was seven, Boa Vista in October 2000. */
const STRETCH = 5 * DAY

/** A stretch of five days: what the zone is ahead of UTC, and from when on it is something else. */
interface Stretch {
  readonly before: number
  readonly change: number
  readonly after: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const stretches = new Map<string, Map<number, Stretch>>()
const known = new Map<string, Map<number, number>>()
const near = new Map<string, Map<number, Set<number>>>()

/** What a zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  if (zone === 'UTC') return 0
  const { before, change, after } = stretchAt(zone, instant)
  return instant < change ? before : after
}

function stretchAt(zone: string, instant: number): Stretch {
  const which = Math.floor(instant / STRETCH)
  return remember(stretches, zone, which, () => {
    let first = which * STRETCH
    let last = first + STRETCH
    const [before, after] = [ask(zone, first), ask(zone, last)]
    if (before === after) return { before, change: Infinity, after }
    while (last - first > 1000) {
      const middle = Math.floor((first + last) / 2000) * 1000
      if (ask(zone, middle) === before) first = middle
      else last = middle
    }
    return { before, change: last, after }
  })
}

/** The wall clock of a zone at an instant. */
export function wallAt(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant)
}

/** The instant of a wall clock: the first of two; one that is skipped is read with the offset before the change. */
export function instantOf(zone: string, wall: number): number {
  if (zone === 'UTC') return wall
  const day = Math.floor(wall / DAY)
  const offsets = remember(near, zone, day, () => offsetsNear(zone, day))
  const [only] = offsets
  if (offsets.size === 1) return wall - only!
  return remember(known, zone, wall, () => {
    const hits = [...offsets].map((offset) => wall - offset).filter((t) => wallAt(zone, t) === wall)
    if (hits.length > 0) return Math.min(...hits)
    // Skipped: close in on the change, whose last millisecond before has the offset wanted.
    let before = wall - 30 * HOUR
    let after = wall + 30 * HOUR
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (wallAt(zone, middle) < wall) before = middle
      else after = middle
    }
    return wall - offsetAt(zone, before)
  })
}

/** Every offset by which a wall clock of a day could be meant: no zone is more than a day and six hours from UTC. */
function offsetsNear(zone: string, day: number): Set<number> {
  const offsets = new Set<number>()
  for (let at = day * DAY - 30 * HOUR; at <= (day + 1) * DAY + 30 * HOUR; at += 3 * HOUR)
    offsets.add(offsetAt(zone, at))
  return offsets
}

/** The instants between two at which the zone's offset changes, in order. */
export function changesOf(zone: string, from: number, to: number): number[] {
  const changes: number[] = []
  for (let at = from; at < to + STRETCH; at += STRETCH) {
    const { change } = stretchAt(zone, at)
    if (from < change && change < to) changes.push(change)
  }
  return changes
}

function ask(zone: string, instant: number): number {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const second = Math.floor(instant / 1000) * 1000
  const part = new Map(format.formatToParts(second).map((p) => [p.type, Number(p.value)]))
  const at = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0
  const date = Date.UTC(at('year'), at('month') - 1, at('day'))
  return date + at('hour') * HOUR + at('minute') * MINUTE + at('second') * 1000 - second
}

function remember<V>(
  memory: Map<string, Map<number, V>>,
  zone: string,
  key: number,
  make: () => V,
): V {
  let ofZone = memory.get(zone)
  if (ofZone === undefined) memory.set(zone, (ofZone = new Map<number, V>()))
  const found = ofZone.get(key)
  if (found !== undefined) return found
  const made = make()
  ofZone.set(key, made)
  return made
}
