/** Short forms of the account's things, as PagerDuty puts them where one thing names another. */
import type { Account } from './account.ts'

/** The address that PagerDuty would give; nothing answers there. */
const API = 'https://api.pagerduty.com'
const WEB = 'https://simulator.pagerduty.com'

/** A thing as others refer to it. */
export interface Reference {
  readonly id: string
  readonly type: string
  readonly summary: string
  readonly self: string
  readonly html_url: string
}

function referenceTo(type: string, id: string, summary: string, path: string): Reference {
  return { id, type, summary, self: `${API}/${path}/${id}`, html_url: `${WEB}/${path}/${id}` }
}

/** Where a thing is shown. */
export function links(api: string, web: string = api): { self: string; html_url: string } {
  return { self: `${API}/${api}`, html_url: `${WEB}/${web}` }
}

/** The reference to a user. */
export function userReference(account: Account, id: string): Reference {
  return referenceTo('user_reference', id, account.users.get(id)?.name ?? 'Deleted User', 'users')
}

/** The reference to a team. */
export function teamReference(account: Account, id: string): Reference {
  return referenceTo('team_reference', id, account.teams.get(id)?.name ?? 'Deleted Team', 'teams')
}

/** The reference to an escalation policy. */
export function policyReference(account: Account, id: string): Reference {
  const name = account.policies.get(id)?.name ?? 'Deleted Policy'
  return referenceTo('escalation_policy_reference', id, name, 'escalation_policies')
}

/** The reference to a service. */
export function serviceReference(account: Account, id: string): Reference {
  return referenceTo('service_reference', id, account.services.get(id)?.name ?? id, 'services')
}

/** The reference to a shift-based schedule. */
export function shiftsReference(account: Account, id: string): Reference {
  const name = account.shiftSchedules.get(id)?.name ?? 'Deleted Schedule'
  return {
    ...referenceTo('schedule_v3_reference', id, name, 'schedules'),
    self: `${API}/v3/schedules/${id}`,
  }
}

/** The reference to a layer-based schedule. */
export function layersReference(account: Account, id: string): Reference {
  const name = account.layerSchedules.get(id)?.name ?? 'Deleted Schedule'
  return referenceTo('schedule_reference', id, name, 'schedules')
}

/** The escalation policies that use a schedule. */
export function policiesUsing(account: Account, schedule: string): readonly Reference[] {
  return [...account.policies.values()]
    .filter(({ rules }) => rules.some(({ targets }) => targets.some(({ id }) => id === schedule)))
    .map(({ id }) => policyReference(account, id))
}
