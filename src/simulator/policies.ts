/** `/escalation_policies`: which schedules and users are alerted, and in which order. */
import type { Account, Policy, Rule, Target } from './account.ts'
import { Complaining, isObject, references, text, whole, wrapped, type Json } from './fields.ts'
import { pageOf } from './page.ts'
import {
  layersReference,
  links,
  serviceReference,
  shiftsReference,
  teamReference,
  userReference,
} from './reference.ts'
import { notFound } from './refusal.ts'
import { param, type Answer, type Request } from './route.ts'

/** Answers `GET /escalation_policies`. */
export function listPolicies(request: Request, account: Account): Answer {
  const query = request.query.get('query')?.toLowerCase() ?? ''
  const users = request.query.getAll('user_ids[]')
  const teams = request.query.getAll('team_ids[]')
  const sign = request.query.get('sort_by') === 'name:desc' ? -1 : 1
  const found = [...account.policies.values()]
    .filter(
      (policy) =>
        policy.name.toLowerCase().includes(query) &&
        (users.length === 0 || targetsOf(policy).some(({ id }) => users.includes(id))) &&
        (teams.length === 0 || policy.teams.some((team) => teams.includes(team))),
    )
    .sort((a, b) => (a.name < b.name ? -sign : sign))
  const { items, paging } = pageOf(request, found)
  const policies = items.map((policy) => showPolicy(account, policy))
  return { status: 200, body: { escalation_policies: policies, ...paging } }
}

/** Answers `POST /escalation_policies`. */
export function createPolicy(request: Request, account: Account): Answer {
  const policy = newPolicy(account, wrapped(request.body, 'escalation_policy'))
  account.policies.set(policy.id, policy)
  return { status: 201, body: { escalation_policy: showPolicy(account, policy) } }
}

/** Answers `GET /escalation_policies/{id}`. */
export function getPolicy(request: Request, account: Account): Answer {
  const policy = policyIn(request, account)
  return { status: 200, body: { escalation_policy: showPolicy(account, policy) } }
}

/** Answers `PUT /escalation_policies/{id}`. */
export function updatePolicy(request: Request, account: Account): Answer {
  const before = policyIn(request, account)
  const policy = readPolicy(account, wrapped(request.body, 'escalation_policy'), before)
  account.policies.set(policy.id, policy)
  return { status: 200, body: { escalation_policy: showPolicy(account, policy) } }
}

/** Answers `DELETE /escalation_policies/{id}`. */
export function deletePolicy(request: Request, account: Account): Answer {
  account.policies.delete(policyIn(request, account).id)
  return { status: 204 }
}

/** An escalation policy out of a body. */
export function newPolicy(account: Account, body: Json): Policy {
  const blank = { name: '', description: '', loops: 0, rules: [], teams: [] }
  return readPolicy(account, body, { id: account.newId('short'), ...blank })
}

/** The short form of whom a rule alerts. */
export function showTarget(account: Account, { kind, id }: Target): object {
  switch (kind) {
    case 'user':
      return userReference(account, id)
    case 'layers':
      return layersReference(account, id)
    case 'shifts':
      return shiftsReference(account, id)
  }
}

/** An escalation policy, as it is answered. */
export function showPolicy(account: Account, policy: Policy): object {
  const { id, name, description, loops, rules, teams } = policy
  return {
    id,
    type: 'escalation_policy',
    summary: name,
    name,
    description,
    num_loops: loops,
    on_call_handoff_notifications: 'if_has_services',
    escalation_rules: rules.map((rule) => ({
      id: rule.id,
      escalation_delay_in_minutes: rule.delayMinutes,
      targets: rule.targets.map((target) => showTarget(account, target)),
    })),
    services: [...account.services.values()]
      .filter(({ policy: alerting }) => alerting === id)
      .map((service) => serviceReference(account, service.id)),
    teams: teams.map((team) => teamReference(account, team)),
    ...links(`escalation_policies/${id}`),
  }
}

/** Lets every policy call schedules, by their ids or names, a level each, with half an hour to answer. */
export function callFirst(account: Account, schedules: readonly string[]): void {
  const all = [...account.shiftSchedules.values(), ...account.layerSchedules.values()]
  const rules = schedules.map((named): Rule => {
    const id = all.find((one) => one.id === named || one.name === named)?.id
    if (id === undefined) throw notFound('Schedule')
    const kind = account.shiftSchedules.has(id) ? 'shifts' : 'layers'
    return { id: account.newId('short'), delayMinutes: 30, targets: [{ kind, id }] }
  })
  for (const policy of account.policies.values()) {
    account.policies.set(policy.id, { ...policy, rules })
  }
}

function policyIn(request: Request, account: Account): Policy {
  const policy = account.policies.get(param(request, 'id'))
  if (policy === undefined) throw notFound('Escalation policy')
  return policy
}

function targetsOf({ rules }: Policy): readonly Target[] {
  return rules.flatMap(({ targets }) => targets)
}

function readPolicy(account: Account, body: Json, before: Policy): Policy {
  const complain = new Complaining()
  const field = 'escalation_policy'
  const name = text(body['name'] ?? before.name, `${field}.name`, complain, { min: 1 })
  const description = text(
    body['description'] ?? before.description,
    `${field}.description`,
    complain,
  )
  const loops = whole(body['num_loops'] ?? before.loops, `${field}.num_loops`, complain, { min: 0 })
  const teams = references(body['teams'], `${field}.teams`, complain, account.teams)
  const sent = body['escalation_rules']
  const rules =
    sent === undefined
      ? before.rules
      : readRules(account, sent, `${field}.escalation_rules`, complain)
  if (rules.length === 0) complain.about(`${field}.escalation_rules`, "can't be blank")
  complain.settle()
  return {
    id: before.id,
    name: name ?? before.name,
    description: description ?? before.description,
    loops: loops ?? before.loops,
    rules,
    teams: teams ?? before.teams,
  }
}

function readRules(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): readonly Rule[] {
  if (!Array.isArray(value)) {
    complain.about(field, 'must be a list')
    return []
  }
  return value.flatMap((one: unknown, i) => {
    const body = isObject(one) ? one : {}
    const where = `${field}[${i}]`
    const delayMinutes = whole(
      body['escalation_delay_in_minutes'],
      `${where}.escalation_delay_in_minutes`,
      complain,
      { min: 1 },
    )
    const targets = readTargets(account, body['targets'], `${where}.targets`, complain)
    if (delayMinutes === undefined || targets === undefined) return []
    const id = typeof body['id'] === 'string' ? body['id'] : account.newId('short')
    return [{ id, delayMinutes, targets }]
  })
}

function readTargets(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): readonly Target[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > 10) {
    return complain.about(field, 'must hold 1 to 10 targets')
  }
  const targets = value.map((one, i) => readTarget(account, one, `${field}[${i}]`, complain))
  return targets.every((target) => target !== undefined) ? targets : undefined
}

function readTarget(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): Target | undefined {
  const { type, id } = isObject(value) ? value : {}
  const found = (kind: Target['kind'], known: ReadonlyMap<string, unknown>): Target | undefined =>
    typeof id === 'string' && known.has(id)
      ? { kind, id }
      : complain.about(field, `refers to ${String(id)}, which does not exist`)
  switch (type) {
    case 'user':
    case 'user_reference':
      return found('user', account.users)
    case 'schedule':
    case 'schedule_reference':
      return found('layers', account.layerSchedules)
    case 'schedule_v3_reference':
      return found('shifts', account.shiftSchedules)
    default:
      return complain.about(`${field}.type`, `is not a target: ${String(type)}`)
  }
}
