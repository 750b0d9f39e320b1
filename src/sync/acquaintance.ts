/** Who is who: the people of the file, the users of a service, and strangers who are met on the way. */
import type { Person } from '../model/person.ts'
import { strangerOf, type Users } from './people.ts'
import type { Service } from './service.ts'

/** Everybody who is known so far. */
export interface Acquaintance {
  /** The id of the user, by the id of the person. It grows. */
  readonly idOf: ReadonlyMap<string, string>
  /** The id of the person that a user is; undefined for a stranger. */
  readonly personOf: (user: string) => string | undefined
  /** The name of a user: the file's, else the service's, else their id. */
  readonly nameOf: (user: string) => string
  /** Asks for those whom nobody has looked for: people of other teams, and of the file in no roster now. Tells whether one of these is among them. */
  readonly meet: (users: Iterable<string>) => Promise<boolean>
}

/** The acquaintance with the users that were found for people. */
export function acquaintanceWith(
  service: Service,
  found: Pick<Users, 'idOf' | 'names'>,
  everybody: ReadonlyMap<string, Person>,
): Acquaintance {
  const idOf = new Map(found.idOf)
  const personBy = new Map([...idOf].map(([person, id]) => [id, person]))
  const names = new Map(found.names)
  for (const [person, id] of idOf) names.set(id, everybody.get(person)?.name ?? person)
  return {
    idOf,
    personOf: (user) => personBy.get(user),
    nameOf: (user) => names.get(user) ?? user,
    async meet(users) {
      const before = idOf.size
      for (const id of new Set(users)) {
        if (names.has(id)) continue
        const { name, person } = await strangerOf(service, id, everybody.values())
        names.set(id, name)
        if (person === undefined) continue
        idOf.set(person.id, id)
        personBy.set(id, person.id)
      }
      return idOf.size > before
    },
  }
}
