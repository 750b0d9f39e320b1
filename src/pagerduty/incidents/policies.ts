/** Escalation policies: which schedule each calls at which level, and which services ring through it. */
import { Refused, type Seen } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import { object, objectIfAny, objects, objectsIfAny, text, textOr, type Json } from '../json.ts'
import { pathOf } from '../request.ts'
import { harmlessOr } from './harmless.ts'

/** An escalation policy. */
export interface Policy {
  readonly id: string
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** The lowest level at which it calls each schedule, by the id of the schedule; 1 is the lowest. */
  readonly levels: ReadonlyMap<string, number>
}

/** The policies that use a schedule; those that were read before are known. */
export async function policiesUsing(
  client: Client,
  { id, kind, answer }: Pick<Seen, 'id' | 'kind' | 'answer'>,
  known: Map<string, Policy>,
): Promise<Policy[]> {
  const told = objectIfAny(answer?.body)['escalation_policies']
  const listed =
    told ??
    object(
      (await client.get(pathOf(kind === 'layers' ? 'layers' : 'shifts', { id })))['schedule'],
      'schedule',
    )['escalation_policies']
  const policies: Policy[] = []
  for (const one of objectsIfAny(listed, 'escalation policies')) {
    const named = text(one['id'], 'id')
    const policy = known.get(named) ?? (await policyOf(client, named))
    if (policy === undefined) continue
    known.set(named, policy)
    policies.push(policy)
  }
  return policies
}

async function policyOf(client: Client, id: string): Promise<Policy | undefined> {
  try {
    const answer = await client.get(`/escalation_policies/${encodeURIComponent(id)}`)
    return policyIn(object(answer['escalation_policy'], 'escalation policy'))
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

/** A policy as PagerDuty answers it; schedules of both kinds are called by their id. */
function policyIn(body: Json): Policy {
  const levels = new Map<string, number>()
  for (const [i, rule] of objects(body['escalation_rules'], 'escalation rules').entries()) {
    for (const target of objectsIfAny(rule['targets'], 'targets')) {
      const id = textOr(target['id'], '')
      if (textOr(target['type'], '').startsWith('schedule') && !levels.has(id)) {
        levels.set(id, i + 1)
      }
    }
  }
  return {
    id: text(body['id'], 'id'),
    services: objectsIfAny(body['services'], 'services').map((one) => {
      const id = text(one['id'], 'id')
      return { id, name: harmlessOr(one['summary'] ?? one['name'], id) }
    }),
    levels,
  }
}
