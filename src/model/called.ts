/** What a word means that somebody types for a person, a rotation or a meeting: an id, a name, an address, a part of a name. */
import { withoutAccents } from '../time/accents.ts'

/** What goes by an id and a name. */
export interface Called {
  readonly id: string
  readonly name: string
  readonly email?: string
}

/**
 * All that a word may mean, by the surest way in which it means any: the id as it is written; an id, a name or an address
 * whole, in any case and without accents; whole words of a name; the beginnings of its words, two letters at least.
 */
export function meantBy<T extends Called>(word: string, all: Iterable<T>): readonly T[] {
  const each = [...all]
  const exact = each.filter(({ id }) => id === word)
  if (exact.length > 0) return exact
  const plain = plainly(word).replace(/^@/, '')
  const parts = wordsOf(plain)
  if (parts.length === 0) return []
  for (const isMeant of [
    (one: T) => goesBy(one, word),
    (one: T) => parts.every((part) => spoken(one).includes(part)),
    (one: T) =>
      parts.every((part) => part.length > 1 && spoken(one).some((own) => own.startsWith(part))),
  ]) {
    const found = each.filter(isMeant)
    if (found.length > 0) return found
  }
  return []
}

/** Whether a word is an id, a name or an address whole, in any case and without accents. */
export function goesBy({ id, name, email = '' }: Called, word: string): boolean {
  const plain = plainly(word).replace(/^@/, '')
  return plain !== '' && [id, name, email].some((text) => plainly(text) === plain)
}

/** The words of an id and of a name. */
function spoken({ id, name }: Called): string[] {
  return [...wordsOf(plainly(id)), ...wordsOf(plainly(name))]
}

function wordsOf(plain: string): string[] {
  return plain.split(/[\s._'-]+/).filter((word) => word !== '')
}

/** Small letters without accents. */
function plainly(word: string): string {
  return withoutAccents(word.trim()).toLowerCase().replaceAll(/\s+/g, ' ')
}
