/** Which items of a schedule have their fingerprint in its marker, and a marker that holds more of them. */
import type { Instant } from '../time/instant.ts'
import { MOST, printOf, readMarker, writeMarker, type Cause, type Marker } from './marker.ts'
import type { Remote } from './remote.ts'
import type { Foreign } from './schedule-plan.ts'

const CAUSES: readonly Cause[] = ['turn', 'override']

/** The fingerprints that items have once the file says them. */
export function printsOf(items: readonly Foreign[]): string[] {
  return items.map((one) => printOf(patchOf(one), 'override'))
}

/** All that lies on what turns give, and has not ended. */
export function itemsOf(remote: Remote, now: Instant): Foreign[] {
  return itemsIn(remote).filter(({ end }) => end > now)
}

function itemsIn(remote: Remote): readonly Foreign[] {
  return remote.kind === 'shifts' ? [...remote.customs, ...remote.overrides] : remote.overrides
}

export function isUnmarked(item: Foreign, { description }: Pick<Remote, 'description'>): boolean {
  const { marker } = readMarker(description)
  return printsHad(item, marker?.prints ?? new Set()).length === 0
}

/**
 * Fingerprints of the marker whose items are nowhere to be seen: whoever makes such an item again by hand would lose
 * it. Those of items that have ended do no harm, since nobody can make them again.
 */
export function lingeringIn({ prints }: Marker, remote: Remote): ReadonlySet<string> {
  const left = new Set(prints)
  for (const one of [...itemsIn(remote), ...remote.beyond]) {
    for (const print of printsOnce(one, prints)) left.delete(print)
  }
  return left
}

/** How many items of a schedule have their fingerprint in its own marker. */
export function printsHeld(remote: Remote): number {
  const { marker } = readMarker(remote.description)
  return itemsIn(remote).filter((one) => printsOnce(one, marker?.prints ?? new Set()).length > 0)
    .length
}

/** Fingerprints of the marker whose items lie further ahead than was looked at otherwise. */
export function printsAhead(
  prints: ReadonlySet<string>,
  { beyond }: Pick<Remote, 'beyond'>,
  now: Instant,
): string[] {
  return beyond.filter(({ end }) => end > now).flatMap((one) => printsHad(one, prints))
}

/**
 * A schedule's description with fingerprints more, and without those whose items are gone. Where there is no room
 * those whose items are nowhere to be seen are dropped too.
 */
export function markedWith(remote: Remote, added: ReadonlySet<string>, now: Instant): string {
  const { marker, before } = readMarker(remote.description)
  if (marker === undefined) return remote.description
  const items = itemsOf(remote, now)
  const fresh = items.flatMap((one) => printsHad(one, added))
  const lingering = lingeringIn(marker, remote)
  const kept = [...marker.prints].filter((print) => !lingering.has(print))
  const all = writeMarker(before, { ...marker, prints: new Set([...kept, ...fresh]) })
  if (Array.from(all).length <= MOST) return all
  const seen = items.flatMap((one) => printsHad(one, marker.prints))
  return writeMarker(before, { ...marker, prints: new Set([...seen, ...fresh]) })
}

/** The fingerprints of an item that are among some. */
export function printsHad(item: Foreign, prints: ReadonlySet<string>): string[] {
  return printsAmong(patchOf(item), prints)
}

/**
 * The same, with those that an override of a shift-based schedule had when PagerDuty's schedule was layer-based,
 * since nobody was named then whom it replaces.
 */
export function printsOnce(item: Foreign, prints: ReadonlySet<string>): string[] {
  const { end, user } = item
  const once = 'instead' in item ? printsAmong({ end, user, instead: null, on: '' }, prints) : []
  return [...printsHad(item, prints), ...once]
}

function printsAmong(patch: Parameters<typeof printOf>[0], prints: ReadonlySet<string>): string[] {
  return CAUSES.map((cause) => printOf(patch, cause)).filter((print) => prints.has(print))
}

/** What an item does, for its fingerprint. */
export function patchOf(one: Foreign): Parameters<typeof printOf>[0] {
  return 'instead' in one
    ? { end: one.end, user: one.user, instead: one.instead, on: one.lane ?? one.custom ?? '' }
    : { end: one.end, user: one.user, instead: null, on: '' }
}
