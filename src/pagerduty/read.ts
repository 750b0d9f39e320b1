/** Reads schedules of both kinds and people, page by page. */
import type { Interval } from '../time/interval.ts'
import { writeUtc } from '../time/wall.ts'
import { Refused, type Client, type Query } from './client.ts'
import {
  instant,
  instantOrNever,
  object,
  objects,
  OddAnswer,
  text,
  textOr,
  type Json,
} from './json.ts'
import type {
  CustomShift,
  Event,
  Frame,
  Lane,
  LayerSchedule,
  LayerOverride,
  MemberOverride,
  PagerDutyLayer,
  Piece,
  Remote,
  Rendered,
  Restriction,
  ShiftSchedule,
} from './remote.ts'

/** A schedule as a list names it. */
export interface Listed {
  readonly kind: 'shifts' | 'layers'
  readonly id: string
  readonly name: string
  /** Lists of shift-based schedules do not tell it. */
  readonly description: string | undefined
}

/** Every schedule of the account, of both kinds. */
export async function listSchedules(client: Client): Promise<readonly Listed[]> {
  const shifts = await client.list('/v3/schedules', 'schedules', {}, 1000)
  const layers = await client.list('/schedules', 'schedules', {}, 100)
  const listed = [
    ...shifts.map((one): Listed => ({
      kind: 'shifts',
      id: text(one['id'], 'id'),
      name: textOr(one['summary'] ?? one['name'], ''),
      description: undefined,
    })),
    ...layers.map((one): Listed => ({
      kind: 'layers',
      id: text(one['id'], 'id'),
      name: textOr(one['name'] ?? one['summary'], ''),
      description: textOr(one['description'], ''),
    })),
  ]
  // The classic list may name the shift-based ones too; they are managed through their own API.
  const ids = new Set<string>()
  return listed.filter(({ id }) => !ids.has(id) && ids.add(id))
}

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

/** What need not be asked, since it was heard a moment ago. */
export interface Heard {
  /** The answer about the schedule itself. */
  readonly body?: Json
  /** All custom shifts, unless one is rendered that is not among them. */
  readonly customs?: readonly CustomShift[]
  /** All overrides, in the same way. */
  readonly overrides?: readonly MemberOverride[]
}

/** All of a schedule that matters from `within.start` to `within.end`; undefined where it is gone. */
export async function readSchedule(
  client: Client,
  { kind, id }: Pick<Frame, 'kind' | 'id'>,
  within: Interval,
  heard: Heard = {},
): Promise<Remote | undefined> {
  return kind === 'shifts'
    ? readShifts(client, id, within, heard)
    : readLayers(client, id, within, heard)
}

async function readShifts(
  client: Client,
  id: string,
  within: Interval,
  heard: Heard,
): Promise<ShiftSchedule | undefined> {
  const path = `/v3/schedules/${encodeURIComponent(id)}`
  const range = rangeOf(within)
  const body =
    heard.body ?? (await found(client, path, { ...range, 'include[]': 'final_schedule' }))
  if (body === undefined) return undefined
  const final = object(body['final_schedule'], 'final schedule')
  const rendered = objects(final['computed_shift_assignments']).map(renderedOf)
  // A custom shift shows wherever there is one. An override whose person is not on call any more does not, and
  // is not to be forgotten: it is made again on whatever shows them now.
  const customsShown = rendered.flatMap(({ custom }) => custom ?? [])
  const overridesShown = rendered.flatMap(({ override }) => override ?? [])
  const read = (items: string): Promise<readonly Json[]> =>
    client.list(`${path}/${items}`, items, range, 100)
  const customs =
    customsShown.length === 0
      ? []
      : (holding(heard.customs, customsShown) ?? (await read('custom_shifts')).map(customOf))
  const overrides =
    holding(heard.overrides, overridesShown) ?? (await read('overrides')).map(overrideOf)
  return {
    ...frameOf('shifts', body),
    kind: 'shifts',
    lanes: objects(body['rotations']).map(laneOf),
    customs,
    overrides,
    rendered,
  }
}

/** The items, where all that is shown is among them. */
function holding<T extends { readonly id: string }>(
  items: readonly T[] | undefined,
  shown: readonly string[],
): readonly T[] | undefined {
  return shown.every((id) => items?.some((one) => one.id === id)) ? items : undefined
}

/** The custom shifts that an answer tells of; undefined where it tells nothing that can be used. */
export function customsIn(answer: unknown): readonly CustomShift[] | undefined {
  try {
    return objects(object(answer, 'body')['custom_shifts']).map(customOf)
  } catch (error) {
    if (error instanceof OddAnswer) return undefined
    throw error
  }
}

async function readLayers(
  client: Client,
  id: string,
  within: Interval,
  heard: Heard,
): Promise<LayerSchedule | undefined> {
  const path = `/schedules/${encodeURIComponent(id)}`
  const range = rangeOf(within)
  const body = heard.body ?? (await found(client, path, range))
  if (body === undefined) return undefined
  const final = object(body['final_schedule'], 'final schedule')
  const shown = objects(object(body['overrides_subschedule'] ?? {}, 'overrides')[ENTRIES])
  const overrides = shown.length === 0 ? [] : await layerOverrides(client, path, range)
  return {
    ...frameOf('layers', body),
    kind: 'layers',
    // PagerDuty lists the newest first, which lies on top.
    layers: objects(body['schedule_layers']).map(layerOf).reverse(),
    overrides,
    rendered: objects(final[ENTRIES]).map(entryOf),
    teams: objects(body['teams']).map(({ id }) => text(id, 'id')),
  }
}

const ENTRIES = 'rendered_schedule_entries'

/** The ids may be told only of those that can still be edited, which are asked for again then. */
async function layerOverrides(
  client: Client,
  path: string,
  range: Query,
): Promise<LayerOverride[]> {
  const read = async (query: Query): Promise<LayerOverride[]> =>
    objects((await client.get(`${path}/overrides`, query))['overrides']).map((one) => ({
      id: textOr(one['id'], undefined),
      ...entryOf(one),
    }))
  const all = await read(range)
  if (all.every(({ id }) => id !== undefined)) return all
  const editable = await read({ ...range, editable: 'true' })
  return all.map((one) => ({
    ...one,
    id:
      one.id ??
      editable.find((e) => e.start === one.start && e.end === one.end && e.user === one.user)?.id,
  }))
}

/** No time zone is asked for: the restrictions of layers would come in it, and not in the schedule's own. */
function rangeOf({ start, end }: Interval): Query {
  return { since: writeUtc(start), until: writeUtc(end), overflow: 'true' }
}

async function found(client: Client, path: string, query: Query = {}): Promise<Json | undefined> {
  try {
    return object((await client.get(path, query))['schedule'], 'schedule')
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}

function frameOf(kind: 'shifts' | 'layers', body: Json): Frame {
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

function laneOf(body: Json): Lane {
  return { id: text(body['id'], 'id'), events: objects(body['events']).map(eventOf) }
}

function eventOf(body: Json): Event {
  const start = object(body['start_time'], 'start_time')
  const end = object(body['end_time'], 'end_time')
  const strategy = object(body['assignment_strategy'], 'assignment_strategy')
  const isRotating = strategy['type'] === 'rotating_member_assignment_strategy'
  const recurrence = body['recurrence']
  return {
    id: text(body['id'], 'id'),
    name: textOr(body['name'], ''),
    start: instant(start['date_time'], 'start_time'),
    end: instant(end['date_time'], 'end_time'),
    startZone: textOr(start['time_zone'], 'Etc/UTC'),
    since: instant(body['effective_since'], 'effective_since'),
    until: instantOrNever(body['effective_until'], 'effective_until'),
    recurrence: Array.isArray(recurrence) ? recurrence.map(String) : [],
    perMember: isRotating ? Number(strategy['shifts_per_member'] ?? 1) : 0,
    members: objects(strategy['members']).map(memberOf),
  }
}

function memberOf(body: Json): string | null {
  return body['type'] === 'empty_member' ? null : textOr(body['user_id'], null)
}

function stretchOf(body: Json): Interval {
  return {
    start: instant(body['start_time'], 'start_time'),
    end: instant(body['end_time'], 'end_time'),
  }
}

function customOf(body: Json): CustomShift {
  const [assignment = {}] = objects(body['assignments'])
  return {
    id: text(body['id'], 'id'),
    ...stretchOf(body),
    user: memberOf(object(assignment['member'], 'member')),
  }
}

function overrideOf(body: Json): MemberOverride {
  return {
    id: text(body['id'], 'id'),
    ...stretchOf(body),
    lane: textOr(body['rotation_id'], undefined),
    custom: textOr(body['custom_shift_id'], undefined),
    user: memberOf(object(body['overriding_member'], 'overriding_member')),
    instead: memberOf(object(body['overridden_member'], 'overridden_member')),
  }
}

function renderedOf(body: Json): Rendered {
  const source = object(body['source'], 'source')
  const type = textOr(source['type'], '')
  return {
    ...stretchOf(body),
    user: memberOf(object(body['member'], 'member')),
    lane: textOr(source['rotation_id'], undefined),
    custom: type.startsWith('custom_shift') ? textOr(source['shift_id'], '?') : undefined,
    override: type.endsWith('override') ? textOr(source['override_id'], '?') : undefined,
  }
}

function entryOf(body: Json): Piece & { readonly user: string } {
  return {
    start: instant(body['start'], 'start'),
    end: instant(body['end'], 'end'),
    user: text(object(body['user'], 'user')['id'], 'id'),
  }
}

function layerOf(body: Json): PagerDutyLayer {
  return {
    id: text(body['id'], 'id'),
    name: textOr(body['name'], undefined),
    start: instant(body['start'], 'start'),
    end: instantOrNever(body['end'], 'end'),
    virtualStart: instant(body['rotation_virtual_start'], 'rotation_virtual_start'),
    seconds: Number(body['rotation_turn_length_seconds']),
    users: objects(body['users']).map((one) =>
      text(object(one['user'] ?? one, 'user')['id'], 'id'),
    ),
    restrictions: objects(body['restrictions']).map((one): Restriction => ({
      type: one['type'] === 'weekly_restriction' ? 'weekly_restriction' : 'daily_restriction',
      start_time_of_day: text(one['start_time_of_day'], 'start_time_of_day'),
      duration_seconds: Number(one['duration_seconds']),
      ...(typeof one['start_day_of_week'] === 'number' && {
        start_day_of_week: one['start_day_of_week'],
      }),
    })),
    rendered: objects(body[ENTRIES]).map(entryOf),
  }
}
