/** Reading a whole schedule of layers out of a body: a new one, or what an existing one becomes. */
import type { Account } from '../account.ts'
import { Complaining, isObject, references, text, zone, type Json } from '../fields.ts'
import type { Layer, LayerSchedule } from './layer.ts'
import { editedLayer, newLayer } from './setting.ts'

/** A new schedule; the layers are made in the order in which they stand. */
export function newSchedule(account: Account, body: Json): LayerSchedule {
  const complain = new Complaining()
  if (body['name'] === undefined) complain.about('schedule.name', "can't be blank")
  if (body['time_zone'] === undefined) complain.about('schedule.time_zone', "can't be blank")
  const frame: LayerSchedule = {
    id: account.newId('short'),
    name: '',
    timeZone: 'Etc/UTC',
    description: '',
    teams: [],
    layers: [],
    overrides: [],
  }
  const schedule = read(account, body, frame, complain)
  complain.settle()
  if (schedule.layers.length === 0) complain.about('schedule.schedule_layers', "can't be blank")
  complain.settle()
  return schedule
}

/** What the schedule becomes. Every layer must be there, by its id, since none can be removed; new ones have none. */
export function editedSchedule(
  account: Account,
  body: Json,
  schedule: LayerSchedule,
): LayerSchedule {
  const complain = new Complaining()
  const edited = read(account, body, schedule, complain)
  complain.settle()
  return edited
}

function read(
  account: Account,
  body: Json,
  before: LayerSchedule,
  complain: Complaining,
): LayerSchedule {
  if (body['type'] !== undefined && body['type'] !== 'schedule') {
    complain.about('schedule.type', 'must be schedule')
  }
  const said = <T>(key: string, readOne: (value: unknown, field: string) => T): T | undefined =>
    body[key] === undefined || body[key] === null
      ? undefined
      : readOne(body[key], `schedule.${key}`)
  return {
    ...before,
    name:
      said('name', (value, field) => text(value, field, complain, { min: 1, max: 255 })) ??
      before.name,
    timeZone:
      said('time_zone', (value, field) => readZone(value, field, complain)) ?? before.timeZone,
    description:
      said('description', (value, field) => text(value, field, complain)) ?? before.description,
    teams: references(body['teams'], 'schedule.teams', complain, account.teams) ?? before.teams,
    layers: readLayers(account, body['schedule_layers'], before.layers, complain),
  }
}

function readZone(value: unknown, field: string, complain: Complaining): string | undefined {
  if (value === 'UTC') return complain.about(field, 'is not known: UTC (try Etc/UTC)')
  return zone(value, field, complain)
}

function readLayers(
  account: Account,
  value: unknown,
  before: readonly Layer[],
  complain: Complaining,
): readonly Layer[] {
  const field = 'schedule.schedule_layers'
  if (value === undefined) return before
  if (!Array.isArray(value) || !value.every(isObject)) {
    complain.about(field, 'must be a list of layers')
    return before
  }
  const known = before.map((layer) => {
    const i = value.findIndex((body) => idOf(body) === layer.id)
    const body = value[i]
    if (body === undefined) {
      complain.about(field, `cannot be removed, only ended: ${layer.id} is missing`)
      return layer
    }
    return editedLayer(account, body, layer, `${field}[${i}]`, complain) ?? layer
  })
  const fresh = value.flatMap((body, i) => {
    const id = idOf(body)
    if (id !== undefined) {
      if (!before.some((layer) => layer.id === id)) {
        complain.about(`${field}[${i}].id`, `is not a layer of this schedule: ${id}`)
      }
      return []
    }
    return [{ body, field: `${field}[${i}]` }]
  })
  const made = fresh.flatMap(({ body, field: where }, i) => {
    const layer = newLayer(account, body, where, before.length + i + 1, complain)
    return layer === undefined ? [] : [layer]
  })
  return [...known, ...made]
}

function idOf(body: Json): string | undefined {
  return typeof body['id'] === 'string' ? body['id'] : undefined
}
