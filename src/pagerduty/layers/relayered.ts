/** What must become of the layers that stand in a schedule: as few as possible end and begin anew. */
import { HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { dayOfWall, weekdayOf } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import type { Stint } from '../../sync/schedule.ts'
import {
  agree,
  agreedFor,
  clipped,
  isSame,
  slicesOf,
  stacked,
  zip,
  type Slice,
} from '../../sync/slices.ts'
import type { PagerDutyLayer } from '../remote.ts'
import { layerStints, type NativeLayer, type NewLayer } from './native.ts'

/** A layer as it is to be; one with an id stands there already. */
export type Layered = NewLayer & { readonly id?: string }

/** A layer that stands there, and from when on it counts: its own `start` reads as the time of the last edit. */
export interface LayerStanding {
  readonly layer: PagerDutyLayer
  readonly from: Instant
}

/** What becomes of layers. */
export interface Relayered {
  /** All that stand there, be they changed or not, and the new ones on top of them. */
  readonly layers: readonly Layered[]
  /** Those that begin anew. */
  readonly made: readonly NewLayer[]
}

/** All that is looked at for that. */
export interface LayerWorld {
  readonly native: readonly NativeLayer[]
  /** What stands there and has not ended, from the bottom up. */
  readonly standing: readonly LayerStanding[]
  /** What all layers together should give. */
  readonly goal: readonly Slice[]
  /** From here on they do not. */
  readonly at: Instant
  readonly now: Instant
  readonly zone: Zone
  readonly whole: Interval
  /** Where patches see to what layers do not give. */
  readonly range: Interval
  /** The layers that hold a native one from an instant on, in order of time. */
  readonly chainOf: (native: NativeLayer, from: Instant) => readonly NewLayer[]
}

/** Layers that begin anew from an instant on; a group keeps its order from the bottom up. */
type Group = readonly { readonly native: number; readonly from: Instant }[]

/**
 * A new layer lies on top of what is there. So first each layer that is wrong is set anew alone; where that would
 * hide another, all from the lowest such layer upwards are; and where even that does not give what is wanted, all are.
 * Undefined where nothing would give it and there is time: each try would leave layers behind for good.
 */
export function relayered(world: LayerWorld): Relayered | undefined {
  const { native, standing, at, whole, range, goal } = world
  const owners = standing.map((one) => ownerOf(one, world))
  const wrong = native.map(({ stints }, i) => {
    const own = standing.filter((_, j) => owners[j] === i)
    const present = stacked(
      own.map((one) => standingStints(one, world)),
      whole,
    )
    const first = zip(slicesOf(stints, whole), present).find(
      ({ a, b, end }) => end > at && !isSame(a, b),
    )
    return first === undefined ? Infinity : Math.max(at, first.start)
  })
  const alone: Group[] = wrong.flatMap((from, i) =>
    from === Infinity ? [] : [[{ native: i, from }]],
  )
  const upwards: Group = wrong.flatMap((_, i) => {
    const from = Math.min(...wrong.slice(0, i + 1))
    return from === Infinity ? [] : [{ native: i, from }]
  })
  const after = { start: at, end: whole.end }
  const isRight = (result: Relayered): boolean =>
    agree(clipped(given(result, world), after), clipped(goal, after))
  for (const groups of [alone, [upwards]]) {
    const result = arranged(groups, owners, world)
    if (isRight(result)) return result
  }
  const all: Group = native.map((_, i) => ({ native: i, from: at }))
  const result = arranged(
    [all],
    standing.map(() => 0),
    world,
  )
  return at < range.end || isRight(result) ? result : undefined
}

/** What a layer that stands there gives. */
export function standingStints(
  { layer, from }: LayerStanding,
  { zone, whole }: Pick<LayerWorld, 'zone' | 'whole'>,
): Stint[] {
  return layerStints({ ...layer, start: from }, zone, whole)
}

/** What the layers give once they are as they are to be. */
function given({ layers }: Relayered, { standing, zone, whole }: LayerWorld): Slice[] {
  const fromOf = (layer: Layered): Instant => {
    const old = standing.find((one) => one.layer.id === layer.id)
    return old === undefined || old.layer.virtualStart !== layer.virtualStart
      ? layer.start
      : old.from
  }
  return stacked(
    layers.map((layer) => layerStints({ ...layer, start: fromOf(layer) }, zone, whole)),
    whole,
  )
}

/** Which of the native layers a standing one holds for longest; undefined where it holds none of them. */
function ownerOf(one: LayerStanding, world: LayerWorld): number | undefined {
  const said = slicesOf(standingStints(one, world), world.whole)
  let best: { readonly i: number; readonly agreed: number } | undefined
  for (const [i, { stints }] of world.native.entries()) {
    const agreed = agreedFor(said, slicesOf(stints, world.whole))
    if (agreed > (best?.agreed ?? 0)) best = { i, agreed }
  }
  return best?.i
}

/** The layers with the groups set anew. Those that have not begun become the new ones, as far as they go. */
function arranged(
  groups: readonly Group[],
  owners: readonly (number | undefined)[],
  world: LayerWorld,
): Relayered {
  const { native, standing, at, now, chainOf } = world
  const changed = new Map<string, Layered>()
  const fresh: NewLayer[] = []
  const made: NewLayer[] = []
  /** Whether the layer has not begun, so that another may take its place. */
  const ended = (one: LayerStanding, from: Instant): boolean => {
    const { layer, from: begins } = one
    if (layer.end <= from) return false
    const isFuture = begins >= from && begins > now
    changed.set(layer.id, isFuture ? idle(one) : { ...asNew(layer), end: from })
    return isFuture
  }
  standing.forEach((one, j) => {
    if (owners[j] === undefined) ended(one, at)
  })
  for (const group of groups) {
    const slots = standing.filter((one, j) => {
      const member = group.find(({ native: i }) => i === owners[j])
      return member !== undefined && ended(one, member.from)
    })
    for (const { native: i, from } of group) {
      const one = native[i]
      const chain = one === undefined ? [] : [...chainOf(one, from)]
      const [next] = chain
      // What has only to go on for longer stays where it is, which is beneath all that is new.
      const longer =
        next === undefined || group.length > 1
          ? undefined
          : standing.find(
              (old, j) => owners[j] === i && old.layer.end <= from && goesOn(old, next, world),
            )
      if (longer !== undefined && next !== undefined) {
        changed.set(longer.layer.id, { ...asNew(longer.layer), end: next.end })
        made.push(next)
        chain.shift()
      }
      for (const layer of chain) {
        const slot = slots.shift()
        if (slot === undefined) fresh.push(layer)
        else changed.set(slot.layer.id, { ...layer, id: slot.layer.id })
        made.push(layer)
      }
    }
  }
  return {
    layers: [...standing.map(({ layer }) => changed.get(layer.id) ?? asNew(layer)), ...fresh],
    made,
  }
}

/** Whether a layer that ends would give just what another does after it. */
function goesOn(
  { layer, from }: LayerStanding,
  next: NewLayer,
  { zone, whole }: LayerWorld,
): boolean {
  const range = { start: Math.min(layer.end, next.start), end: Math.min(next.end, whole.end) }
  const longer = { ...layer, start: from, end: next.end }
  return agree(
    slicesOf(layerStints(longer, zone, range), range),
    slicesOf(layerStints(next, zone, range), range),
  )
}

/**
 * A layer that has not begun and is not needed. It cannot be removed, and one that ends as it begins might be
 * refused: so it lasts for a second, on a day on which it never opens.
 */
export function idle({ layer, from }: LayerStanding): Layered {
  const begins = Math.max(from, layer.start)
  const another = (weekdayOf(dayOfWall(begins)) + 3) % 7
  return {
    ...asNew(layer),
    start: begins,
    end: begins + SECOND,
    restrictions: [
      {
        type: 'weekly_restriction',
        start_time_of_day: '00:00:00',
        duration_seconds: HOUR / SECOND,
        start_day_of_week: another + 1,
      },
    ],
  }
}

/** A layer that stands there, as it would be sent unchanged. */
export function asNew(layer: PagerDutyLayer): Layered & { readonly id: string } {
  const { id, start, end, virtualStart, seconds, users, restrictions } = layer
  return { id, name: layer.name ?? '', start, end, virtualStart, seconds, users, restrictions }
}
