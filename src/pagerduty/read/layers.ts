/** Reads a layer-based schedule: layers, overrides, and what is rendered. */
import type { Interval } from '../../time/interval.ts'
import type { Client, Query } from '../client.ts'
import { instant, instantOrNever, object, objects, text, textOr, type Json } from '../json.ts'
import type { LayerOverride, LayerSchedule, PagerDutyLayer, Piece, Restriction } from '../remote.ts'
import { bodyOf, frameOf, pathOf, rangeOf } from './frame.ts'
import { each, inPieces } from './pieces.ts'
import type { Heard } from './shifts.ts'

export async function readLayers(
  client: Client,
  id: string,
  within: Interval,
  heard: Heard,
): Promise<LayerSchedule | undefined> {
  const schedule = { kind: 'layers', id } as const
  const body = heard.body ?? (await bodyOf(client, schedule, within))
  if (body === undefined) return undefined
  const final = object(body['final_schedule'], 'final schedule')
  const shown = objects(object(body['overrides_subschedule'] ?? {}, 'overrides')[ENTRIES])
  const overrides = shown.length === 0 ? [] : await layerOverrides(client, id, within)
  return {
    ...frameOf('layers', body),
    kind: 'layers',
    // PagerDuty lists the newest first, which lies on top.
    layers: objects(body['schedule_layers']).map(layerOf).reverse(),
    overrides,
    rendered: objects(final[ENTRIES]).map(entryOf),
    teams: objects(body['teams']).map(({ id }) => text(id, 'id')),
    beyond: undefined,
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
  const path = pathOf({ kind: 'layers', id })
  const read = async (query: Query): Promise<LayerOverride[]> => {
    const pages = await inPieces(within, (piece) =>
      client.get(`${path}/overrides`, { ...rangeOf(piece), ...query }),
    )
    return each(pages.flatMap((page) => objects(page['overrides']))).map((one) => ({
      id: textOr(one['id'], undefined),
      ...entryOf(one),
    }))
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

function entryOf(body: Json): Piece & { readonly user: string } {
  return {
    start: instant(body['start'], 'start'),
    end: instant(body['end'], 'end'),
    user: text(object(body['user'], 'user')['id'], 'id'),
  }
}
