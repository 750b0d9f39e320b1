/** Overrides, understood: those of a rotation, and those of files of their own. */
import { oddityOf } from '../../time/oddity.ts'
import type { Zone } from '../../time/zone.ts'
import type { OddEnd, Override, Rotation } from '../../model/rotation.ts'
import type { OverrideText } from '../format/override.ts'
import { lacks, type Fields } from '../format/shape.ts'
import type { Times } from '../format/values.ts'
import { quote } from '../quote.ts'
import { keyPlace, peopleOf, personOf, type Scope } from './scope.ts'
import { stretchOf } from './stretch.ts'

/** `zone` is the rotation's: an override's times are read there. */
export function understandOverride(
  scope: Scope,
  text: Fields<OverrideText>,
  zone: Zone,
): Override | undefined {
  const { report } = scope
  const stretch = stretchOf('an override', text, zone, report)
  const replaces = text.keys.has('who')
  const adds = text.keys.has('add')
  if (replaces && adds) {
    report.error(
      'who-with-add',
      `'who' replaces and 'add' adds: write two overrides`,
      keyPlace(text, 'add'),
    )
  } else if (lacks(text, 'who') && lacks(text, 'add')) {
    report.error('missing-key', `an override needs 'who' (instead) or 'add' (besides)`, text.where)
  }
  const told = text.who ?? text.add ?? []
  const people = peopleOf(scope, told)
  if (adds && told.length === 1 && told[0]?.value === 'nobody') {
    report.error(
      'nobody-added',
      `'nobody' cannot be added: 'who: nobody' empties a stretch`,
      told[0].place,
    )
  }
  const insteadOf = insteadOfWhom(scope, text, people)
  if (
    stretch === undefined ||
    (replaces && text.keys.has('instead_of') && insteadOf === undefined)
  ) {
    return undefined
  }
  return {
    start: stretch.start,
    end: stretch.end,
    kind: adds ? 'add' : 'replace',
    people,
    ...(insteadOf !== undefined && { insteadOf }),
    ...(text.why && { why: text.why.value }),
    ...(text.to?.value.dateOnly === true && { dateOnlyTo: text.to.place }),
    ...writingOf(text, zone),
    place: text.where,
  }
}

/** What only a clock change makes empty or backwards holds nothing, and is no error: it is put aside. */
export function setAside(overrides: readonly Override[]): Pick<Rotation, 'overrides' | 'emptied'> {
  const emptied = overrides.filter(({ start, end }) => start >= end)
  if (emptied.length === 0) return { overrides }
  return { overrides: overrides.filter(({ start, end }) => start < end), emptied }
}

/** How it is written, where that is out of the common. */
function writingOf({ on, from, to }: Fields<OverrideText>, zone: Zone): Pick<Override, 'written'> {
  const wholeDays =
    on !== undefined || (from?.value.dateOnly === true && to?.value.dateOnly === true)
  const odd = [...oddEnd('from', from, zone), ...oddEnd('to', to, zone)]
  return wholeDays || odd.length > 0 ? { written: { wholeDays, odd } } : {}
}

/** A date alone is a day, wherever its midnight lies; an offset says which time is meant. */
function oddEnd(key: OddEnd['key'], told: Times | undefined, zone: Zone): OddEnd[] {
  if (told === undefined || told.value.dateOnly || told.value.offset !== undefined) return []
  const { wall } = told.value
  const oddity = oddityOf(zone, wall)
  return oddity === undefined ? [] : [{ key, wall, oddity }]
}

function insteadOfWhom(
  scope: Scope,
  text: Fields<OverrideText>,
  people: readonly string[],
): string | undefined {
  const told = text.instead_of
  if (told === undefined) return undefined
  const { report } = scope
  if (text.keys.has('add')) {
    return report.error(
      'who-with-add',
      `'instead_of' belongs to 'who': an 'add' replaces nobody`,
      told.place,
    )
  }
  if (told.value === 'nobody') {
    return report.error(
      'nobody-replaced',
      `'instead_of' names a person: leave it out to fill a gap`,
      told.place,
    )
  }
  const person = personOf(scope, told)
  if (person !== undefined && people.includes(person)) {
    return report.error(
      'replaces-self',
      `${quote(person)} cannot stand in for themselves: name somebody else`,
      told.place,
    )
  }
  return person
}
