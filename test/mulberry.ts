/** Numbers by chance, the same for the same beginning (Mulberry32). */

/** Numbers from 0 up to, without, 1. */
export function mulberry32(beginning: number): () => number {
  let state = beginning >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
