/** Overrides in files of their own, understood: each is for the rotations that it names. */
import { groupBy } from '../../model/group.ts'
import type { Override, Rotation } from '../../model/rotation.ts'
import type { Apart, FreeOverrideText } from '../format/override.ts'
import type { Fields } from '../format/shape.ts'
import { overrideText } from '../report.ts'
import { nearestWords } from '../suggest.ts'
import { understandOverride } from './overrides.ts'
import { rotationOf, type Scope } from './scope.ts'

export type FreeOverride = Apart<Fields<FreeOverrideText>>

/** The overrides for each rotation, in the order in which they are written. */
export function sortOverrides(
  scope: Scope,
  overrides: readonly FreeOverride[],
  names: RotationNames,
): ReadonlyMap<string, readonly Fields<FreeOverrideText>[]> {
  if (!scope.report.isSound('section overrides')) spoilAll(scope)
  const named = overrides.flatMap((override) => {
    const { value } = override
    if (value === undefined) spoilAll(scope)
    return value === undefined
      ? []
      : rotationsNamed(scope, override, value, names).map((id) => ({ id, value }))
  })
  return groupBy(
    named,
    ({ id }) => id,
    ({ value }) => value,
  )
}

export function understandFreeOverrides(
  scope: Scope,
  { id, zone }: Rotation,
  overrides: readonly Fields<FreeOverrideText>[],
): Override[] {
  return scope.report.about(`overrides ${id}`, () =>
    overrides.flatMap((text) => understandOverride(scope, text, zone) ?? []),
  )
}

/** The ids of the rotations that an override is for; what is wrong in it spoils theirs. */
function rotationsNamed(
  scope: Scope,
  { place }: FreeOverride,
  text: Fields<FreeOverrideText>,
  names: RotationNames,
): string[] {
  const { report, ids } = scope
  const subject = overrideText(place)
  const told = text.rotation ?? []
  const named = report.about(subject, () => {
    const known = told.flatMap((name) => rotationOf(scope, name) ?? [])
    // What else is wrong in one that is for no rotation.
    if (known.length === 0) understandOverride(scope, text, scope.zone)
    return known
  })
  if (!report.isSound(subject)) {
    for (const id of named) report.spoil(`overrides ${id}`)
    if (told.length === 0) spoilAll(scope)
    for (const { value } of told) {
      if (!ids.rotations.has(value))
        for (const id of meantBy(value, names)) report.spoil(`overrides ${id}`)
    }
  }
  return [...new Set(named)]
}

/** The ids of rotations, and their names as people see them, by id. */
export type RotationNames = ReadonlyMap<string, string>

/** The ids that a word may have been meant as, where it is none: all of them, where it resembles none. */
function meantBy(word: string, names: RotationNames): readonly string[] {
  const called = [...names].filter(([, name]) => name.toLowerCase() === word.toLowerCase())
  const parts = word.split(/[^\w.-]+/).filter((part) => names.has(part))
  const meant = [...nearestWords(word, names.keys()), ...called.map(([id]) => id), ...parts]
  return meant.length > 0 ? meant : [...names.keys()]
}

/** An override that may be for any rotation leaves none that is certain. */
function spoilAll({ report, ids }: Scope): void {
  for (const id of ids.rotations) report.spoil(`overrides ${id}`)
}
