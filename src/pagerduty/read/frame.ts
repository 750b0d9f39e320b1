/** Reads a schedule's settings, before it is known what is in it. */
import { DAY } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { writeUtc } from '../../time/wall.ts'
import type { Frame } from '../../sync/schedule.ts'
import { Refused, type Answer, type Seen } from '../../sync/service.ts'
import type { Client, Query } from '../client.ts'
import { object, objects, text, textIfAny, textOr, type Json } from '../json.ts'
import type { Kind } from '../remote.ts'
import { pathOf } from '../request.ts'
import { bodiesTogether, inPieces } from './pieces.ts'

/** A schedule's frame, and what was answered about it. */
interface Answered extends Seen {
  readonly kind: Kind
  readonly answer: Answer & { readonly body: Json }
}

/**
 * A schedule's frame; undefined where there is none of that id. With a range, what it renders is asked for in
 * the same breath, for `readSchedule`. The kind is what it was last seen to be: the other API is asked where PagerDuty
 * says so, and where nothing is known, first the newer, then the other.
 */
export async function readFrame(
  client: Client,
  id: string,
  within?: Interval,
  kind?: Kind,
): Promise<Answered | undefined> {
  const first = kind ?? 'shifts'
  const answered = await answerOf(client, { kind: first, id }, within)
  const isElsewhere = answered === OTHER_KIND || (answered === undefined && kind === undefined)
  if (!isElsewhere) return answered
  const second = first === 'shifts' ? 'layers' : 'shifts'
  const other = await answerOf(client, { kind: second, id }, within)
  return other === OTHER_KIND ? undefined : other
}

async function answerOf(
  client: Client,
  one: { readonly kind: Kind; readonly id: string },
  within: Interval | undefined,
): Promise<Answered | typeof OTHER_KIND | undefined> {
  try {
    const body = await bodyOf(client, one, within)
    if (body === undefined) return undefined
    // A classic schedule that the newer API tells all the same is managed through its own.
    const isOther = one.kind === 'shifts' && body['type'] === 'schedule'
    const answer = { body, isRendered: within !== undefined }
    return isOther ? OTHER_KIND : { ...frameOf(one.kind, body), kind: one.kind, answer }
  } catch (error) {
    if (isOtherKind(error)) return OTHER_KIND
    throw error
  }
}

const OTHER_KIND = Symbol('a schedule of the other kind')

/** So far back what it rendered is told as well, since the mark may be of items that have ended not long ago. */
export const BACK: number = 35 * DAY

/** What PagerDuty answers about a schedule, with what it renders where there is a range; undefined where it is gone. */
export async function bodyOf(
  client: Client,
  one: { readonly kind: Kind; readonly id: string },
  within: Interval | undefined,
): Promise<Json | undefined> {
  const path = pathOf(one.kind, one)
  if (within === undefined) return found(client, path)
  const include: Query = one.kind === 'shifts' ? { 'include[]': 'final_schedule' } : {}
  const bodies = await inPieces({ ...within, start: within.start - BACK }, (piece) =>
    found(client, path, { ...rangeOf(piece), ...include }),
  )
  const all = bodies.filter((body) => body !== undefined)
  const [first, ...others] = all
  // What is gone in between is gone.
  if (first === undefined || all.length < bodies.length) return undefined
  return others.reduce(bodiesTogether, first)
}

/** "This is a layer-based schedule. Use the v2 Schedules API to access it.", and the same the other way round. */
function isOtherKind(error: unknown): boolean {
  return (
    error instanceof Refused &&
    error.status === 400 &&
    /use the v[23] schedules api/i.test(error.message)
  )
}

/** The frame that an answer about a schedule tells. */
export function frameOf(kind: Kind, body: Json): Frame {
  const policies = body['escalation_policies'] ?? undefined
  return {
    kind,
    id: text(body['id'], 'id'),
    name: text(body['name'] ?? body['summary'], 'name'),
    description: textIfAny(body['description'], 'description'),
    zone: text(body['time_zone'], 'time_zone'),
    policies:
      policies &&
      objects(policies, 'escalation policies').map((one) =>
        textOr(one['summary'] ?? one['id'], ''),
      ),
  }
}

/** What is answered about a schedule; undefined where there is none. */
async function found(client: Client, path: string, query: Query = {}): Promise<Json | undefined> {
  try {
    return object((await client.get(path, query))['schedule'], 'schedule')
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

/** A range as a query. No time zone is asked for: the restrictions of layers would come in it, and not in the schedule's own. */
export function rangeOf({ start, end }: Interval): Query {
  return { since: writeUtc(start), until: writeUtc(end), overflow: 'true' }
}
