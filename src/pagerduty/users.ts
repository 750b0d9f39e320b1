/** Users of PagerDuty, looked for with as few requests as that takes. */
import type { Person } from '../model/person.ts'
import { Refused, type User } from '../sync/service.ts'
import type { Client } from './client.ts'
import { object, text, textOr, type Json } from './json.ts'

/** So few people are asked for one by one rather than by reading another page of users. */
const FEW = 5

/** Looks for people, as they are still sought, and tells whom it finds, be they sought or not. */
export async function seekUsers(
  client: Client,
  sought: () => readonly Person[],
  found: (users: readonly User[]) => void,
): Promise<void> {
  const readPages = (enough: number): Promise<unknown> =>
    client.list('/users', 'users', {}, 100, (soFar) => {
      found(soFar.map(userIn))
      return sought().length <= enough
    })
  if (sought().length > 0) await readPages(FEW)
  for (const { email, pagerduty } of sought()) {
    if (pagerduty !== undefined) found([(await userOf(client, pagerduty)) ?? []].flat())
    else if (email !== undefined) {
      await client.list('/users', 'users', { query: email }, 100, (near) => {
        found(near.map(userIn))
        return near.map(userIn).some((user) => user.email.toLowerCase() === email.toLowerCase())
      })
    }
  }
  // What the search does not find may be there all the same: it is documented for names.
  if (sought().some(({ pagerduty }) => pagerduty === undefined)) await readPages(0)
}

/** A user by their id; undefined where PagerDuty does not know them any more. */
export async function userOf(client: Client, id: string): Promise<User | undefined> {
  try {
    return userIn(object((await client.get(`/users/${encodeURIComponent(id)}`))['user'], 'user'))
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

function userIn(body: Json): User {
  const id = text(body['id'], 'id')
  return { id, name: textOr(body['name'], id), email: textOr(body['email'], '') }
}
