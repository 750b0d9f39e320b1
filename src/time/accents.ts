/** Words without what keyboards lack. */

/** `Sao Paulo`, of `São Paulo`. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
