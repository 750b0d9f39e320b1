/** The audit trail of schedules: what was changed, when, and by whom. */
import type { Account } from './account.ts'
import { isObject, type Json } from './fields.ts'
import type { Answer, Request } from './route.ts'

/** Who asks, and by what way: somebody in the web, or a token. */
export interface Doer {
  readonly kind: 'user' | 'api_key' | 'app'
  /** Undefined where it is a key or an app of the account, or nobody says who it was. */
  readonly id: string | undefined
  readonly method: 'browser' | 'api_token' | 'oauth'
}

/** A record of who did what to a schedule. */
export interface AuditRecord {
  readonly id: string
  readonly at: number
  readonly doer: Doer
  readonly schedule: string
  readonly action: 'create' | 'update' | 'delete'
  readonly resource: { readonly id: string; readonly type: string }
  /** What the answer said of it. */
  readonly shown: Json
}

/** What is told of by its own name in a path, and of which type it is. */
const TYPES: Readonly<Record<string, string>> = {
  rotations: 'schedule_rotation_reference',
  events: 'schedule_event_reference',
  custom_shifts: 'custom_shift_reference',
}
const ACTIONS: Readonly<Record<string, AuditRecord['action']>> = {
  POST: 'create',
  PUT: 'update',
  DELETE: 'delete',
}

/** Notes what a request has changed in a schedule, a record for each of its parts. */
export function note(request: Request, answer: Answer, account: Account, doer: Doer): void {
  const action = ACTIONS[request.method]
  const isShifts = request.path.startsWith('/v3/')
  const [collection, ...parts] = request.path.split('/').slice(isShifts ? 2 : 1)
  if (action === undefined || collection !== 'schedules' || parts[0] === 'preview') return
  for (const shown of action === 'delete' ? [{ id: parts.at(-1) }] : changedIn(answer.body)) {
    const { id } = shown
    if (typeof id !== 'string') continue
    const schedule = parts[0] ?? id
    account.audit.push({
      id: account.newId('long'),
      at: account.now(),
      doer,
      schedule,
      action,
      resource: { id, type: typeOf(parts, isShifts) },
      shown: action === 'delete' ? {} : shown,
    })
  }
}

/** The things under the one key of an answer, or in the list that the overrides of layers are answered with. */
function changedIn(body: unknown): readonly Json[] {
  if (Array.isArray(body)) {
    return body.flatMap((one: unknown) =>
      isObject(one) && one['status'] === 201 && isObject(one['override']) ? [one['override']] : [],
    )
  }
  const [inside] = isObject(body) ? Object.values(body) : []
  return [inside].flat().filter(isObject)
}

function typeOf(parts: readonly string[], isShifts: boolean): string {
  const name = parts.length % 2 === 0 ? parts.at(-1) : parts.at(-2)
  if (name === undefined || parts.length < 2) {
    return isShifts ? 'schedule_v3_reference' : 'schedule_reference'
  }
  if (name === 'overrides') return isShifts ? 'override_shift_reference' : 'override_reference'
  return TYPES[name] ?? `${name}_reference`
}
