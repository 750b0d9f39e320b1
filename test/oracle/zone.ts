/**
 * Zone arithmetic for the oracle, from Intl alone. Instants are epoch milliseconds; a wall clock is the same kind of
 * number, read as if the zone were UTC, so that 09:00 on a day is the day's number plus nine hours.
 */

export const MINUTE = 60_000
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

const BUCKET = 6 * HOUR
const formats = new Map<string, Intl.DateTimeFormat>()
const exact = new Map<string, Map<number, number>>()
const buckets = new Map<string, Map<number, number | null>>()
const known = new Map<string, Map<number, number>>()

/** What a zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  if (zone === 'UTC') return 0
  // No zone changes twice within six hours: equal at both ends is equal between.
  const bucket = Math.floor(instant / BUCKET)
  const even = remember(buckets, zone, bucket, () => {
    const first = ask(zone, bucket * BUCKET)
    return first === ask(zone, (bucket + 1) * BUCKET) ? first : null
  })
  return even ?? ask(zone, instant)
}

/** The wall clock of a zone at an instant. */
export function wallAt(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant)
}

/** The instant of a wall clock: the first of two; one that is skipped is read with the offset before the change. */
export function instantOf(zone: string, wall: number): number {
  return remember(known, zone, wall, () => {
    const offsets = new Set<number>()
    for (let around = -30 * HOUR; around <= 30 * HOUR; around += 3 * HOUR)
      offsets.add(offsetAt(zone, wall + around))
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

/** The instants between two at which the zone's offset changes, in order. */
export function changesOf(zone: string, from: number, to: number): number[] {
  const changes: number[] = []
  for (let at = from; at < to; at += 5 * DAY) {
    let before = at
    let after = at + 5 * DAY
    if (offsetAt(zone, before) === offsetAt(zone, after)) continue
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (offsetAt(zone, middle) === offsetAt(zone, at)) before = middle
      else after = middle
    }
    changes.push(after)
  }
  return changes
}

function ask(zone: string, instant: number): number {
  return remember(exact, zone, instant, () => {
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
  })
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
