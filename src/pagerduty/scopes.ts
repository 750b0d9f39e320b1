/** Which scope of a token PagerDuty asks for what. */

/** A token of an app or of a user that may do only what its scopes say; the others are keys. */
export function isScoped(token: string): boolean {
  return /^pd(us|eu)\+_/.test(token)
}

/** What the first part of a path is about, where that is not the scope's own name. */
const ABOUT: Readonly<Record<string, string>> = { log_entries: 'incidents' }

/** The scope that a request needs. */
export function scopeOf(method: string, path: string): string {
  if (path.endsWith('/audit/records')) return 'audit_records.read'
  const [, first = ''] = /^\/(?:v3\/)?(\w+)/.exec(path) ?? []
  return `${ABOUT[first] ?? first}.${method === 'GET' ? 'read' : 'write'}`
}
