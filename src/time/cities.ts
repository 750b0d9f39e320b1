/** Larger cities and their zones, from a list that somebody gives. */
import { plainly } from './accents.ts'
import { once } from './once.ts'

export interface City {
  readonly name: string
  /** The name in small letters, as `placePlainly` has it. */
  readonly plain: string
  readonly zone: string
  /** The code of its country. */
  readonly country: string
  /** The state or province in which it lies, as `placePlainly` has it, where that is known. */
  readonly province: string
}

let known: () => readonly City[] = () => []

/**
 * Gives the list, the largest city first: in each line a city, its zone, its province or nothing, and its country or
 * nothing, with tabs between. It is read when somebody asks for a city.
 */
export function knowCities(list: () => string): void {
  known = once(() => list().split('\n').flatMap(cityIn))
}

/** All that are known; none, where no list was given. */
export function cities(): readonly City[] {
  return known()
}

function cityIn(line: string): City[] {
  const [name = '', zone = '', province = '', country = ''] = line.split('\t')
  if (name === '') return []
  return [{ name, plain: placePlainly(name), zone, country, province: placePlainly(province) }]
}

/** Small letters without accents, with spaces for what stands between words. */
export function placePlainly(name: string): string {
  return plainly(name)
    .replaceAll(/[_\s.,-]+/g, ' ')
    .trim()
}
