/** The users of a service as people of the file: ids that people would choose, zones that are known. */
import type { Zone } from '../../time/zone.ts'
import { idsOfPeople } from '../../model/naming.ts'
import { newPerson, type Person } from '../../model/person.ts'
import { zoneOf } from './draft.ts'
import type { Importer, Newcomer } from './importer.ts'

/** A person for each user, and what is to be said beside them; `there` is who is no new one, by their users. */
export function draftPeople(
  service: Pick<Importer, 'name' | 'keyOfUser'>,
  users: readonly Newcomer[],
  usual: Zone,
  there: ReadonlyMap<string, Person> = new Map(),
  taken: Iterable<string> = [],
): { readonly people: ReadonlyMap<string, Person>; readonly notes: ReadonlyMap<object, string[]> } {
  const fresh = users.filter(({ id }) => !there.has(id))
  const ids = idsOfPeople(fresh, taken)
  const emails = new Set<string>()
  const people = new Map(there)
  const notes = new Map<object, string[]>()
  for (const [i, { id, name, email, zone: zoneName, isGone }] of fresh.entries()) {
    const person = ids[i] ?? id
    const zone = zoneOf(zoneName)
    // Two people with one address, or none, are told apart by their user.
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(email) && !emails.has(email.toLowerCase())
    emails.add(email.toLowerCase())
    const known = {
      id: person,
      name: name.trim() === '' ? person : name,
      ...(isAddress && { email }),
      zone: zone ?? usual,
    }
    const drafted: Person = {
      ...newPerson(known),
      ...(!isAddress && id !== '' && service.keyOfUser(id)),
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
