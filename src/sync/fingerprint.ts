/** The fingerprint of an item: four letters that say what it does, by which rotate knows its own again. */
import { SECOND, type Instant } from '../time/instant.ts'

/** Why an item is there: turns alone put somebody there, or an override of the file did; the guard must tell them apart. */
export type Cause = 'turn' | 'override'

/** What an item does, as far as its fingerprint tells: until when, who, instead of whom, and on what it hangs. */
export interface Deed {
  readonly end: Instant
  readonly user: string | null
  readonly instead?: string | null
  /** A swap made by hand may differ in nothing else. */
  readonly on?: string | undefined
}

/** The characters of a fingerprint. */
export const PRINT = 4

/** The fingerprint of an item that is there for a cause. */
export function printOf({ end, user, instead, on = '' }: Deed, cause: Cause): string {
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
