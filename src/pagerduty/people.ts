/** The users of PagerDuty that people of the file are: by e-mail address, exactly, ignoring case, or by their id. */
import { DAY, type Instant } from '../time/instant.ts'
import type { Person } from '../model/person.ts'
import type { Rotation } from '../model/rotation.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { Refused, type Client } from './client.ts'
import { object, textOr, type Json } from './json.ts'

export interface Users {
  /** The id of the user, by the id of the person. */
  readonly idOf: ReadonlyMap<string, string>
  /** Names by the id of the user, of all that were seen. */
  readonly names: ReadonlyMap<string, string>
  /** People for whom there is no user, and why. */
  readonly missing: readonly { readonly person: Person; readonly why: string }[]
}

/** Everybody whom rotations need from now on; who has left by then need not be in PagerDuty any more. */
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

/** So few people are asked for one by one rather than by reading another page of users. */
const FEW = 5

/** Looks for people; of all others of the file it tells who was seen on the way. */
export async function findUsers(
  client: Client,
  people: readonly Person[],
  others: Iterable<Person>,
): Promise<Users> {
  const names = new Map<string, string>()
  const byEmail = new Map<string, string>()
  const note = (users: readonly Json[]): void => {
    for (const user of users) {
      const id = textOr(user['id'], '')
      names.set(id, textOr(user['name'], id))
      byEmail.set(textOr(user['email'], '').toLowerCase(), id)
    }
  }
  const userIdOf = ({ email, pagerduty }: Person): string | undefined =>
    pagerduty === undefined
      ? byEmail.get(email?.toLowerCase() ?? '')
      : names.has(pagerduty)
        ? pagerduty
        : undefined
  const sought = people.filter(({ email, pagerduty }) => pagerduty ?? email)
  const unknown = (): Person[] => sought.filter((person) => userIdOf(person) === undefined)

  const readPages = (enough: number): Promise<unknown> =>
    client.list('/users', 'users', {}, 100, (soFar) => {
      note(soFar)
      return unknown().length <= enough
    })
  if (sought.length > 0) await readPages(FEW)
  for (const { email, pagerduty } of unknown()) {
    if (pagerduty !== undefined) note([(await userOf(client, pagerduty)) ?? []].flat())
    else if (email !== undefined) {
      await client.list('/users', 'users', { query: email }, 100, (near) => {
        note(near)
        return byEmail.has(email.toLowerCase())
      })
    }
  }
  // What the search does not find may be there all the same: it is documented for names.
  if (unknown().some(({ pagerduty }) => pagerduty === undefined)) await readPages(0)
  const idOf = new Map<string, string>()
  const missing: { person: Person; why: string }[] = []
  for (const person of people) {
    const { email, pagerduty } = person
    const id = userIdOf(person)
    if (id !== undefined) idOf.set(person.id, id)
    else if (pagerduty !== undefined) {
      missing.push({ person, why: `PagerDuty has no user ${pagerduty}` })
    } else if (email === undefined) {
      missing.push({ person, why: 'has no email in the file' })
    } else missing.push({ person, why: `PagerDuty has no user with ${email}` })
  }
  for (const person of others) {
    const id = userIdOf(person)
    if (id !== undefined) idOf.set(person.id, id)
  }
  return { idOf, names, missing }
}

/** Somebody in PagerDuty whom nobody has looked for: their name, and who of the file that is, if anybody. */
export interface Stranger {
  /** Their id where PagerDuty does not know them any more. */
  readonly name: string
  readonly person: Person | undefined
}

export async function strangerOf(
  client: Client,
  id: string,
  people: Iterable<Person>,
): Promise<Stranger> {
  const user = await userOf(client, id)
  const email = textOr(user?.['email'], '').toLowerCase()
  const person = [...people].find((one) =>
    one.pagerduty === undefined
      ? email !== '' && one.email?.toLowerCase() === email
      : one.pagerduty === id,
  )
  return { name: person?.name ?? textOr(user?.['name'], id), person }
}

async function userOf(client: Client, id: string): Promise<Json | undefined> {
  try {
    return object((await client.get(`/users/${encodeURIComponent(id)}`))['user'], 'user')
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}
