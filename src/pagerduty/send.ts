/** Sends the requests of a plan: the only place that writes. */
import type { Request } from '../sync/request.ts'
import { Refused, Unsure, type Names } from '../sync/service.ts'
import type { Client } from './client.ts'
import { objects, type Json } from './json.ts'

/** Sends one request; what it gives gets its name. Throws as the client does. */
export async function send(client: Client, request: Request, names: Names): Promise<unknown> {
  const { method, path, body, gives } = request
  const answer = await written(client, method, filled(path, names), body)
  if (gives !== undefined) {
    const id = idIn(answer, gives.key)
    // Something was made, and nobody knows what: look.
    if (id === undefined) throw new Unsure('an answer without an id')
    names.set(gives.name, id)
  }
  // A batch of layer-based overrides is done in parts: what was refused is said item by item.
  const bad = Array.isArray(answer)
    ? objects(answer, 'overrides').find(({ status }) => Number(status) >= 400)
    : undefined
  if (bad !== undefined) {
    throw new Refused(400, `PagerDuty refused an override: ${[bad['errors']].flat().join('; ')}`)
  }
  return answer
}

/** What is to be removed and is not there any more is removed: it may have gone with what it hung on. */
async function written(
  client: Client,
  method: Request['method'],
  path: string,
  body: Json | undefined,
): Promise<unknown> {
  try {
    return await client.write(method, path, body)
  } catch (error) {
    if (method === 'DELETE' && error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

function filled(path: string, names: Names): string {
  return path.replaceAll(/\{[^}]+\}/g, (name) => encodeURIComponent(names.get(name) ?? name))
}

function idIn(answer: unknown, key: string): string | undefined {
  const inside = typeof answer === 'object' && answer !== null ? (answer as Json)[key] : undefined
  const id = typeof inside === 'object' && inside !== null ? (inside as Json)['id'] : undefined
  return typeof id === 'string' ? id : undefined
}
