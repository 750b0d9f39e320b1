/** A schedule of layers and its parts as the API answers them. */
import type { Account } from '../account.ts'
import { inZone } from '../moment.ts'
import { coverage, type Interval } from '../interval.ts'
import { layersReference, policiesUsing, teamReference, userReference } from '../reference.ts'
import type { Layer, LayerOverride, LayerSchedule } from './layer.ts'
import type { Rendering } from './render.ts'
import type { Entry } from './turns.ts'

/** What is rendered, of which range, in which zone. */
export interface Rendered {
  readonly rendering: Rendering
  readonly range: Interval
}

/** The parts of a schedule that a list shows only if asked. */
export type Part = 'schedule_layers' | 'overrides_subschedule' | 'final_schedule'

/** The parts of a schedule that are rendered. */
export const PARTS: readonly Part[] = ['schedule_layers', 'overrides_subschedule', 'final_schedule']

/** A layer-based schedule, as it is answered. */
export function showSchedule(
  account: Account,
  schedule: LayerSchedule,
  zone: string,
  rendered: Rendered | undefined,
  parts: readonly Part[] = PARTS,
): object {
  const { id, name, timeZone, description, teams } = schedule
  const { overrides, final } = rendered?.rendering ?? { overrides: [], final: [] }
  const shown: Record<Part, () => unknown> = {
    schedule_layers: () => showLayers(account, schedule, zone, rendered),
    overrides_subschedule: () => ({
      name: 'Overrides',
      ...showEntries(account, overrides, zone, rendered),
    }),
    final_schedule: () => ({
      name: 'Final Schedule',
      ...showEntries(account, final, zone, rendered),
    }),
  }
  return {
    ...layersReference(account, id),
    id,
    type: 'schedule',
    summary: name,
    name,
    time_zone: timeZone,
    description,
    escalation_policies: policiesUsing(account, id),
    users: usersOf(schedule).map((user) => userReference(account, user)),
    teams: teams.map((team) => teamReference(account, team)),
    ...Object.fromEntries(parts.map((part) => [part, shown[part]()])),
  }
}

/** An override, as it is answered. */
export function showOverride(
  account: Account,
  { id, start, end, user }: LayerOverride,
  zone: string,
  withId: boolean = true,
): object {
  return {
    ...(withId ? { id } : {}),
    start: inZone(start, zone),
    end: inZone(end, zone),
    user: userReference(account, user),
  }
}

/** The newest first, the reverse of the order in which they were made. */
function showLayers(
  account: Account,
  { layers }: LayerSchedule,
  zone: string,
  rendered: Rendered | undefined,
): readonly object[] {
  return layers.toReversed().map((layer) => ({
    ...showLayer(account, layer, zone),
    ...showEntries(account, rendered?.rendering.layers.get(layer.id) ?? [], zone, rendered),
  }))
}

function showLayer(account: Account, { id, name, setting }: Layer, zone: string): object {
  return {
    id,
    name,
    start: inZone(setting.start, zone),
    end: setting.end === Infinity ? null : inZone(setting.end, zone),
    rotation_virtual_start: inZone(setting.virtualStart, zone),
    rotation_turn_length_seconds: setting.turnSeconds,
    users: setting.users.map((user) => ({ user: userReference(account, user) })),
    restrictions: setting.restrictions,
  }
}

function showEntries(
  account: Account,
  entries: readonly Entry[],
  zone: string,
  rendered: Rendered | undefined,
): object {
  return {
    rendered_schedule_entries: entries.map(({ start, end, user }) => ({
      start: inZone(start, zone),
      end: inZone(end, zone),
      user: userReference(account, user),
    })),
    rendered_coverage_percentage: rendered === undefined ? null : coverage(entries, rendered.range),
  }
}

/** All that its layers name, each once. */
function usersOf({ layers }: LayerSchedule): readonly string[] {
  return [...new Set(layers.flatMap(({ setting }) => setting.users))]
}
