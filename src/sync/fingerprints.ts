/** Fingerprints in a marker: which items of a schedule have theirs there, and which a marker is to hold. */
import type { Instant } from '../time/instant.ts'
import { printOf, type Cause } from './fingerprint.ts'
import { readMarker, writeMarker, type Marker } from './marker.ts'
import { isByItself, type Item, type Schedule } from './schedule.ts'

const CAUSES: readonly Cause[] = ['turn', 'override']

/** The set without a fingerprint. */
export const NO_PRINTS: ReadonlySet<string> = new Set()

/** The fingerprints that items have once the file says them. */
export function printsOf(items: readonly Item[]): string[] {
  return items.map((one) => printOf(one, 'override'))
}

/** The items of a schedule that have not ended. */
export function itemsOf({ items }: Schedule, now: Instant): Item[] {
  return items.filter(({ end }) => end > now)
}

/** Whether an item has no fingerprint in its schedule's marker. */
export function isUnmarked(item: Item, { description }: Pick<Schedule, 'description'>): boolean {
  const { marker } = readMarker(description)
  return printsHad(item, marker?.prints ?? NO_PRINTS).length === 0
}

/**
 * The fingerprints of a marker whose items are nowhere to be seen: whoever makes such an item again by hand would lose
 * it. Those of items that have ended do no harm, since nobody can make them again.
 */
export function lingeringIn({ prints }: Marker, { items, beyond }: Schedule): ReadonlySet<string> {
  const left = new Set(prints)
  for (const one of [...items, ...beyond]) {
    for (const print of printsOnce(one, prints)) left.delete(print)
  }
  return left
}

/** The number of items of a schedule that have their fingerprint in its own marker. */
export function printsHeld({ items, description }: Schedule): number {
  const { marker } = readMarker(description)
  return items.filter((one) => printsOnce(one, marker?.prints ?? NO_PRINTS).length > 0).length
}

/** The fingerprints of a marker whose items lie further ahead than was looked at otherwise. */
export function printsAhead(
  prints: ReadonlySet<string>,
  { beyond }: Pick<Schedule, 'beyond'>,
  now: Instant,
): string[] {
  return beyond.filter(({ end }) => end > now).flatMap((one) => printsHad(one, prints))
}

/**
 * The description of a schedule with fingerprints more, and without those whose items are gone. Where there is no room
 * for `most` characters, those whose items are nowhere to be seen are dropped too.
 */
export function markedWith(
  schedule: Schedule,
  added: ReadonlySet<string>,
  now: Instant,
  most: number,
): string {
  const { marker, before } = readMarker(schedule.description)
  if (marker === undefined) return schedule.description
  const items = itemsOf(schedule, now)
  const fresh = items.flatMap((one) => printsHad(one, added))
  const lingering = lingeringIn(marker, schedule)
  const kept = [...marker.prints].filter((print) => !lingering.has(print))
  const all = writeMarker(before, { ...marker, prints: new Set([...kept, ...fresh]) })
  if (Array.from(all).length <= most) return all
  const seen = items.flatMap((one) => printsHad(one, marker.prints))
  return writeMarker(before, { ...marker, prints: new Set([...seen, ...fresh]) })
}

/** The fingerprints of an item that are among some. */
export function printsHad(item: Item, prints: ReadonlySet<string>): string[] {
  if (prints.size === 0) return []
  return CAUSES.map((cause) => printOf(item, cause)).filter((print) => prints.has(print))
}

/**
 * The same, with those that an item that replaces somebody had when its schedule was of a kind in which nobody is
 * named whom an override replaces.
 */
export function printsOnce(item: Item, prints: ReadonlySet<string>): string[] {
  const { id, start, end, user } = item
  const once = isByItself(item) ? [] : printsHad({ id, start, end, user }, prints)
  return [...printsHad(item, prints), ...once]
}
