/** People and pages in words. */
import type { Person, Ring } from './things.ts'

/** The zone in which somebody lives at an instant. */
export function zoneOf({ zone, moves }: Person, at: number): string {
  return moves.findLast(([from]) => from * 1000 <= at)?.[1] ?? zone
}

/** The names of people, as a sentence has them. */
export function nameAll(people: readonly Person[]): string {
  const names = people.map(({ name }) => name)
  if (names.length < 2) return names[0] ?? 'nobody'
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first names of people, where room is scarce. */
export function firstNames(people: readonly Person[]): string {
  return people.map(firstName).join(' + ')
}

/** The first word of a name that has a letter in it. */
export function firstName({ name }: Person): string {
  return name.split(' ').find((word) => /\p{L}/u.test(word)) ?? name
}

const regions = new Intl.DisplayNames('en', { type: 'region' })

/** `Netherlands` for `NL`; what is no code of a country stays as it is. */
export function regionName(code: string): string {
  try {
    return regions.of(code) ?? code
  } catch {
    return code
  }
}

/** `3 pages, 1 at night`; empty where nothing rang. */
export function sayRang(rang: readonly Ring[]): string {
  if (rang.length === 0) return ''
  const nights = rang.filter(({ isNight }) => isNight).length
  const many = rang.length === 1 ? '1 page' : `${rang.length} pages`
  return nights === 0 ? many : `${many}, ${nights} at night`
}
