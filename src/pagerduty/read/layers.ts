/** Reads a layer-based schedule: layers, overrides, and what is rendered. */
import { DAY, SECOND, WEEK } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { readTimeOfDay } from '../../time/written.ts'
import type { Stint } from '../../sync/schedule.ts'
import { OddAnswer } from '../../sync/service.ts'
import type { Client, Query } from '../client.ts'
import {
  instant,
  instantOrNever,
  numberIn,
  object,
  objects,
  objectsIfAny,
  text,
  textOr,
  wordOf,
  type Json,
} from '../json.ts'
import type { LayerOverride, LayerSchedule, PagerDutyLayer, Restriction } from '../remote.ts'
import { pathOf } from '../request.ts'
import { bodyOf, frameOf, rangeOf } from './frame.ts'
import { each, inPieces } from './pieces.ts'
import type { Told } from './shifts.ts'

/** A layer-based schedule; undefined where it is gone. */
export async function readLayers(
  client: Client,
  id: string,
  within: Interval,
  told: Told,
): Promise<LayerSchedule | undefined> {
  const schedule = { kind: 'layers', id } as const
  const body = told.body ?? (await bodyOf(client, schedule, within))
  if (body === undefined) return undefined
  const final = object(body['final_schedule'], 'final schedule')
  const shown = objects(
    object(body['overrides_subschedule'], 'overrides')[ENTRIES],
    'rendered overrides',
  ).map(entryOf)
  const isLeft = ({ end }: Stint): boolean => end > within.start
  const overrides = shown.some(isLeft) ? await layerOverrides(client, id, within) : []
  return {
    ...frameOf('layers', body),
    kind: 'layers',
    // PagerDuty lists the newest first, which lies on top.
    layers: objects(body['schedule_layers'], 'layers')
      .map(layerOf)
      .map((layer) => ({ ...layer, rendered: layer.rendered.filter(isLeft) }))
      .reverse(),
    items: overrides,
    rendered: objects(final[ENTRIES], 'rendered schedule').map(entryOf).filter(isLeft),
    teams: objectsIfAny(body['teams'], 'teams').map(({ id }) => text(id, 'id')),
    beyond: shown.filter((one) => !isLeft(one)).map((one) => ({ ...one, id: undefined })),
  }
}

const ENTRIES = 'rendered_schedule_entries'

/**
 * The overrides of a schedule within an interval. The ids may be told only of those that can still be edited, which
 * are asked for again then.
 */
export async function layerOverrides(
  client: Client,
  id: string,
  within: Interval,
): Promise<LayerOverride[]> {
  const path = pathOf('layers', { id })
  const read = async (query: Query): Promise<LayerOverride[]> => {
    const pages = await inPieces(within, (piece) =>
      client.get(`${path}/overrides`, { ...rangeOf(piece), ...query }),
    )
    return each(pages.flatMap((page) => objects(page['overrides'], 'list of overrides'))).map(
      (one) => ({
        id: textOr(one['id'], undefined),
        ...entryOf(one),
      }),
    )
  }
  const all = await read({})
  if (all.every(({ id }) => id !== undefined)) return all
  const editable = await read({ editable: 'true' })
  return all.map((one) => ({
    ...one,
    id:
      one.id ??
      editable.find((e) => e.start === one.start && e.end === one.end && e.user === one.user)?.id,
  }))
}

function layerOf(body: Json): PagerDutyLayer {
  return {
    id: text(body['id'], 'id'),
    name: textOr(body['name'], undefined),
    start: instant(body['start'], 'start'),
    end: instantOrNever(body['end'], 'end'),
    virtualStart: instant(body['rotation_virtual_start'], 'rotation_virtual_start'),
    seconds: numberIn(body['rotation_turn_length_seconds'], TURN, 'rotation_turn_length_seconds'),
    users: objects(body['users'], 'users of a layer').map((one) =>
      text(object(one['user'] ?? one, 'user')['id'], 'id'),
    ),
    restrictions: objectsIfAny(body['restrictions'], 'restrictions').map(restrictionOf),
    rendered: objects(body[ENTRIES], 'rendered layer').map(entryOf),
  }
}

/** Seconds: far shorter and longer than PagerDuty lets turns be (an hour to a year). */
const TURN = [60, (3650 * DAY) / SECOND] as const

function restrictionOf(body: Json): Restriction {
  const type = wordOf(body['type'], ['daily_restriction', 'weekly_restriction'], 'restriction')
  return {
    type,
    start_time_of_day: timeOfDay(body['start_time_of_day']),
    duration_seconds: numberIn(body['duration_seconds'], [1, WEEK / SECOND], 'duration_seconds'),
    ...(type === 'weekly_restriction' && {
      start_day_of_week: numberIn(body['start_day_of_week'], [1, 7], 'start_day_of_week'),
    }),
  }
}

function timeOfDay(value: unknown): string {
  const time = text(value, 'start_time_of_day')
  if (typeof readTimeOfDay(time) === 'number') return time
  throw new OddAnswer(`PagerDuty's answer has a start_time_of_day of '${time}'`)
}

function entryOf(body: Json): Stint & { readonly user: string } {
  return {
    start: instant(body['start'], 'start'),
    end: instant(body['end'], 'end'),
    user: text(object(body['user'], 'user')['id'], 'id'),
  }
}
