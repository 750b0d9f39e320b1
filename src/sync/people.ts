/** The users of a service that people of the file are: by e-mail address, exactly, ignoring case, or by their id. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import { timelineOf } from '../timeline/rotation.ts'
import type { Service, User } from './service.ts'

/** The users that were found for people. */
export interface Users {
  /** The id of the user, by the id of the person. */
  readonly idOf: ReadonlyMap<string, string>
  /** Names by the id of the user, of all that were seen. */
  readonly names: ReadonlyMap<string, string>
  /** People for whom there is no user, and why. */
  readonly missing: readonly { readonly person: Person; readonly why: string }[]
}

/** Everybody whom rotations need from now on; who has left by then need not be in the service any more. */
export function peopleNeeded(
  people: ReadonlyMap<string, Person>,
  rotations: readonly Rotation[],
  now: Instant,
): Person[] {
  const ids = new Set<string>()
  const within = { start: now, end: now + 400 * DAY }
  for (const rotation of rotations) {
    for (const span of timelineOf(rotation, within)) for (const id of span.people) ids.add(id)
    for (const { end, members } of rotation.layers) {
      if (end !== undefined && end.instant <= now) continue
      for (const { people: all, until } of members) {
        if (until === undefined || until.instant > now) for (const id of all) ids.add(id)
      }
    }
  }
  return [...ids].flatMap((id) => people.get(id) ?? [])
}

/** The users of people; of all others of the file it tells who was seen on the way. */
export async function findUsers(
  service: Service,
  people: readonly Person[],
  others: Iterable<Person>,
): Promise<Users> {
  const { name: there } = service
  const names = new Map<string, string>()
  const byEmail = new Map<string, Set<string>>()
  const withEmail = ({ email = '' }: Person): readonly string[] =>
    email === '' ? [] : [...(byEmail.get(email.toLowerCase()) ?? [])]
  const note = (users: readonly User[]): void => {
    for (const { id, name, email } of users) {
      names.set(id, name)
      const key = email.toLowerCase()
      byEmail.set(key, new Set(byEmail.get(key)).add(id))
    }
  }
  const userIdOf = (person: Person): string | undefined => {
    const id = service.idNamed(person)
    if (id !== undefined) return names.has(id) ? id : undefined
    const found = withEmail(person)
    return found.length === 1 ? found[0] : undefined
  }
  const sought = people.filter((person) => service.idNamed(person) ?? person.email)
  const isFound = (person: Person): boolean =>
    userIdOf(person) !== undefined ||
    (service.idNamed(person) === undefined && withEmail(person).length > 0)
  await service.seek(() => sought.filter((person) => !isFound(person)), note)
  const idOf = new Map<string, string>()
  const holders = new Map<string, Person>()
  const missing: { person: Person; why: string }[] = []
  for (const person of people) {
    const { email } = person
    const named = service.idNamed(person)
    const id = userIdOf(person)
    const other = holders.get(id ?? '')
    if (other !== undefined) {
      missing.push({ person, why: `is the user in ${there} that ${other.id} is (${id})` })
    } else if (id !== undefined) {
      idOf.set(person.id, id)
      holders.set(id, person)
    } else if (named !== undefined) missing.push({ person, why: `${there} has no user ${named}` })
    else if (email === undefined) missing.push({ person, why: 'has no email in the file' })
    else {
      const several = withEmail(person)
      const why =
        several.length === 0
          ? `${there} has no user with ${email}`
          : `${there} has several users with ${email} (${several.join(', ')})`
      missing.push({ person, why })
    }
  }
  for (const person of others) {
    const id = userIdOf(person)
    if (id !== undefined && !holders.has(id)) idOf.set(person.id, id)
  }
  return { idOf, names, missing }
}

/** Somebody in a service whom nobody has looked for: their name, and who of the file that is, if anybody. */
export interface Stranger {
  /** Their id where the service does not know them any more. */
  readonly name: string
  readonly person: Person | undefined
}

/** The stranger of an id. */
export async function strangerOf(
  service: Service,
  id: string,
  people: Iterable<Person>,
): Promise<Stranger> {
  const user = await service.user(id)
  const person = [...people].find((one) => isTheir(service.idNamed(one), one, id, user?.email))
  return { name: person?.name ?? user?.name ?? id, person }
}

/** Whether a user is a person of the file, by the id that it names, else by their address. */
export function isTheir(
  named: string | undefined,
  { email }: Person,
  id: string,
  address = '',
): boolean {
  if (named !== undefined) return named === id
  return address !== '' && email?.toLowerCase() === address.toLowerCase()
}
