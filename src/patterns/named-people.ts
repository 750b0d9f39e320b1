/** Who is meant by the names in tables, calendars and answers: by name or address, whatever the case. */
import { withoutAccents } from '../time/accents.ts'
import type { Zone } from '../time/zone.ts'
import { saysFree, saysNobody } from './nobody.ts'

/** Somebody who was named, and is no person of a workspace yet. */
export interface NamedPerson {
  /** Tells them from everybody else who was named. */
  readonly key: string
  /** The address where no name is known. */
  readonly name: string
  readonly email?: string
  readonly zone?: Zone
}

/** What somebody is called elsewhere, behind their name: `Alice (GitHub: @alindq)`, `Alice (@alindq)`. */
const WITH_HANDLE = /^(.+?)\s*\(\s*(?:[a-z]+\s*:\s*)?@([\w.-]+)\s*\)$/i

/** The same as the address of their page: its last part. */
const PAGE = /\(\s*https?:\/\/[^\s()]*?([\w.-]+)\/?\s*\)/g

/** `Alice Lindqvist <alice@example.com>` */
const WITH_ADDRESS = /^(.*?)\s*[<([]\s*([^\s@<>()[\]]+@[^\s@<>()[\]]+)\s*[>)\]]$/

const ADDRESS = /^[^\s@]+@[^\s@]+$/

/** Everybody who is named, each once. */
export class NamedPeople {
  readonly #byWord = new Map<string, string>()
  readonly #people = new Map<string, NamedPerson>()

  /** The key of whoever a text names, undefined where it names nobody. Who is not known yet is from then on. */
  keyOf(text: string, zone?: Zone): string | undefined {
    const word = withoutMark(text)
    const [, inside = '', address] = WITH_ADDRESS.exec(word) ?? []
    if (address !== undefined) return this.keyFor(inside, address, zone)
    const [, called = '', handle] = WITH_HANDLE.exec(word) ?? []
    if (handle !== undefined) return this.keyFor(called, '', zone, handle)
    return ADDRESS.test(word) ? this.keyFor('', word, zone) : this.keyFor(word, '', zone)
  }

  /** The same of a name and an address, either of which may be empty; what is no address is another name, as `handle` is. */
  keyFor(called: string, email: string, zone?: Zone, handle = ''): string | undefined {
    const name = withoutMark(called)
    const said = handle === '' ? name : `${name} (@${handle})`
    return email === '' && this.saysNobody(said) ? undefined : this.#keep(name, email, zone, handle)
  }

  /** The key of a name that surely is one: of whom we wrote it ourselves. */
  keyOfName(name: string, zone?: Zone): string {
    return this.#keep(name, '', zone, '')
  }

  #keep(name: string, email: string, zone: Zone | undefined, handle: string): string {
    const words = [email, name, handle].filter((word) => word !== '').map(plain)
    const [known] = words.flatMap((word) => this.#byWord.get(word) ?? [])
    const key = known ?? plain(email || name)
    const person = this.#people.get(key)
    this.#people.set(key, {
      ...person,
      key,
      name: person?.name && person.name !== person.email ? person.name : name || email,
      ...(ADDRESS.test(email) && person?.email === undefined && { email }),
      ...(person?.zone === undefined && zone !== undefined && { zone }),
    })
    for (const word of words) this.#byWord.set(word, key)
    return key
  }

  /** Whether a text says that nobody is meant, and is not what somebody is called who was named. */
  saysNobody(text: string): boolean {
    return saysNobody(text) || (saysFree(text) && !this.#knows(text))
  }

  /** Whether a name or an address is one that was named before. */
  #knows(text: string): boolean {
    return this.#byWord.has(plain(withoutMark(text)))
  }

  /** Several people in one text: `Alice / Bob`, `Alice & Bob`; with a comma only where each part is somebody. */
  keysOf(text: string, zone?: Zone): string[] {
    if (this.saysNobody(text)) return []
    const parts = text
      .trim()
      .replace(/^\[(.*)\]$/s, '$1')
      .replaceAll(PAGE, '(@$1)')
      .split(/\s*(?:[/&+;\n|]|\band\b)\s*/i)
      .filter((part) => part.trim() !== '')
    const each = parts.flatMap((part) => this.#listed(part))
    return [...new Set(each.flatMap((name) => this.keyOf(name, zone) ?? []))]
  }

  /** The names in a text with commas. */
  #listed(text: string): string[] {
    const parts = text.split(',').map((part) => part.trim())
    const [family = '', given = ''] = parts
    if (parts.length === 1 || parts.includes('')) return [text]
    // `Lindqvist, Alice` is one person, whose family name comes first.
    const turned = `${given} ${family}`
    if (parts.length === 2 && this.#knows(turned)) return [turned]
    const isList =
      parts.length > 2 ||
      parts.every((part) => this.#knows(part) || this.saysNobody(part) || !/[\p{Lu}\s]/u.test(part))
    if (isList) return parts
    return /\s/.test(family) && /\s/.test(given) ? parts : [turned]
  }

  get(key: string): NamedPerson | undefined {
    return this.#people.get(key)
  }
}

/** `@alice` as `alice` */
function withoutMark(name: string): string {
  return name.trim().replace(/^@(?=\S)/, '')
}

function plain(text: string): string {
  return withoutAccents(text).toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
