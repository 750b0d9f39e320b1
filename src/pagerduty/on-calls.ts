/** Who is paged at which level: what escalation policies make of the schedules under our mark. */
import type { Escalation } from '../model/escalation.ts'
import type { Person } from '../model/person.ts'
import type { Client } from './client.ts'
import { instantOrNever, object, text, textOr } from './json.ts'
import type { Target } from './locate.ts'

/** Who is paged now by the policies that use the schedules of rotations, from one list. */
export async function escalationsOf(
  client: Client,
  targets: readonly Target[],
  people: Iterable<Person>,
): Promise<Escalation[]> {
  const rotations = new Map(
    targets.flatMap(({ frame, rotation }) => (frame ? [[frame.id, rotation.id] as const] : [])),
  )
  if (rotations.size === 0) return []
  const known = [...people]
  const query = { 'schedule_ids[]': [...rotations.keys()], 'include[]': 'users' }
  const all = (await client.list('/oncalls', 'oncalls', query, 100)).map((body): Escalation => {
    const user = object(body['user'], 'user')
    const id = text(user['id'], 'id')
    const email = textOr(user['email'], '').toLowerCase()
    const person = known.find((one) =>
      one.pagerduty === undefined
        ? email !== '' && one.email?.toLowerCase() === email
        : one.pagerduty === id,
    )
    return {
      policy: textOr(object(body['escalation_policy'], 'escalation policy')['summary'], '?'),
      level: Number(body['escalation_level']),
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
