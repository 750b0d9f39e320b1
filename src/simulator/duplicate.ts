/** What people do in PagerDuty to begin with something: a copy of a schedule, its description and all. */
import type { Account } from './account.ts'
import type { LayerSchedule } from './layers/layer.ts'
import { notFound } from './refusal.ts'
import type { ShiftSchedule } from './shifts/schedule.ts'

/**
 * The id of the copy. What recurs is copied; what does not, the overrides and custom shifts, stays with the original
 * alone, as do the escalation policies.
 */
export function duplicate(account: Account, id: string): string {
  const layers = account.layerSchedules.get(id)
  const shifts = account.shiftSchedules.get(id)
  if (layers !== undefined) {
    const copy = ofLayers(layers, account)
    account.layerSchedules.set(copy.id, copy)
    return copy.id
  }
  if (shifts === undefined) throw notFound('Schedule')
  const copy = ofShifts(shifts, account)
  account.shiftSchedules.set(copy.id, copy)
  return copy.id
}

function ofLayers(schedule: LayerSchedule, { newId }: Account): LayerSchedule {
  return {
    ...schedule,
    id: newId('short'),
    name: copied(schedule.name),
    layers: schedule.layers.map((layer) => ({ ...layer, id: newId('short') })),
    overrides: [],
  }
}

function ofShifts(schedule: ShiftSchedule, { newId }: Account): ShiftSchedule {
  return {
    ...schedule,
    id: newId('short'),
    name: copied(schedule.name),
    rotations: schedule.rotations
      .filter(({ deleted }) => !deleted)
      .map((rotation) => ({
        ...rotation,
        id: newId('long'),
        events: rotation.events.map((event) => ({ ...event, id: newId('long') })),
      })),
    customShifts: [],
    overrides: [],
  }
}

function copied(name: string): string {
  return `${name} (copy)`
}
