/** Who is paged at which level: what escalation policies make of schedules. */
import type { Escalation } from '../model/escalation.ts'
import type { Person } from '../model/person.ts'
import { isTheir } from '../sync/people.ts'
import type { Client } from './client.ts'
import { instantOrNever, number, object, text, textOr } from './json.ts'

/** Who is paged now by the policies that use the schedules of rotations, from one list. */
export async function escalationsOf(
  client: Client,
  rotations: ReadonlyMap<string, string>,
  people: readonly Person[],
): Promise<Escalation[]> {
  if (rotations.size === 0) return []
  const query = { 'schedule_ids[]': [...rotations.keys()], 'include[]': 'users' }
  const all = (await client.list('/oncalls', 'oncalls', query, 100)).map((body): Escalation => {
    const user = object(body['user'], 'user')
    const id = text(user['id'], 'id')
    const email = textOr(user['email'], '')
    const person = people.find((one) => isTheir(one.pagerduty, one, id, email))
    return {
      policy: textOr(object(body['escalation_policy'], 'escalation policy')['summary'], '?'),
      level: number(body['escalation_level'], 'escalation level'),
      rotation: rotations.get(text(object(body['schedule'], 'schedule')['id'], 'id')) ?? '?',
      who: person?.name ?? textOr(user['name'] ?? user['summary'], id),
      person: person?.id,
      until: instantOrNever(body['end'], 'end'),
    }
  })
  return all.sort((a, b) =>
    a.policy < b.policy ? -1 : a.policy > b.policy ? 1 : a.level - b.level,
  )
}
