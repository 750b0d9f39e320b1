/** The same person in two states of a workspace: by id, and by e-mail address where an id was renamed. */
import type { Person } from './person.ts'

type People = ReadonlyMap<string, Person>

/**
 * The ids of people after a change, by which the same people went before it: a person whose id is gone, and whose
 * e-mail address somebody new has, is that somebody. Everybody else keeps their id.
 */
export function formerIds(before: People, after: People): (id: string) => string {
  const gone = new Map<string, string>()
  for (const { id, email } of before.values()) {
    if (email !== undefined && !after.has(id)) gone.set(email.toLowerCase(), id)
  }
  const former = new Map<string, string>()
  for (const { id, email } of after.values()) {
    const was = before.has(id) ? undefined : gone.get(email?.toLowerCase() ?? '')
    if (was !== undefined) former.set(id, was)
  }
  return (id) => former.get(id) ?? id
}
