/** An incident, as PagerDuty answers it in a list. */
import type { Incident } from '../../model/incident.ts'
import { instant, object, objectIfAny, objectsIfAny, text, textOr, type Json } from '../json.ts'
import { harmlessOr } from './harmless.ts'
import { agentNamed, userNamed } from './references.ts'

/** An incident out of a list, without its log. */
export function incidentOf(body: Json): Incident {
  const service = object(body['service'], 'service of an incident')
  const serviceId = text(service['id'], 'id')
  const changed = textOr(body['resolved_at'] ?? body['last_status_change_at'], undefined)
  const created = instant(body['created_at'], 'created_at')
  const state = stateIn(body['status'])
  return {
    id: text(body['id'], 'id'),
    number: typeof body['incident_number'] === 'number' ? body['incident_number'] : 0,
    title: harmlessOr(body['title'] ?? body['description'] ?? body['summary'], ''),
    url: textOr(body['html_url'], ''),
    service: { id: serviceId, name: harmlessOr(service['summary'] ?? service['name'], serviceId) },
    policy: textOr(objectIfAny(body['escalation_policy'])['id'], undefined),
    urgency: textOr(body['urgency'], ''),
    priority: harmlessOr(
      objectIfAny(body['priority'])['summary'] ?? objectIfAny(body['priority'])['name'],
      null,
    ),
    state,
    created,
    resolved:
      state !== 'resolved'
        ? undefined
        : changed === undefined
          ? created
          : instant(changed, 'resolved_at'),
    changedBy: agentNamed(body['last_status_change_by']),
    assigned: objectsIfAny(body['assignments'], 'assignments').flatMap(
      ({ assignee }) => userNamed(assignee) ?? [],
    ),
    merged: mergedIn(objectIfAny(body['resolve_reason'])),
    log: [],
  }
}

function stateIn(status: unknown): Incident['state'] {
  return status === 'resolved' || status === 'acknowledged' ? status : 'triggered'
}

/** `[#12] Title`, which is all that is told of the other incident. */
function mergedIn(reason: Json): Incident['merged'] {
  if (reason['type'] !== 'merge_resolve_reason') return false
  const into = textOr(objectIfAny(reason['incident'])['summary'], '')
  const number = /^\[#(\d+)\]/.exec(into)?.[1]
  return number === undefined ? true : Number(number)
}
