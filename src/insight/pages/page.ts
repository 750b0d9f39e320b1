/** A page: a call for one person's attention to one incident, until something answers it. */
import type { Instant } from '../../time/instant.ts'
import type { Incident, LogEntry, User } from '../../model/incident.ts'

/** A page: the phone of one user rang about one incident, once or again. */
export interface Page {
  readonly incident: Incident
  readonly user: User
  /** When the phone rang first. */
  readonly at: Instant
  /** Each time that it rang, the first among them. */
  readonly rings: readonly Instant[]
}

/**
 * The pages of an incident, in order of time. The first loud notification of a person begins one, and it takes in all
 * further ones until something answers: whatever was done to the incident by anybody, or that the acknowledgement ran
 * out or the escalation path began again. An e-mail rings nowhere.
 */
export function pagesOf(incident: Incident): Page[] {
  const pages: { user: User; rings: Instant[] }[] = []
  const open = new Map<string, Instant[]>()
  for (const entry of incident.log) {
    if (answers(entry)) open.clear()
    if (entry.kind !== 'notify' || !entry.isLoud) continue
    const rings = open.get(entry.user.id)
    if (rings !== undefined) rings.push(entry.at)
    else {
      const first = [entry.at]
      open.set(entry.user.id, first)
      pages.push({ user: entry.user, rings: first })
    }
  }
  return pages.map(({ user, rings }) => ({ incident, user, at: rings[0] ?? 0, rings }))
}

/** Whether whoever rings again after it makes a new page. */
function answers({ kind }: LogEntry): boolean {
  switch (kind) {
    case 'acknowledge':
    case 'unacknowledge':
    case 'snooze':
    case 'repeat':
    case 'resolve':
    case 'assign':
    case 'escalate':
      return true
    case 'trigger':
    case 'note':
    case 'notify':
      return false
  }
}
