/** Who is on call by a schedule of layers: each layer by itself, the overrides, and all of them on top of each other. */
import { joined, overlaps, sorted, within, withoutAll, type Interval } from '../interval.ts'
import type { Readings } from '../readings.ts'
import { DAY, SECOND, WEEK } from '../zone.ts'
import type { Layer, LayerSchedule } from './layer.ts'
import { turnsOf, type Entry } from './turns.ts'

/** What a layer-based schedule renders. */
export interface Rendering {
  /** By the id of the layer. */
  readonly layers: ReadonlyMap<string, readonly Entry[]>
  readonly overrides: readonly Entry[]
  readonly final: readonly Entry[]
}

/** All that lies in the range, clipped to it unless entries may overflow. */
export function render(
  schedule: LayerSchedule,
  range: Interval,
  overflow: boolean,
  readings: Readings,
): Rendering {
  const pad = longestOf(schedule)
  const wide = { start: range.start - pad, end: range.end + pad }
  const layers = schedule.layers.map((layer) => entriesOf(layer, schedule.timeZone, wide, readings))
  const overrides = schedule.overrides
    .filter((override) => overlaps(override, wide))
    .map(({ start, end, user }) => [{ start, end, user }])
  const shown = (entries: readonly Entry[]): Entry[] => {
    const whole = readings.neighbours === 'merged' ? joined(entries, isSameUser) : sorted(entries)
    return overflow ? whole.filter((entry) => overlaps(entry, range)) : within(whole, range)
  }
  return {
    layers: new Map(schedule.layers.map(({ id }, i) => [id, shown(layers[i] ?? [])])),
    overrides: shown(onTop(overrides)),
    final: shown(onTop([...layers, ...overrides])),
  }
}

/** What a layer gives by itself. A turn that an edit went through is one entry, if its user is the same. */
function entriesOf(layer: Layer, zone: string, range: Interval, readings: Readings): Entry[] {
  const settings = [...layer.past, layer.setting]
  const seams = new Set(layer.past.map(({ end }) => end))
  return joined(
    settings.flatMap((setting) => turnsOf(setting, zone, range, readings)),
    (a, b) => isSameUser(a, b) && seams.has(a.end),
  )
}

/** Later ones win over earlier ones. */
function onTop(groups: readonly (readonly Entry[])[]): Entry[] {
  return groups.reduce<Entry[]>((below, group) => [...withoutAll(below, group), ...group], [])
}

/** No entry is longer, so nothing further than this outside a range can matter within it. */
function longestOf({ layers, overrides }: LayerSchedule): number {
  const turns = layers
    .flatMap(({ past, setting }) => [...past, setting])
    .map(({ turnSeconds }) => turnSeconds * SECOND)
  return Math.max(WEEK, ...turns, ...overrides.map(({ start, end }) => end - start)) + DAY
}

function isSameUser(a: Entry, b: Entry): boolean {
  return a.user === b.user
}
