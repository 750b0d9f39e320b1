/** `/incidents` and `/log_entries`: what happened, to read only. */
import type { Account, Incident, LogEntry } from './account.ts'
import { inZone } from './moment.ts'
import { pageOf } from './page.ts'
import type { Interval } from './interval.ts'
import { flag, instantIn, zoneIn } from './range.ts'
import { links, policyReference, teamReference, userReference } from './reference.ts'
import { invalid, notFound } from './refusal.ts'
import { param, type Answer, type Request } from './route.ts'
import { DAY } from './zone.ts'

/** What `is_overview` leaves. */
const OVERVIEW: readonly string[] = [
  'acknowledge_log_entry',
  'assign_log_entry',
  'escalate_log_entry',
  'resolve_log_entry',
  'trigger_log_entry',
]

/** Answers `GET /incidents`. */
export function listIncidents(request: Request, account: Account): Answer {
  const range = incidentRange(request, account)
  const [field = 'created_at', direction] = (request.query.get('sort_by') ?? '').split(':')
  const sign = direction === 'desc' ? -1 : 1
  const found = [...account.incidents.values()]
    .filter(
      (incident) =>
        isIn(range, incident.createdAt) &&
        isAsked(request, 'statuses[]', [incident.status]) &&
        isAsked(request, 'urgencies[]', [incident.urgency]) &&
        isAsked(request, 'service_ids[]', [incident.service]) &&
        isAsked(request, 'user_ids[]', incident.assignees) &&
        isAsked(request, 'team_ids[]', incident.teams),
    )
    .sort((a, b) => sign * (sortKey(a, field) - sortKey(b, field)))
  const { items, paging } = pageOf(request, found)
  const zone = zoneIn(request, 'Etc/UTC')
  const incidents = items.map((incident) => showIncident(account, incident, zone))
  return { status: 200, body: { incidents, ...paging } }
}

/** Answers `GET /log_entries`. */
export function listLogEntries(request: Request, account: Account): Answer {
  return entries(request, account, [...account.logEntries.values()])
}

/** Answers `GET /incidents/{id}/log_entries`. */
export function listIncidentLogEntries(request: Request, account: Account): Answer {
  const incident = account.incidents.get(param(request, 'id'))
  if (incident === undefined) throw notFound('Incident')
  const own = [...account.logEntries.values()].filter((entry) => entry.incident === incident.id)
  return entries(request, account, own)
}

/** The newest first. */
function entries(request: Request, account: Account, all: readonly LogEntry[]): Answer {
  const since = instantIn(request, 'since') ?? -Infinity
  const until = instantIn(request, 'until') ?? Infinity
  const found = all
    .filter(
      ({ createdAt, type, incident }) =>
        isIn({ start: since, end: until }, createdAt) &&
        (!flag(request, 'is_overview') || OVERVIEW.includes(type)) &&
        isAsked(request, 'team_ids[]', account.incidents.get(incident)?.teams ?? []),
    )
    .sort((a, b) => b.createdAt - a.createdAt)
  const { items, paging } = pageOf(request, found)
  const zone = zoneIn(request, 'Etc/UTC')
  const shown = items.map((entry) => showEntry(account, entry, zone))
  return { status: 200, body: { log_entries: shown, ...paging } }
}

/** The last month where nothing is said, six months at the most; everything with `date_range=all`. */
function incidentRange(request: Request, account: Account): Interval {
  if (request.query.get('date_range') === 'all') return { start: -Infinity, end: Infinity }
  const end = instantIn(request, 'until') ?? account.now() + 1
  const start = instantIn(request, 'since') ?? end - 30 * DAY
  if (end - start > 184 * DAY) throw invalid({ since: ['must be within 6 months of until'] })
  return { start, end }
}

function isIn({ start, end }: Interval, at: number): boolean {
  return start <= at && at < end
}

function isAsked(request: Request, name: string, values: readonly string[]): boolean {
  const asked = request.query.getAll(name)
  return asked.length === 0 || values.some((value) => asked.includes(value))
}

function sortKey(incident: Incident, field: string): number {
  switch (field) {
    case 'incident_number':
      return incident.number
    case 'resolved_at':
      return incident.resolvedAt ?? Infinity
    case 'urgency':
      return incident.urgency === 'high' ? 1 : 0
    default:
      return incident.createdAt
  }
}

function showIncident(account: Account, incident: Incident, zone: string): object {
  const { id, number, title, createdAt, resolvedAt, policy } = incident
  const changedAt = inZone(resolvedAt ?? createdAt, zone)
  return {
    id,
    type: 'incident',
    summary: `[#${number}] ${title}`,
    incident_number: number,
    title,
    created_at: inZone(createdAt, zone),
    updated_at: changedAt,
    last_status_change_at: changedAt,
    resolved_at: resolvedAt === undefined ? null : inZone(resolvedAt, zone),
    status: incident.status,
    urgency: incident.urgency,
    incident_key: id.toLowerCase(),
    service: {
      id: incident.service,
      type: 'service_reference',
      summary: incident.service,
      ...links(`services/${incident.service}`),
    },
    assignments: incident.assignees.map((user) => ({
      at: inZone(createdAt, zone),
      assignee: userReference(account, user),
    })),
    ...(policy === undefined ? {} : { escalation_policy: policyReference(account, policy) }),
    teams: incident.teams.map((team) => teamReference(account, team)),
    acknowledgements: [],
    ...links(`incidents/${id}`),
  }
}

function showEntry(account: Account, entry: LogEntry, zone: string): object {
  const incident = account.incidents.get(entry.incident)
  const user = entry.user === undefined ? undefined : userReference(account, entry.user)
  return {
    id: entry.id,
    type: entry.type,
    summary: entry.summary,
    created_at: inZone(entry.createdAt, zone),
    ...(user === undefined ? {} : { agent: user }),
    // A notification names whom it went to.
    ...(entry.type === 'notify_log_entry' && user !== undefined ? { user } : {}),
    ...(entry.channel === undefined ? {} : { channel: entry.channel }),
    incident: {
      id: entry.incident,
      type: 'incident_reference',
      summary: incident?.title ?? '',
      ...links(`incidents/${entry.incident}`),
    },
    teams: (incident?.teams ?? []).map((team) => teamReference(account, team)),
    ...links(`log_entries/${entry.id}`),
  }
}
