/** Reads a schedule's settings, before it is known what is in it. */
import type { Interval } from '../../time/interval.ts'
import { writeUtc } from '../../time/wall.ts'
import { Refused, type Client, type Query } from '../client.ts'
import { object, objects, text, textOr, type Json } from '../json.ts'
import type { Frame } from '../remote.ts'

/** What was answered about a schedule, so that it need not be asked twice. */
export interface Answered extends Frame {
  readonly body: Json
}

/**
 * A schedule's settings; undefined where there is none of that id. With a range, what it renders is asked for in
 * the same breath, for `readSchedule`. Where the kind is not known both are tried.
 */
export async function readFrame(
  client: Client,
  id: string,
  within?: Interval,
  kind?: 'shifts' | 'layers',
): Promise<Answered | undefined> {
  const range = within === undefined ? {} : rangeOf(within)
  const final = within === undefined ? {} : { ...range, 'include[]': 'final_schedule' }
  const shifts =
    kind === 'layers'
      ? undefined
      : await found(client, `/v3/schedules/${encodeURIComponent(id)}`, final)
  if (shifts !== undefined && shifts['type'] !== 'schedule') {
    return { ...frameOf('shifts', shifts), body: shifts }
  }
  const layers = await found(client, `/schedules/${encodeURIComponent(id)}`, range)
  return layers && { ...frameOf('layers', layers), body: layers }
}

export function frameOf(kind: 'shifts' | 'layers', body: Json): Frame {
  const policies = body['escalation_policies']
  return {
    kind,
    id: text(body['id'], 'id'),
    name: textOr(body['name'] ?? body['summary'], ''),
    description: textOr(body['description'], ''),
    zone: textOr(body['time_zone'], 'Etc/UTC'),
    policies: Array.isArray(policies)
      ? objects(policies).map((one) => textOr(one['summary'] ?? one['id'], ''))
      : undefined,
  }
}

/** What is answered about a schedule; undefined where there is none. */
export async function found(
  client: Client,
  path: string,
  query: Query = {},
): Promise<Json | undefined> {
  try {
    return object((await client.get(path, query))['schedule'], 'schedule')
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

/** No time zone is asked for: the restrictions of layers would come in it, and not in the schedule's own. */
export function rangeOf({ start, end }: Interval): Query {
  return { since: writeUtc(start), until: writeUtc(end), overflow: 'true' }
}
