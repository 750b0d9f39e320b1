/** The users of a service as people of the file: ids that people would choose, zones that are known. */
import { HOUR } from '../../time/instant.ts'
import { zoneNamed, type Zone } from '../../time/zone.ts'
import type { Person } from '../../model/person.ts'
import { NOWHERE, zoneOf } from './draft.ts'
import type { Importer, Newcomer } from './importer.ts'

/** A person for each user, and what is to be said beside them. */
export function draftPeople(
  service: Pick<Importer, 'name' | 'keyOfUser'>,
  users: readonly Newcomer[],
  usual: Zone,
): { readonly people: ReadonlyMap<string, Person>; readonly notes: ReadonlyMap<object, string[]> } {
  const ids = new Names(['nobody', 'everyone'])
  const first = countOf(users.map(({ name }) => slug(firstName(name))))
  const emails = new Set<string>()
  const people = new Map<string, Person>()
  const notes = new Map<object, string[]>()
  for (const { id, name, email, zone: zoneName, isGone } of users) {
    const short = slug(firstName(name))
    const wishes = [
      (first.get(short) ?? 0) > 1 ? '' : short,
      slug(name),
      slug(email.split('@')[0] ?? ''),
      slug(id),
    ]
    const person = ids.take(wishes.find((wish) => wish !== '') ?? 'person')
    const zone = zoneOf(zoneName) ?? zoneNamed(zoneName)
    // Two people with one address, or none, are told apart by their user.
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(email) && !emails.has(email.toLowerCase())
    emails.add(email.toLowerCase())
    const drafted: Person = {
      id: person,
      name: name.trim() === '' ? person : name,
      ...(isAddress && { email }),
      zone: zone ?? usual,
      setting: { zone: zone ?? usual, hours: { from: 9 * HOUR, to: 18 * HOUR } },
      changes: [],
      away: [],
      recurring: [],
      contact: [],
      ...(!isAddress && id !== '' && service.keyOfUser(id)),
      place: NOWHERE,
    }
    people.set(id, drafted)
    const said: string[] = []
    if (isGone) said.push(`${service.name} does not know the user ${id} any more.`)
    else if (zone === undefined) {
      said.push(
        `${service.name}'s time zone '${zoneName}' is no zone of the IANA database: write 'timezone:'.`,
      )
    }
    if (said.length > 0) notes.set(drafted, said)
  }
  return { people, notes }
}

/** Ids that were given, so that none comes twice; case makes no difference. */
export class Names {
  readonly #taken: Set<string>
  readonly #joint: string

  /** `joint` stands before the number that makes one of a kind. */
  constructor(taken: readonly string[] = [], joint = '-') {
    this.#taken = new Set(taken)
    this.#joint = joint
  }

  take(wish: string): string {
    let name = wish
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${wish}${this.#joint}${n}`
    this.#taken.add(name.toLowerCase())
    return name
  }
}

/** Letters that are not a letter and a mark to Unicode. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** As much as an id has at most, with room for a number behind it. */
const LONGEST = 100

/** A text as an id: `Zoë O'Hara` is `zoe-o-hara`; empty where nothing is left of it. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[ßæœøðþłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]+$/, '')
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
