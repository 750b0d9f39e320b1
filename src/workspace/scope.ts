/** What is known while a workspace is understood: where a name leads to, or a problem that says it leads nowhere. */
import { momentIn, type Moment } from '../time/written.ts'
import { WEEKDAYS } from '../time/wall.ts'
import { zoneNamed, type Zone } from '../time/zone.ts'
import type { HolidayBook, HolidayList } from '../model/holidays.ts'
import type { Place } from '../model/place.ts'
import { EVERY_WEEKDAY } from '../model/window.ts'
import type { Times } from './format.ts'
import type { Report } from './report.ts'
import { quote, type Told } from './shape.ts'
import { nearestWord, suggest } from './suggest.ts'

export interface Scope {
  readonly report: Report
  /** The workspace's own zone. */
  readonly zone: Zone
  /** Whether every file could be read; where not, an unknown name is no mistake of whoever wrote it. */
  readonly complete: boolean
  readonly book: HolidayBook
  /** Ids of all that is written, sound or not. */
  readonly ids: {
    readonly people: ReadonlySet<string>
    readonly rotations: ReadonlySet<string>
  }
  readonly lists: ReadonlyMap<string, HolidayList>
}

/** The zone that a text names; `fallback` where there is no text, or where it names none, which is reported. */
export function zoneOf(told: Told<string> | undefined, fallback: Zone, report: Report): Zone {
  if (told === undefined) return fallback
  const zone = zoneNamed(told.value)
  if (zone !== undefined) return zone
  const { value, place } = told
  if (/^([+-]|utc[+-]|gmt[+-]|\d)/i.test(value)) {
    report.error(
      'unknown-zone',
      `${quote(value)} is an offset: name a zone such as 'Europe/Amsterdam', which knows its clock changes`,
      place,
    )
  } else {
    report.error('unknown-zone', `unknown zone ${quote(value)}${suggestZone(value)}`, place)
  }
  return fallback
}

/** The city alone is what people remember of a zone's name. */
function suggestZone(name: string): string {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = nearestWord(
    name.replaceAll(' ', '_'),
    zones.map((zone) => zone.slice(zone.lastIndexOf('/') + 1)),
  )
  const byCity = zones.find((zone) => city !== undefined && zone.endsWith(`/${city}`))
  const nearest = nearestWord(name, zones) ?? byCity
  return nearest === undefined
    ? `: expected a name of the IANA database, such as 'Europe/Amsterdam'`
    : ` (did you mean '${nearest}'?)`
}

/** The id of a person that a text names, or undefined, reported. */
export function personOf({ report, ids, complete }: Scope, told: Told<string>): string | undefined {
  return known(told, 'person', ids.people, report, complete)
}

/** The id of a rotation that a text names, or undefined, reported. */
export function rotationOf(
  { report, ids, complete }: Scope,
  told: Told<string>,
): string | undefined {
  return known(told, 'rotation', ids.rotations, report, complete)
}

/** The list of holidays that a text names, or undefined, reported. */
export function listOf(
  { report, lists, complete }: Scope,
  told: Told<string>,
): HolidayList | undefined {
  return lists.get(known(told, 'list', new Set(lists.keys()), report, complete) ?? '')
}

function known(
  { value, place }: Told<string>,
  what: string,
  ids: ReadonlySet<string>,
  report: Report,
  complete: boolean,
): string | undefined {
  if (ids.has(value)) return value
  if (complete)
    return report.error(
      `unknown-${what}`,
      `unknown ${what} ${quote(value)}${suggest(value, ids)}`,
      place,
    )
  // A file could not be read, which is reported; what depends on it is unsound, and that is enough said.
  return report.spoilCurrent()
}

/** A time in a zone. */
export function momentOf(told: Times | undefined, zone: Zone): Moment | undefined {
  return told && momentIn(zone, told.value)
}

/** Reports where an end is not after its beginning, judged on the wall clock as written. */
export function checkOrder(
  start: Times | undefined,
  end: Times | undefined,
  zone: Zone,
  words: string,
  report: Report,
): void {
  if (start === undefined || end === undefined) return
  // Two fixed instants are in the order in which they are; all else in the order that the wall clock shows.
  const fixed = start.value.offset !== undefined && end.value.offset !== undefined
  const key = fixed ? 'instant' : 'wall'
  if (momentIn(zone, end.value)[key] <= momentIn(zone, start.value)[key]) {
    report.error('wrong-order', words, end.place)
  }
}

/** The weekdays that `mon`, `monday`, `mon-fri` or `fri-mon` name, as bits; undefined for anything else. */
export function weekdaysOf(text: string): number | undefined {
  const [first, last, more] = text.toLowerCase().split('-').map(weekdayNamed)
  if (first === undefined || more !== undefined) return undefined
  if (!text.includes('-')) return 1 << first
  if (last === undefined) return undefined
  let days = 0
  for (let day = first; ; day = (day + 1) % 7) {
    days |= 1 << day
    if (day === last) return days & EVERY_WEEKDAY
  }
}

/** 0 for `mon` or `monday`, up to 6. */
export function weekdayNamed(text: string): number | undefined {
  const day = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text)
  return day < 0 ? undefined : day
}

/** The words for days, to suggest one. */
export const DAY_WORDS: readonly string[] = [...WEEKDAYS, ...WEEKDAYS.map((day) => day.slice(0, 3))]

/** Reports people who stand in a list twice, and `nobody` beside others. Gives the ids of those that are known. */
export function peopleOf(scope: Scope, told: readonly Told<string>[]): string[] {
  const people: string[] = []
  for (const each of told) {
    if (each.value === 'nobody') {
      if (told.length > 1)
        scope.report.error(
          'nobody-in-pair',
          `'nobody' stands alone, not beside somebody`,
          each.place,
        )
      continue
    }
    const person = personOf(scope, each)
    if (person === undefined) continue
    if (people.includes(person)) {
      scope.report.error('twice-in-pair', `${quote(person)} stands here twice`, each.place)
    } else {
      people.push(person)
    }
  }
  return people
}

/** Where a key stands, or the whole where it does not. */
export function keyPlace(
  fields: { where: Place; keys: ReadonlyMap<string, Place> },
  key: string,
): Place {
  return fields.keys.get(key) ?? fields.where
}
