/** Rotations, understood: their layers, whom they follow, their overrides. */
import type { Zone } from '../time/zone.ts'
import type { Coverage, Layer, Member, Override, Rotation } from '../model/rotation.ts'
import type { FreeOverrideText, LayerText, MemberText, RotationText } from './format.ts'
import { understandOverride } from './overrides.ts'
import { overrideText } from './report.ts'
import {
  checkOrder,
  keyPlace,
  momentOf,
  peopleOf,
  rotationOf,
  zoneOf,
  type Scope,
} from './scope.ts'
import { quote, type Fields, type Named, type Told } from './shape.ts'
import { nearestWord } from './suggest.ts'
import { understandWindows } from './windows.ts'

/** The keys of a layer that a rotation with one layer may say directly. */
const LAYER_KEYS = ['start', 'end', 'turn', 'members', 'during'] as const

type RotationEntry = Named<Fields<RotationText>>

/** All rotations, also those with errors in them, which the report knows. */
export function understandRotations(
  scope: Scope,
  written: readonly RotationEntry[],
  overrides: readonly Told<Fields<FreeOverrideText>>[],
): Map<string, Rotation> {
  const family = new Family(scope, written)
  const extra = new Map<string, Told<Fields<FreeOverrideText>>[]>()
  for (const override of overrides) {
    for (const id of rotationsNamed(scope, override)) {
      extra.set(id, [...(extra.get(id) ?? []), override])
    }
  }
  const rotations = new Map<string, Rotation>()
  for (const { id } of written) {
    const rotation = family.understand(id)
    if (rotation === undefined) continue
    const more = understandFreeOverrides(scope, rotation, extra.get(id) ?? [])
    rotations.set(id, { ...rotation, overrides: [...rotation.overrides, ...more] })
  }
  return rotations
}

/** Rotations that may follow each other: each is understood once, the followed before the follower. */
class Family {
  readonly #scope: Scope
  readonly #written: ReadonlyMap<string, RotationEntry>
  readonly #done = new Map<string, Rotation>()
  readonly #under: string[] = []

  constructor(scope: Scope, written: readonly RotationEntry[]) {
    this.#scope = scope
    this.#written = new Map(written.map((entry) => [entry.id, entry]))
  }

  understand(id: string): Rotation | undefined {
    const done = this.#done.get(id)
    const entry = this.#written.get(id)
    if (done !== undefined || entry === undefined) return done
    this.#under.push(id)
    const rotation = this.#scope.report.about(`rotation ${id}`, () => this.#understand(entry))
    this.#under.pop()
    this.#done.set(id, rotation)
    return rotation
  }

  #understand({ id, place, value: text }: RotationEntry): Rotation {
    const { report } = this.#scope
    const followed = this.#followed(text)
    const zone = zoneOf(text.timezone, followed?.zone ?? this.#scope.zone, report)
    const layers = followed?.layers ?? layersOf(this.#scope, text, zone)
    const { pagerduty } = text
    return {
      id,
      name: text.name?.value ?? id,
      zone,
      coverage: this.#coverage(text, followed),
      layers,
      ahead: followed === undefined ? 0 : followed.ahead + (text.by?.value.turns ?? 1),
      ...(followed && { follows: followed.id }),
      overrides: this.#overrides(id, text, zone),
      ...(pagerduty && {
        pagerduty: {
          ...(pagerduty.schedule && { schedule: pagerduty.schedule.value }),
          kind: pagerduty.kind?.value ?? 'shifts',
          foreign: pagerduty.foreign?.value ?? 'keep',
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
        overrides.value.flatMap(
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
      if (text.keys.has('by'))
        report.error('by-without-follows', `'by' needs 'follows'`, keyPlace(text, 'by'))
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
    if (this.#under.includes(id)) {
      const circle = [...this.#under.slice(this.#under.indexOf(id)), id].join(' follows ')
      return report.error(
        'follows-in-circle',
        `rotations follow each other in a circle: ${circle}`,
        told.place,
      )
    }
    const followed = this.understand(id)
    if (!report.isSound(`rotation ${id}`)) report.spoilCurrent()
    return followed
  }
}

function layersOf(scope: Scope, text: Fields<RotationText>, zone: Zone): Layer[] {
  const { report } = scope
  const direct = LAYER_KEYS.find((key) => text.keys.has(key))
  if (!text.keys.has('layers')) {
    if (direct === undefined) return []
    for (const key of ['start', 'turn', 'members'] as const) {
      if (!text.keys.has(key))
        report.error('missing-key', `a rotation with ${quote(direct)} needs '${key}'`, text.where)
    }
    const { name: _, timezone: __, ...only } = text
    return understandLayer(scope, only, zone, 1) ?? []
  }
  if (direct !== undefined) {
    report.error(
      'layers-with-layer',
      `'layers' holds the layers: write ${quote(direct)} inside one of them`,
      keyPlace(text, direct),
    )
  }
  const layers = (text.layers ?? []).flatMap(
    (layer, index) => understandLayer(scope, layer, zone, index + 1) ?? [],
  )
  for (const [index, layer] of layers.entries()) {
    const first = layers.findIndex(({ name }) => name === layer.name)
    if (first < index) {
      report.error('same-layer-name', `two layers are named ${quote(layer.name)}`, layer.place)
    }
  }
  return layers
}

/** One layer, or none where what it needs is missing, which has been reported. */
function understandLayer(
  scope: Scope,
  text: Fields<LayerText>,
  rotationZone: Zone,
  number: number,
): [Layer] | undefined {
  const { report } = scope
  const zone = zoneOf(text.timezone, rotationZone, report)
  const during = text.during && understandWindows(scope, text.during)
  const members = text.members && understandMembers(scope, text.members, zone)
  if (members?.length === 0 && text.members?.length === 0) {
    report.error(
      'no-members',
      `a layer needs somebody: list people, or 'nobody' for turns left empty`,
      keyPlace(text, 'members'),
    )
  }
  if (text.keys.has('during') && text.during?.length === 0) {
    report.error(
      'empty-value',
      `no window is written here: write one, or delete 'during'`,
      keyPlace(text, 'during'),
    )
  }
  if (text.turn?.value.unit === 'shifts' && !text.keys.has('during')) {
    report.error(
      'shifts-without-during',
      `a turn of shifts is counted in openings of windows: write 'during'`,
      text.turn.place,
    )
  }
  checkOrder(text.start, text.end, zone, `'end' is not after 'start'`, report)
  const start = momentOf(text.start, zone)
  const end = momentOf(text.end, zone)
  if (start === undefined || text.turn === undefined || members === undefined) return undefined
  return [
    {
      name: text.name?.value ?? String(number),
      zone,
      start,
      ...(end && { end }),
      turn: text.turn.value,
      members,
      during: during ?? [],
      place: text.where,
    },
  ]
}

export function understandMembers(
  scope: Scope,
  written: readonly Fields<MemberText>[],
  zone: Zone,
): Member[] {
  return written.map((text) => {
    checkOrder(text.from, text.until, zone, `'until' is not after 'from'`, scope.report)
    if (text.who?.length === 0) {
      scope.report.error(
        'empty-value',
        `nobody is named here: write a person, or 'nobody'`,
        text.where,
      )
    }
    const from = momentOf(text.from, zone)
    const until = momentOf(text.until, zone)
    return {
      people: peopleOf(scope, text.who ?? []),
      ...(from && { from }),
      ...(until && { until }),
      place: text.where,
    }
  })
}

/** The ids of the rotations that an override in a file of its own is for; what is wrong in it spoils them. */
function rotationsNamed(scope: Scope, { value, place }: Told<Fields<FreeOverrideText>>): string[] {
  const { report, ids } = scope
  const subject = overrideText(place)
  const told = value.rotation ?? []
  const named = report.about(subject, () => told.flatMap((name) => rotationOf(scope, name) ?? []))
  if (!report.isSound(subject)) {
    // Of a name with a slip in it, the one that was meant is not known either.
    const meant = told.map((name) => nearestWord(name.value, ids.rotations))
    for (const id of [...named, ...meant]) if (id !== undefined) report.spoil(`overrides ${id}`)
  }
  return [...new Set(named)]
}

function understandFreeOverrides(
  scope: Scope,
  rotation: Rotation,
  overrides: readonly Told<Fields<FreeOverrideText>>[],
): Override[] {
  return scope.report.about(`overrides ${rotation.id}`, () =>
    overrides.flatMap(({ value }) => understandOverride(scope, value, rotation.zone) ?? []),
  )
}
