/** Rotations, understood: their layers, whom they follow, their overrides. */
import type { Zone } from '../../time/zone.ts'
import type { Place } from '../../model/place.ts'
import type { Coverage, Layer, Override, Rotation } from '../../model/rotation.ts'
import type { Named } from '../format/dictionary.ts'
import type { RotationText } from '../format/rotation.ts'
import { lacks, type Fields } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { overrideText } from '../report.ts'
import { sortOverrides, understandFreeOverrides, type FreeOverride } from './free-overrides.ts'
import { understandLayer } from './layers.ts'
import { checkOnlyOnce, type Seen } from './only-once.ts'
import { setAside, understandOverride } from './overrides.ts'
import {
  checkOrder,
  keyPlace,
  momentOf,
  rotationOf,
  zoneOf,
  zoneOrOwn,
  type Scope,
} from './scope.ts'
import { understandWindows } from './windows.ts'

/** The keys of a layer that a rotation with one layer may say directly; its `end` is that of the rotation. */
const LAYER_KEYS = ['start', 'turn', 'members', 'shifts', 'handoff', 'during'] as const

type RotationEntry = Named<Fields<RotationText>>

/** All rotations, also those with errors in them, which the report knows. */
export function understandRotations(
  scope: Scope,
  written: readonly RotationEntry[],
  overrides: readonly FreeOverride[],
): Map<string, Rotation> {
  const family = new Family(scope, written)
  const names = new Map(written.map(({ id, value }) => [id, value?.name?.value ?? id]))
  const free = sortOverrides(scope, overrides, names)
  const rotations = new Map<string, Rotation>()
  for (const { id } of written) {
    const rotation = family.understand(id)
    if (rotation === undefined) continue
    const more = understandFreeOverrides(scope, rotation, free.get(id) ?? [])
    rotations.set(id, { ...rotation, ...setAside([...rotation.overrides, ...more]) })
  }
  checkSchedules(scope, written)
  return rotations
}

/** No two may be one schedule; who is on call is known all the same. */
function checkSchedules({ report }: Scope, written: readonly RotationEntry[]): void {
  const schedules: Seen = new Map()
  for (const { value } of written) {
    const schedule = value?.pagerduty?.schedule
    if (schedule === undefined) continue
    const words = `two rotations are the schedule ${quote(schedule.value)} in PagerDuty: name it at one, and leave 'schedule' out at the other, for which sync makes one`
    checkOnlyOnce(schedule, schedules, { code: 'same-in-pagerduty', words }, report)
  }
}

/** Rotations that may follow each other: each is understood once, the followed before the follower. */
class Family {
  readonly #scope: Scope
  readonly #written: ReadonlyMap<string, RotationEntry>
  readonly #done = new Map<string, Rotation>()
  /** Those on the way from the one that is asked for to the head of its chain. */
  #chain: ReadonlySet<string> = new Set()

  constructor(scope: Scope, written: readonly RotationEntry[]) {
    this.#scope = scope
    this.#written = new Map(written.map((entry) => [entry.id, entry]))
  }

  /** Goes to the head of the chain and comes back, without a call within a call: a chain may be long. */
  understand(id: string): Rotation | undefined {
    this.#chain = this.#chainFrom(id)
    for (const next of [...this.#chain].reverse()) {
      const entry = this.#written.get(next)
      if (entry?.value === undefined) continue
      const { place, value } = entry
      const rotation = this.#scope.report.about(`rotation ${next}`, () =>
        this.#understand(next, place, value),
      )
      this.#done.set(next, rotation)
    }
    return this.#done.get(id)
  }

  /** A rotation, whom it follows, and so on, as far as they are not understood yet; of a circle each once. */
  #chainFrom(id: string): Set<string> {
    const chain = new Set<string>()
    let next: string | undefined = id
    while (next !== undefined && !chain.has(next) && !this.#done.has(next)) {
      const text: Fields<RotationText> | undefined = this.#written.get(next)?.value
      if (text === undefined) break
      chain.add(next)
      next = text.follows?.value
    }
    return chain
  }

  #understand(id: string, place: Place, text: Fields<RotationText>): Rotation {
    const { report } = this.#scope
    const followed = this.#followed(text)
    const zone =
      followed === undefined
        ? zoneOrOwn(this.#scope, text.timezone)
        : zoneOf(text.timezone, followed.zone, report)
    const layers = followed?.layers ?? layersOf(this.#scope, text, zone)
    // One that says nothing, in a text that is broken, may be no rotation at all.
    if (layers.length === 0 && !report.isSound('section rotations')) report.spoilCurrent()
    const { pagerduty } = text
    const end = momentOf(text.end, zone) ?? followed?.end
    return {
      id,
      name: text.name?.value ?? id,
      zone,
      coverage: this.#coverage(text, followed),
      ...(end && { end }),
      layers,
      ahead: followed === undefined ? 0 : followed.ahead + (text.by?.value.turns ?? 1),
      ...(followed && { follows: followed.id }),
      overrides: this.#overrides(id, text, zone),
      ...(pagerduty && {
        pagerduty: {
          ...(pagerduty.schedule && { schedule: pagerduty.schedule.value }),
          kind: pagerduty.kind?.value ?? 'shifts',
          foreign: pagerduty.foreign?.value ?? 'keep',
          ...(pagerduty.team && { team: pagerduty.team.value }),
        },
      }),
      place,
    }
  }

  #overrides(id: string, text: Fields<RotationText>, zone: Zone): Override[] {
    const { overrides } = text
    const subject = overrides && overrideText(overrides.place)
    const understood =
      subject &&
      this.#scope.report.about(subject, () =>
        (overrides.value ?? []).flatMap(
          (override) => understandOverride(this.#scope, override, zone) ?? [],
        ),
      )
    const sound =
      subject === undefined ? !text.keys.has('overrides') : this.#scope.report.isSound(subject)
    if (!sound) this.#scope.report.spoil(`overrides ${id}`)
    return understood ?? []
  }

  #coverage(text: Fields<RotationText>, followed: Rotation | undefined): Coverage {
    const { coverage } = text
    if (coverage === undefined) return followed?.coverage ?? 'always'
    return 'value' in coverage ? coverage.value : understandWindows(this.#scope, coverage)
  }

  #followed(text: Fields<RotationText>): Rotation | undefined {
    const { report } = this.#scope
    if (!text.keys.has('follows')) {
      if (text.keys.has('by') && lacks(text, 'follows'))
        report.error(
          'by-without-follows',
          `'by' needs 'follows': write whose turns these are`,
          keyPlace(text, 'by'),
        )
      return undefined
    }
    const also = ['layers', ...LAYER_KEYS].find((key) => text.keys.has(key))
    if (also !== undefined) {
      report.error(
        'follows-with-layers',
        `'follows' takes the layers of another rotation: leave out ${quote(also)}`,
        keyPlace(text, also),
      )
    }
    const told = text.follows
    const id = told && rotationOf(this.#scope, told)
    if (told === undefined || id === undefined) return undefined
    const followed = this.#done.get(id)
    if (followed === undefined && this.#chain.has(id)) {
      const chain = [...this.#chain]
      const circle = [...chain.slice(chain.indexOf(id)), id].join(' follows ')
      return report.error(
        'follows-in-circle',
        `rotations follow each other in a circle: ${circle}; one of them needs layers of its own`,
        told.place,
      )
    }
    if (!report.isSound(`rotation ${id}`)) report.spoilCurrent()
    return followed
  }
}

function layersOf(scope: Scope, text: Fields<RotationText>, zone: Zone): Layer[] {
  const { report } = scope
  const direct = LAYER_KEYS.find((key) => text.keys.has(key))
  if (!text.keys.has('layers')) {
    if (direct === undefined) return []
    checkOrder(text.start, text.end, zone, ['start', 'end'], report)
    const { name: _, timezone: __, end: ___, ...only } = text
    return understandLayer(scope, `a rotation with ${quote(direct)}`, only, zone, 1) ?? []
  }
  if (direct !== undefined) {
    report.error(
      'layers-with-layer',
      `'layers' holds the layers: write ${quote(direct)} inside one of them`,
      keyPlace(text, direct),
    )
  }
  const layers = (text.layers ?? []).flatMap(
    (layer, index) => understandLayer(scope, 'a layer', layer, zone, index + 1) ?? [],
  )
  const named = new Map<string, Place>()
  for (const layer of layers) {
    const place = named.get(layer.name)
    if (place === undefined) {
      named.set(layer.name, layer.place)
    } else {
      const related = { place, note: 'the first of that name' }
      const words = `two layers are named ${quote(layer.name)}: give each a 'name' of its own`
      report.error('same-layer-name', words, layer.place, related)
    }
  }
  return layers
}
