/**
 * The marker in a schedule's description: whose it is, and fingerprints of the patches that rotate made. It is all
 * that tells rotate's own from what people did by hand, since cron and CI remember nothing.
 */
import type { Instant } from '../time/instant.ts'
import { SECOND } from '../time/instant.ts'

export interface Marker {
  readonly team: string
  readonly rotation: string
  /** Four letters each. */
  readonly prints: ReadonlySet<string>
}

/** Whether turns alone put it there, or an override of the file did; the guard must tell them apart. */
export type Cause = 'turn' | 'override'

/** What a patch does, however it is made: until when, who, and instead of whom (nobody for a custom shift). */
export interface Patch {
  readonly end: Instant
  readonly user: string | null
  readonly instead: string | null
  /** The rotation or custom shift that it hangs on; a swap made by hand may differ in nothing else. */
  readonly on: string
}

/** The most characters that a description of a shift-based schedule holds. */
export const MOST = 1024
/** The characters of a fingerprint. */
export const PRINT = 4

const LINE = /\n*\[rotate ([^\s/\]]+)\/([^\s/\]]+)(?: ([A-Za-z0-9_-]*))?\]\s*$/

/** The marker of a description, and the text before it. */
export function readMarker(description: string): {
  readonly marker: Marker | undefined
  readonly before: string
} {
  const found = LINE.exec(description)
  if (found === null) return { marker: undefined, before: description.trimEnd() }
  const [, team = '', rotation = '', letters = ''] = found
  return {
    marker: {
      team: decoded(team),
      rotation: decoded(rotation),
      prints: new Set(letters.match(/.{4}/g) ?? []),
    },
    before: description.slice(0, found.index).trimEnd(),
  }
}

/** The text that people wrote with the marker behind it. */
export function writeMarker(before: string, { team, rotation, prints }: Marker): string {
  const letters = [...prints].sort().join('')
  const items = letters === '' ? '' : ` ${letters}`
  const line = `[rotate ${encodeURIComponent(team)}/${encodeURIComponent(rotation)}${items}]`
  return before === '' ? line : `${before}\n\n${line}`
}

export function printOf({ end, user, instead, on }: Patch, cause: Cause): string {
  const seconds = Math.round(end / SECOND)
  const words = [seconds, user ?? '-', instead ?? '-', on, cause].join(' ')
  return letters(hash(words))
}

/** FNV-1a, then stirred, since only 24 of its bits are kept. */
function hash(words: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < words.length; i += 1) {
    sum = Math.imul(sum ^ words.charCodeAt(i), 0x01000193)
  }
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function letters(number: number): string {
  return [18, 12, 6, 0].map((shift) => ALPHABET.charAt((number >>> shift) & 63)).join('')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
