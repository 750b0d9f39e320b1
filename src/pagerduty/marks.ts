/** Which items of a schedule have their fingerprint in its marker, and a marker that holds more of them. */
import type { Instant } from '../time/instant.ts'
import { MOST, printOf, readMarker, writeMarker, type Cause } from './marker.ts'
import type { Remote } from './remote.ts'
import type { Foreign } from './schedule-plan.ts'

const CAUSES: readonly Cause[] = ['turn', 'override']

/** The fingerprints that items have once the file says them. */
export function printsOf(items: readonly Foreign[]): string[] {
  return items.map((one) => printOf(patchOf(one), 'override'))
}

/** All that lies on what turns give, and has not ended. */
export function itemsOf(remote: Remote, now: Instant): Foreign[] {
  const all = remote.kind === 'shifts' ? [...remote.customs, ...remote.overrides] : remote.overrides
  return all.filter(({ end }) => end > now)
}

export function isUnmarked(item: Foreign, { description }: Pick<Remote, 'description'>): boolean {
  const { marker } = readMarker(description)
  return printsHad(item, marker?.prints ?? new Set()).length === 0
}

/**
 * A schedule's description with fingerprints more. Those that were there stay, since they may be of what lies further
 * ahead than anybody looked; only where there is no room are those dropped whose items are nowhere to be seen.
 */
export function markedWith(remote: Remote, added: ReadonlySet<string>, now: Instant): string {
  const { marker, before } = readMarker(remote.description)
  if (marker === undefined) return remote.description
  const items = itemsOf(remote, now)
  const fresh = items.flatMap((one) => printsHad(one, added))
  const all = writeMarker(before, { ...marker, prints: new Set([...marker.prints, ...fresh]) })
  if (Array.from(all).length <= MOST) return all
  const seen = items.flatMap((one) => printsHad(one, marker.prints))
  return writeMarker(before, { ...marker, prints: new Set([...seen, ...fresh]) })
}

/** The fingerprints of an item that are among some. */
export function printsHad(item: Foreign, prints: ReadonlySet<string>): string[] {
  const patch = patchOf(item)
  return CAUSES.map((cause) => printOf(patch, cause)).filter((print) => prints.has(print))
}

/** What an item does, for its fingerprint. */
export function patchOf(one: Foreign): Parameters<typeof printOf>[0] {
  return 'instead' in one
    ? { end: one.end, user: one.user, instead: one.instead, on: one.lane ?? one.custom ?? '' }
    : { end: one.end, user: one.user, instead: null, on: '' }
}
