/** Who is meant by the names in tables and calendars: by id, name or address, whatever the case. */
import { withoutAccents } from '../time/accents.ts'
import type { Zone } from '../time/zone.ts'
import type { Person } from '../model/person.ts'

/** Somebody who was named. */
export interface Face {
  /** Tells them from everybody else who was named. */
  readonly key: string
  readonly name: string
  readonly email?: string
  readonly zone?: Zone
  /** The person who is known already. */
  readonly person?: Person
}

/** What says that nobody is meant. */
const NOBODY = /^(?:[-–—.?]*|nobody|no ?one|none|n\/?a|tb[adc]|vacant|open|unassigned|empty|gap)$/i

/** `Alice Lindqvist <alice@example.com>` */
const WITH_ADDRESS = /^(.*?)\s*[<([]\s*([^\s@<>()[\]]+@[^\s@<>()[\]]+)\s*[>)\]]$/

const ADDRESS = /^[^\s@]+@[^\s@]+$/

/** Everybody who is named, each once. */
export class Faces {
  readonly #byWord = new Map<string, string>()
  readonly #faces = new Map<string, Face>()

  /** Those who are known already are found by what their file says. */
  constructor(known: Iterable<Person> = []) {
    for (const person of known) {
      const { id, name, email, zone } = person
      const key = plain(id)
      this.#faces.set(key, { key, name, ...(email !== undefined && { email }), zone, person })
      for (const word of [id, name, email ?? '']) {
        if (word !== '' && !this.#byWord.has(plain(word))) this.#byWord.set(plain(word), key)
      }
    }
  }

  /** The key of whoever a text names, undefined where it names nobody. Who is not known yet is from then on. */
  keyOf(text: string, zone?: Zone): string | undefined {
    const word = text.trim().replace(/^@(?=\S)/, '')
    if (NOBODY.test(word)) return undefined
    const [, inside = '', address = ''] = WITH_ADDRESS.exec(word) ?? []
    const email = ADDRESS.test(word) ? word : address
    const name = ADDRESS.test(word) ? '' : (inside || word).trim()
    const known = [email, name]
      .flatMap((each) => (each === '' ? [] : (this.#byWord.get(plain(each)) ?? [])))
      .at(0)
    const key = known ?? plain(email || name)
    const face = this.#faces.get(key)
    this.#faces.set(key, {
      ...face,
      key,
      name: face?.name && face.name !== face.email ? face.name : name || email,
      ...(email !== '' && face?.email === undefined && { email }),
      ...(face?.zone === undefined && zone !== undefined && { zone }),
    })
    for (const each of [email, name]) if (each !== '') this.#byWord.set(plain(each), key)
    return key
  }

  /** Whether a text names somebody who was named before. */
  knows(text: string): boolean {
    return this.#byWord.has(plain(text.trim().replace(/^@(?=\S)/, '')))
  }

  /** Several people in one text: `Alice / Bob`, `Alice & Bob`; with a comma only where each part is somebody. */
  keysOf(text: string, zone?: Zone): string[] {
    const parts = text.split(/\s*(?:[/&+;\n|]|\band\b)\s*/i).filter((part) => part.trim() !== '')
    const names = parts.flatMap((part) => this.#listed(part))
    return [...new Set(names.flatMap((name) => this.keyOf(name, zone) ?? []))]
  }

  /** The names in a text with commas. */
  #listed(text: string): string[] {
    const parts = text.split(',').map((part) => part.trim())
    const [family = '', given = ''] = parts
    if (parts.length === 1 || parts.includes('')) return [text]
    // `Lindqvist, Alice` is one person, whose family name comes first.
    const turned = `${given} ${family}`
    if (parts.length === 2 && this.knows(turned)) return [turned]
    const isList =
      parts.length > 2 || parts.every((part) => this.knows(part) || !/[\p{Lu}\s]/u.test(part))
    if (isList) return parts
    return /\s/.test(family) && /\s/.test(given) ? parts : [turned]
  }

  get(key: string): Face | undefined {
    return this.#faces.get(key)
  }
}

function plain(text: string): string {
  return withoutAccents(text).toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
