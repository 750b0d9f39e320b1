/** Reads a shift-based schedule: rotations with their events, custom shifts, overrides, and what is rendered. */
import type { Interval } from '../../time/interval.ts'
import { OddAnswer } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import {
  instant,
  instantOrNever,
  list,
  numberIn,
  object,
  objects,
  text,
  textOr,
  wordOf,
  type Json,
} from '../json.ts'
import type { Event, RenderedShift, ShiftItem, ShiftSchedule, Track } from '../remote.ts'
import { pathOf } from '../request.ts'
import { BACK, bodyOf, frameOf, rangeOf } from './frame.ts'
import { each, inPieces } from './pieces.ts'

/**
 * What need not be asked, since it was told a moment ago. No key may be left out: any answer of PagerDuty's would do
 * as one of these that tells nothing, and what it holds would be asked for again.
 */
export interface Told {
  /** The answer about the schedule itself, with what it renders. */
  readonly body: Json | undefined
  /** All custom shifts, unless one is rendered that is not among them. */
  readonly customs: readonly ShiftItem[] | undefined
  /** All overrides, in the same way. */
  readonly overrides: readonly ShiftItem[] | undefined
}

/** Where all has to be asked for. */
export const NOTHING_TOLD: Told = { body: undefined, customs: undefined, overrides: undefined }

/** A shift-based schedule; undefined where it is gone. */
export async function readShifts(
  client: Client,
  id: string,
  within: Interval,
  told: Told,
): Promise<ShiftSchedule | undefined> {
  const schedule = { kind: 'shifts', id } as const
  const path = pathOf('shifts', schedule)
  const body = told.body ?? (await bodyOf(client, schedule, within))
  if (body === undefined) return undefined
  const final = object(body['final_schedule'], 'final schedule')
  const all = objects(final['computed_shift_assignments'], 'computed_shift_assignments').map(
    renderedOf,
  )
  const rendered = all.filter(({ end }) => end > within.start)
  // A custom shift shows wherever there is one. An override whose person is not on call any more does not, and
  // is not to be forgotten: it is made again on whatever shows them now.
  const customsShown = rendered.flatMap(({ source }) => source.item ?? [])
  const overridesShown = rendered.flatMap(({ source }) => source.over ?? [])
  const customs =
    customsShown.length === 0
      ? []
      : (holding(told.customs, customsShown) ?? (await customsWithin(client, id, within)))
  const overrides =
    holding(told.overrides, overridesShown) ??
    (await overridesWithin(client, id, { ...within, start: within.start - BACK }))
  return {
    ...frameOf('shifts', body),
    kind: 'shifts',
    tracks: await tracksOf(client, path, objects(body['rotations'], 'rotations')),
    items: [...customs, ...overrides],
    rendered,
    beyond: all.flatMap(({ start, end, user, source: { item: id, over } }) =>
      end > within.start || id === undefined || over !== undefined
        ? []
        : [{ id, start, end, user }],
    ),
  }
}

/** The custom shifts of a schedule within an interval, those that have ended included. */
export async function customsWithin(
  client: Client,
  id: string,
  within: Interval,
): Promise<readonly ShiftItem[]> {
  return (await itemsWithin(client, id, 'custom_shifts', within)).map(customOf)
}

/** The overrides of a schedule within an interval, those that have ended included. */
export async function overridesWithin(
  client: Client,
  id: string,
  within: Interval,
): Promise<readonly ShiftItem[]> {
  return (await itemsWithin(client, id, 'overrides', within)).map(overrideOf)
}

async function itemsWithin(
  client: Client,
  id: string,
  items: string,
  within: Interval,
): Promise<readonly Json[]> {
  const path = `${pathOf('shifts', { id })}/${items}`
  const pages = await inPieces(within, (piece) => client.list(path, items, rangeOf(piece), 100))
  return each(pages.flat())
}

/** The items, where all that is shown is among them. */
function holding<T extends { readonly id: string }>(
  items: readonly T[] | undefined,
  shown: readonly string[],
): readonly T[] | undefined {
  return shown.every((id) => items?.some((one) => one.id === id)) ? items : undefined
}

/** The custom shifts that an answer tells of; undefined where it tells nothing that can be used. */
export function customsIn(answer: unknown): readonly ShiftItem[] | undefined {
  try {
    return objects(object(answer, 'body')['custom_shifts'], 'custom_shifts').map(customOf)
  } catch (error) {
    if (error instanceof OddAnswer) return undefined
    throw error
  }
}

/** The rotations; the events of those that come without them are asked for. */
async function tracksOf(
  client: Client,
  path: string,
  rotations: readonly Json[],
): Promise<Track[]> {
  const tracks: Track[] = []
  for (const { id, events } of rotations) {
    const track = text(id, 'id')
    const told = Array.isArray(events)
      ? objects(events, 'events')
      : await client.list(
          `${path}/rotations/${encodeURIComponent(track)}/events`,
          'events',
          {},
          100,
        )
    tracks.push({ id: track, events: told.map(eventOf) })
  }
  return tracks
}

const ROTATING = 'rotating_member_assignment_strategy'
const STRATEGIES = [ROTATING, 'every_member_assignment_strategy']

function eventOf(body: Json): Event {
  const start = object(body['start_time'], 'start_time')
  const end = object(body['end_time'], 'end_time')
  const strategy = object(body['assignment_strategy'], 'assignment_strategy')
  const isRotating = wordOf(strategy['type'], STRATEGIES, 'assignment_strategy') === ROTATING
  return {
    id: text(body['id'], 'id'),
    name: textOr(body['name'], ''),
    start: instant(start['date_time'], 'start_time'),
    end: instant(end['date_time'], 'end_time'),
    startZone: textOr(start['time_zone'], 'Etc/UTC'),
    since: instant(body['effective_since'], 'effective_since'),
    until: instantOrNever(body['effective_until'], 'effective_until'),
    recurrence: list(body['recurrence'], 'recurrence').map((one) => text(one, 'recurrence')),
    perMember: isRotating
      ? numberIn(strategy['shifts_per_member'], [1, 1000], 'shifts_per_member')
      : 0,
    members: objects(strategy['members'], 'members').map(memberOf),
  }
}

function customOf(body: Json): ShiftItem {
  const [assignment = {}] = objects(body['assignments'], 'assignments')
  return {
    id: text(body['id'], 'id'),
    ...stretchOf(body),
    user: memberOf(object(assignment['member'], 'member')),
  }
}

function overrideOf(body: Json): ShiftItem {
  const track = textOr(body['rotation_id'], undefined)
  const on = track ?? text(body['custom_shift_id'], 'rotation_id or custom_shift_id')
  return {
    id: text(body['id'], 'id'),
    ...stretchOf(body),
    on,
    isOnItem: track === undefined,
    user: memberOf(object(body['overriding_member'], 'overriding_member')),
    instead: memberOf(object(body['overridden_member'], 'overridden_member')),
  }
}

function renderedOf(body: Json): RenderedShift {
  // An empty turn may come without any.
  const source = object(body['source'] ?? {}, 'source')
  const type = textOr(source['type'], '')
  return {
    ...stretchOf(body),
    user: memberOf(object(body['member'], 'member')),
    source: {
      turns: textOr(source['rotation_id'], undefined),
      item: type.startsWith('custom_shift') ? textOr(source['shift_id'], '?') : undefined,
      over: type.endsWith('override') ? textOr(source['override_id'], '?') : undefined,
    },
  }
}

function memberOf(body: Json): string | null {
  const type = wordOf(body['type'], ['user_member', 'empty_member'], 'member')
  return type === 'empty_member' ? null : text(body['user_id'], 'user_id')
}

function stretchOf(body: Json): Interval {
  return {
    start: instant(body['start_time'], 'start_time'),
    end: instant(body['end_time'], 'end_time'),
  }
}
