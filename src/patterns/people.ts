/** The people who are named in what is brought in, as people of the file. */
import type { Zone } from '../time/zone.ts'
import { idsOfPeople } from '../model/naming.ts'
import { newPerson, type Person } from '../model/person.ts'
import type { Brought } from './brought.ts'
import { keysIn, keysInMeeting } from './keys.ts'

/** A person for each key that a rotation or a meeting names, in that order; without those who are there by their ids. */
export function peopleOf(
  { people, rotations, meetings }: Brought,
  usual: Zone,
  there: ReadonlyMap<string, Person>,
): ReadonlyMap<string, Person> {
  const keys = new Set([...rotations.flatMap(keysIn), ...meetings.flatMap(keysInMeeting)])
  const named = [...keys].flatMap((key) => (there.has(key) ? [] : (people.get(key) ?? [])))
  const ids = idsOfPeople(
    // Of whom only an address is known the id is made of that.
    named.map(({ name, email = '', key }) => ({
      name: name === email ? '' : name,
      email,
      id: key,
    })),
    there.keys(),
  )
  return new Map(
    named.map(({ key, name, email, zone = usual }, i): [string, Person] => {
      const id = ids[i] ?? key
      const its = name === '' || name === email ? id : name
      return [key, newPerson({ id, name: its, ...(email !== undefined && { email }), zone })]
    }),
  )
}
