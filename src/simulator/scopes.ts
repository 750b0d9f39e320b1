/** Scopes: what a token of an app may do, and what a request needs. */

const THINGS = [
  'abilities',
  'escalation_policies',
  'incidents',
  'oncalls',
  'schedules',
  'teams',
  'users',
]

/** All that an app can be given. */
export const SCOPES: readonly string[] = [
  'audit_records.read',
  ...THINGS.flatMap((thing) => [`${thing}.read`, `${thing}.write`]),
]

/** The scope that PagerDuty's documentation names beside a request. */
export function scopeOf(method: string, path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'v3')
  const [first = '', , last] = parts
  if (parts.at(-2) === 'audit') return 'audit_records.read'
  if (first === 'schedules' && last === 'users') return 'users.read'
  const thing = first === 'log_entries' ? 'incidents' : first
  return `${thing}.${method === 'GET' ? 'read' : 'write'}`
}
