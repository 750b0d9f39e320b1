/** Times as they would be written in the YAML, so that they are read as the same instants. */
import { DAY } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { dayOfWall, writeDay, writeUtc, writeWall, writeWallShort } from '../../time/wall.ts'
import type { DayRange, Moment } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import { word, type Yaml } from './emit.ts'

/** `2026-12-24` or `2026-12-24..2027-01-01` */
export function rangeText({ first, last }: DayRange): string {
  return first === last ? writeDay(first) : `${writeDay(first)}..${writeDay(last)}`
}

/** Two times of one thing, either of which may be missing, under their keys. */
export function pairOf<K extends string>(
  times: { readonly [key in K]?: Moment | undefined },
  [first, last]: readonly [K, K],
  zone: Zone,
): { [key in K]?: Yaml | undefined } {
  const [a, b] = [times[first], times[last]]
  // What a clock change puts in the wrong order on the wall is said as fixed instants.
  const isFixed = a !== undefined && b !== undefined && a.wall >= b.wall
  const say = (moment: Moment | undefined): Yaml | undefined =>
    moment && word(isFixed ? writeUtc(moment.instant) : momentText(moment, zone))
  return { [first]: say(a), [last]: say(b) } as { [key in K]?: Yaml | undefined }
}

/** `2026-11-30 16:00`, a date alone for its midnight, or the instant where the wall clock shows that time twice. */
export function momentText({ wall, instant }: Moment, zone: Zone): string {
  if (zone.instantAt(wall) !== instant) return writeUtc(instant)
  return writeWallShort(wall)
}

/**
 * `on` for whole days, else `from` and `to`; midnight with its time, since a date alone behind `to` is often a
 * mistake. `isDateTo` keeps it a date all the same.
 */
export function stretchEntries(
  { start, end }: Interval,
  zone: Zone,
  isDateTo = false,
): Record<string, Yaml> {
  const [from, to] = [zone.wallAt(start), zone.wallAt(end)]
  const [first, last] = [dayOfWall(from), dayOfWall(to) - 1]
  const isDay = (day: number, at: number): boolean => zone.instantAt(day * DAY) === at
  if (!isDateTo && first <= last && isDay(first, start) && isDay(last + 1, end)) {
    return { on: word(rangeText({ first, last })) }
  }
  const texts = stretchTexts({ start, end }, zone)
  return {
    from: word(texts.from),
    to: word(isDateTo ? writeDay(dayOfWall(to)) : texts.to),
  }
}

/**
 * The wall-clock times of a stretch: as instants where the clock shows that time twice and would be read as the other
 * one, and both where a clock change puts them in the wrong order on the wall.
 */
export function stretchTexts({ start, end }: Interval, zone: Zone): { from: string; to: string } {
  const [from, to] = [zone.wallAt(start), zone.wallAt(end)]
  const say = (wall: number, at: number): string =>
    from >= to || zone.instantAt(wall) !== at ? writeUtc(at) : writeWall(wall)
  return { from: say(from, start), to: say(to, end) }
}
