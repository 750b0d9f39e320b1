/** The log of an incident: what is said in it that matters for pages, oldest first. */
import type { LogEntry } from '../../model/incident.ts'
import { Refused } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import { instant, objectIfAny, textOr, type Json } from '../json.ts'
import { agentNamed, userNamed, usersNamed } from './references.ts'

/** What rings, as it was recorded; the contract spells it `sms_notification`. Where a notification went is not read. */
const LOUD = /^(phone|sms|push)(_notification)?$/

/** The log of an incident; undefined where PagerDuty does not know it any more. */
export async function logOf(client: Client, id: string): Promise<LogEntry[] | undefined> {
  try {
    // The overview would leave notifications out.
    const path = `/incidents/${encodeURIComponent(id)}/log_entries`
    const newestFirst = await client.list(path, 'log_entries', { 'include[]': 'channels' }, 100)
    return entriesOf(newestFirst)
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

/** Those of a list, newest first, that are known; of one second, in the order of the list from its end. */
export function entriesOf(newestFirst: readonly Json[]): LogEntry[] {
  const once = new Map(newestFirst.map((body, i) => [textOr(body['id'], String(i)), body]))
  return [...once.values()]
    .toReversed()
    .flatMap((body) => entryOf(body))
    .sort((a, b) => a.at - b.at)
}

function entryOf(body: Json): LogEntry[] {
  const type = textOr(body['type'], '').replace(/_log_entry(_reference)?$/, '')
  const at = (): number => instant(body['created_at'], 'created_at of a log entry')
  const by = agentNamed(body['agent'])
  switch (type) {
    case 'trigger':
    case 'acknowledge':
    case 'unacknowledge':
    case 'snooze':
    case 'resolve':
      return [{ at: at(), by, kind: type }]
    // One schema spells it so.
    case 'acknowledgement':
      return [{ at: at(), by, kind: 'acknowledge' }]
    case 'annotate':
      return [{ at: at(), by, kind: 'note' }]
    case 'repeat_escalation_path':
      return [{ at: at(), by, kind: 'repeat' }]
    case 'assign':
    case 'delegate':
      return [{ at: at(), by, kind: 'assign', to: usersNamed(body['assignees'], 'assignees') }]
    case 'escalate':
      return [{ at: at(), by, kind: 'escalate', to: usersNamed(body['assignees'], 'assignees') }]
    case 'notify': {
      const user = userNamed(body['user'])
      const way = textOr(objectIfAny(objectIfAny(body['channel'])['notification'])['type'], '')
      const isLoud = LOUD.test(way)
      return user === undefined ? [] : [{ at: at(), by, kind: 'notify', user, isLoud }]
    }
    default:
      return []
  }
}
