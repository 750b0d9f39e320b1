/** `/incidents` and `/log_entries`: what happened, to read only. */
import type { Account, Incident, LogEntry } from './account.ts'
import { inZone } from './moment.ts'
import { pageOf } from './page.ts'
import type { Interval } from './interval.ts'
import { flag, instantIn, zoneIn } from './range.ts'
import {
  links,
  policyReference,
  serviceReference,
  teamReference,
  userReference,
  type Reference,
} from './reference.ts'
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
  const [statuses, urgencies, services, users, teams] = [
    'statuses[]',
    'urgencies[]',
    'service_ids[]',
    'user_ids[]',
    'team_ids[]',
  ].map((name) => request.query.getAll(name))
  const found = [...account.incidents.values()]
    .filter(
      (incident) =>
        isIn(range, incident.createdAt) &&
        isAmong(statuses, [incident.status]) &&
        isAmong(urgencies, [incident.urgency]) &&
        isAmong(services, [incident.service]) &&
        isAmong(users, incident.assignees) &&
        isAmong(teams, incident.teams),
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
  return entries(request, account, logsOf(account).get(incident.id) ?? [])
}

/** Answers `GET /incidents/{id}/notes`: all of them at once. */
export function listNotes(request: Request, account: Account): Answer {
  const incident = account.incidents.get(param(request, 'id'))
  if (incident === undefined) throw notFound('Incident')
  const notes = [...account.notes.values()]
    .filter((note) => note.incident === incident.id)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id, user, content, createdAt }) => ({
      id,
      user: userReference(account, user),
      content,
      created_at: inZone(createdAt, 'Etc/UTC'),
      updated_at: inZone(createdAt, 'Etc/UTC'),
      channel: { summary: 'The PagerDuty website or APIs', id: null, type: 'web_or_api' },
    }))
  return { status: 200, body: { notes } }
}

/** The entries by their incident, so that thousands of incidents can be asked for one by one. */
function logsOf({ logEntries }: Account): ReadonlyMap<string, readonly LogEntry[]> {
  const known = logs.get(logEntries)
  if (known?.size === logEntries.size) return known.byIncident
  const byIncident = new Map<string, LogEntry[]>()
  for (const entry of logEntries.values()) {
    const own = byIncident.get(entry.incident) ?? []
    own.push(entry)
    byIncident.set(entry.incident, own)
  }
  logs.set(logEntries, { size: logEntries.size, byIncident })
  return byIncident
}

const logs = new WeakMap<
  Account['logEntries'],
  { readonly size: number; readonly byIncident: ReadonlyMap<string, readonly LogEntry[]> }
>()

/** The newest first; of those of one second the one that came last. */
function entries(request: Request, account: Account, all: readonly LogEntry[]): Answer {
  const since = instantIn(request, 'since') ?? -Infinity
  const until = instantIn(request, 'until') ?? Infinity
  const isOverview = flag(request, 'is_overview')
  const teams = request.query.getAll('team_ids[]')
  const found = all
    .filter(
      ({ createdAt, type, incident }) =>
        isIn({ start: since, end: until }, createdAt) &&
        (!isOverview || OVERVIEW.includes(type)) &&
        isAmong(teams, account.incidents.get(incident)?.teams ?? []),
    )
    .reverse()
    .sort((a, b) => b.createdAt - a.createdAt)
  const { items, paging } = pageOf(request, found)
  const zone = zoneIn(request, 'Etc/UTC')
  const isWhole = request.query.getAll('include[]').includes('channels')
  const shown = items.map((entry) => showEntry(account, entry, zone, isWhole))
  return { status: 200, body: { log_entries: shown, ...paging } }
}

/** The last month where nothing is said, six months at the most; everything with `date_range=all`. */
function incidentRange(request: Request, account: Account): Interval {
  if (request.query.get('date_range') === 'all') return { start: -Infinity, end: Infinity }
  const end = instantIn(request, 'until', account.zone) ?? account.now() + 1
  const start = instantIn(request, 'since', account.zone) ?? end - 30 * DAY
  if (end - start > 184 * DAY) throw invalid({ since: ['must be within 6 months of until'] })
  return { start, end }
}

function isIn({ start, end }: Interval, at: number): boolean {
  return start <= at && at < end
}

/** Whether any of some values is asked for; where nothing is, all are. */
function isAmong(asked: readonly string[] = [], values: readonly string[]): boolean {
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
    service: serviceReference(account, incident.service),
    priority:
      incident.priority === undefined
        ? null
        : { type: 'priority', summary: incident.priority, name: incident.priority },
    last_status_change_by: agentOf(account, incident.resolvedBy ?? incident.service),
    resolve_reason: mergeOf(account, incident),
    assignments: incident.assignees.map((user) => ({
      at: inZone(createdAt, zone),
      assignee: userReference(account, user),
    })),
    ...(policy === undefined ? {} : { escalation_policy: policyReference(account, policy) }),
    teams: incident.teams.map((team) => teamReference(account, team)),
    acknowledgements: incident.status === 'acknowledged' ? acknowledgedBy(account, incident) : [],
    ...links(`incidents/${id}`),
  }
}

/** A user, or else a service. */
function agentOf(account: Account, id: string): Reference {
  return account.users.has(id) ? userReference(account, id) : serviceReference(account, id)
}

function mergeOf(account: Account, { mergedInto }: Incident): object | null {
  const into = account.incidents.get(mergedInto ?? '')
  if (into === undefined) return null
  const { id, number, title } = into
  const summary = `[#${number}] ${title}`
  return {
    type: 'merge_resolve_reason',
    incident: { id, type: 'incident_reference', summary, ...links(`incidents/${id}`) },
  }
}

function acknowledgedBy(account: Account, { id, assignees }: Incident): object[] {
  const last = (logsOf(account).get(id) ?? []).findLast(({ type }) => type.startsWith('ack'))
  return assignees.map((user) => ({
    at: inZone(last?.createdAt ?? account.now(), 'Etc/UTC'),
    acknowledger: userReference(account, user),
  }))
}

/** Without `include[]=channels` the channel says no more than its type. */
function showEntry(account: Account, entry: LogEntry, zone: string, isWhole: boolean): object {
  const incident = account.incidents.get(entry.incident)
  const user = entry.user === undefined ? undefined : userReference(account, entry.user)
  const agent =
    user ?? (entry.service === undefined ? undefined : serviceReference(account, entry.service))
  const isNotice = entry.type === 'notify_log_entry'
  return {
    id: entry.id,
    type: entry.type,
    summary: entry.summary,
    created_at: inZone(entry.createdAt, zone),
    ...(agent === undefined ? {} : { agent }),
    // A notification names whom it went to.
    ...(isNotice && user !== undefined ? { user } : {}),
    ...(entry.assignees.length === 0
      ? {}
      : { assignees: entry.assignees.map((id) => userReference(account, id)) }),
    ...(entry.channel === undefined
      ? {}
      : { channel: isWhole ? entry.channel : { type: entry.channel['type'] ?? 'auto' } }),
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
