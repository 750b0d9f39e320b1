/** Words without what keyboards lack. */

/** `Sao Paulo`, of `São Paulo`. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** Small letters without accents: what is alike when people name something. */
export function plainly(word: string): string {
  return withoutAccents(word).trim().toLowerCase()
}
