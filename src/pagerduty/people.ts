/** The users of PagerDuty that people of the file are: by e-mail address, exactly, ignoring case, or by their id. */
import type { Person } from '../model/person.ts'
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

export async function findUsers(client: Client, people: readonly Person[]): Promise<Users> {
  const idOf = new Map<string, string>()
  const names = new Map<string, string>()
  const missing: { person: Person; why: string }[] = []
  const byEmail = new Map<string, string>()
  const note = (users: readonly Json[]): void => {
    for (const user of users) {
      const id = textOr(user['id'], '')
      names.set(id, textOr(user['name'], id))
      byEmail.set(textOr(user['email'], '').toLowerCase(), id)
    }
  }
  const wanted = people.filter(({ pagerduty }) => pagerduty === undefined)
  const emails = wanted.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]))
  const areFound = (): boolean => emails.every((email) => byEmail.has(email))
  if (emails.length > 0) {
    await client.list('/users', 'users', {}, 100, (soFar) => {
      note(soFar)
      return areFound()
    })
  }
  for (const person of people) {
    const { email, pagerduty } = person
    if (pagerduty !== undefined) {
      const user = await userOf(client, pagerduty)
      if (user === undefined) missing.push({ person, why: `PagerDuty has no user ${pagerduty}` })
      else {
        note([user])
        idOf.set(person.id, pagerduty)
      }
      continue
    }
    if (email === undefined) {
      missing.push({ person, why: 'has no email in the file' })
      continue
    }
    const id = byEmail.get(email.toLowerCase())
    if (id === undefined) missing.push({ person, why: `PagerDuty has no user with ${email}` })
    else idOf.set(person.id, id)
  }
  return { idOf, names, missing }
}

/** The name of a user; their id where PagerDuty does not know it any more. */
export async function nameOfUser(client: Client, id: string): Promise<string> {
  return textOr((await userOf(client, id))?.['name'], id)
}

async function userOf(client: Client, id: string): Promise<Json | undefined> {
  try {
    return object((await client.get(`/users/${encodeURIComponent(id)}`))['user'], 'user')
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}
