/** Larger cities and their zones, from a list that somebody gives. */

export interface City {
  readonly name: string
  readonly zone: string
  /** The code of its country. */
  readonly country: string
  /** The state or province in which it lies, where that is known. */
  readonly province: string
}

let text: () => string = () => ''

/** Gives the list, the largest city first: in each line a city, its zone, perhaps its province, and its country, with tabs between. */
export function knowCities(list: () => string): void {
  text = list
}

/** All that are known; none, where no list was given. */
export function cities(): City[] {
  return text()
    .split('\n')
    .flatMap((line) => {
      const [name = '', zone = '', ...more] = line.split('\t')
      const country = more.at(-1) ?? ''
      const province = more.length > 1 ? (more[0] ?? '') : ''
      return name === '' ? [] : [{ name, zone, country, province }]
    })
}
