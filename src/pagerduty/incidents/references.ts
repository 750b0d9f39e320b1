/** Whom and what incidents and their logs name, in PagerDuty's short form. */
import type { Agent, User } from '../../model/incident.ts'
import { objectIfAny, objectsIfAny, textOr } from '../json.ts'
import { harmlessOr } from './harmless.ts'

/** A user who is named; undefined where nobody is. */
export function userNamed(value: unknown): User | undefined {
  const body = objectIfAny(value)
  const id = textOr(body['id'], '')
  return id === '' ? undefined : { id, name: harmlessOr(body['summary'] ?? body['name'], id) }
}

/** The users of a list that may not be there. */
export function usersNamed(value: unknown, what: string): User[] {
  return objectsIfAny(value, what).flatMap((one) => userNamed(one) ?? [])
}

/** Who or what did something: whatever is no user did it by itself. */
export function agentNamed(value: unknown): Agent | undefined {
  const type = textOr(objectIfAny(value)['type'], '')
  if (type === '') return undefined
  const user = type === 'user' || type === 'user_reference' ? userNamed(value) : undefined
  return user === undefined ? { kind: 'service' } : { kind: 'user', user }
}
