/** What is known while a workspace is understood: where a name leads to, or a problem that says it leads nowhere. */
import { momentIn, type Moment } from '../../time/written.ts'
import { DAY } from '../../time/instant.ts'
import { addMonths, dayOfWall, writeDay, writeWall, type Wall } from '../../time/wall.ts'
import { faultOfZone } from '../../time/zone-fault.ts'
import { zoneNamed, type Zone } from '../../time/zone.ts'
import type { HolidayBook, HolidayList } from '../../model/holidays.ts'
import { faultOfId } from '../../model/id.ts'
import type { Place } from '../../model/place.ts'
import type { FileText } from '../format/file.ts'
import type { Given, Told } from '../format/shape.ts'
import type { Times } from '../format/values.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { idsMeantBy, isPlaceholder, meansEveryone, type Called } from './called.ts'
import { wayToPerson, type Beside } from './persons-meant.ts'

export interface Scope {
  readonly report: Report
  /** The workspace's own zone. */
  readonly zone: Zone
  readonly book: HolidayBook
  /** Ids of all that is written, sound or not. */
  readonly ids: {
    readonly people: ReadonlySet<string>
    readonly rotations: ReadonlySet<string>
  }
  /** What people and rotations are called besides their ids. */
  readonly called: { readonly people: Called; readonly rotations: Called }
  readonly lists: ReadonlyMap<string, HolidayList>
}

/** The zone that a text names, or else the workspace's own. */
export function zoneOrOwn({ report, zone }: Scope, told: Told<string> | undefined): Zone {
  if (told === undefined && !report.isSound('section timezone')) report.spoilCurrent()
  return zoneOf(told, zone, report)
}

/** The zone that a text names; `fallback` where there is no text, or where it names none, which is reported. */
export function zoneOf(told: Told<string> | undefined, fallback: Zone, report: Report): Zone {
  if (told === undefined) return fallback
  const fault = faultOfZone(told.value)
  if (fault !== undefined) report.error('unknown-zone', fault, told.place)
  return (fault === undefined && zoneNamed(told.value)) || fallback
}

/**
 * The id of a person that a text names, or undefined, reported.
 * @param instead what else could be meant there, where the text says it with another word
 */
export function personOf(
  { report, ids, called }: Scope,
  told: Told<string>,
  instead: (word: string) => string | undefined = placeholder,
  beside: Beside = ALONE,
): string | undefined {
  const asRotation = (word: string): string | undefined =>
    ids.rotations.has(word) ? `: that is a rotation, and here a person is named` : undefined
  const meant = (word: string): string | undefined =>
    instead(word) ??
    asRotation(word) ??
    wayToPerson(told, ids.people, called.people, beside) ??
    sayNoAll(word)
  return known(told, 'person', ids.people, 'people', report, meant)
}

function sayNoAll(word: string): string | undefined {
  return meansEveryone(word) ? `: name the people, there is no word for all of them` : undefined
}

const ALONE: Beside = { taken: new Set(), canPair: false }

/** The id of a rotation that a text names, or undefined, reported. */
export function rotationOf({ report, ids, called }: Scope, told: Told<string>): string | undefined {
  return known(told, 'rotation', ids.rotations, 'rotations', report, (word) =>
    meansEveryone(word)
      ? `: name them all, as in '[${[...ids.rotations].slice(0, 3).join(', ')}]'`
      : asWay(idsMeantBy(word, ids.rotations, called.rotations)),
  )
}

/** The list of holidays that a text names, or undefined, reported. */
export function listOf(scope: Scope, told: Told<string>): HolidayList | undefined {
  const { report, lists } = scope
  const names = new Set(lists.keys())
  const id = known(told, 'list', names, 'holidays', report, (word) =>
    asWay(idsMeantBy(word, names, () => new Map())),
  )
  return lists.get(id ?? '')
}

function asWay(meant: string | undefined): string | undefined {
  return meant && ` (did you mean ${quote(meant)}?)`
}

/** What is told of a word for nobody, where `nobody` cannot stand. */
export function placeholder(word: string): string | undefined {
  return isPlaceholder(word) ? `: leave it out where there is nobody` : undefined
}

function known(
  { value, place }: Told<string>,
  what: 'person' | 'rotation' | 'list',
  ids: ReadonlySet<string>,
  section: keyof FileText,
  report: Report,
  meant: (word: string) => string | undefined,
): string | undefined {
  if (ids.has(value)) return value
  // Where not all could be read, which is reported, it may be there: what depends on it is unsound, and enough said.
  if (!report.isSound(`section ${section}`)) return report.spoilCurrent()
  const code = `unknown-${what}` as const
  // Without a single one, that is the mistake, and one of the names is enough to see it by.
  if (ids.size === 0 && report.has(code)) return report.spoilCurrent()
  const way = meant(value)
  if (way !== undefined) return report.error(code, `unknown ${what} ${quote(value)}${way}`, place)
  const nowhere = ids.size === 0 ? 'nothing is written' : 'it is nowhere'
  const write = faultOfId(value) === undefined ? ', write it there' : ''
  const message = `unknown ${what} ${quote(value)}: ${nowhere} under '${section}:'${write}`
  // That is one mistake, however often the name stands somewhere.
  return report.says(code, message) ? report.spoilCurrent() : report.error(code, message, place)
}

/** A time in a zone. */
export function momentOf(told: Times | undefined, zone: Zone): Moment | undefined {
  return told && momentIn(zone, told.value)
}

/** Whether an end is after its beginning, judged on the wall clock as written; else that is reported. `keys` are their names. */
export function checkOrder(
  start: Times | undefined,
  end: Times | undefined,
  zone: Zone,
  keys: readonly [string, string],
  report: Report,
): boolean {
  if (start === undefined || end === undefined) return true
  // Two fixed instants are in the order in which they are; all else in the order that the wall clock shows.
  const fixed = start.value.offset !== undefined && end.value.offset !== undefined
  const key = fixed ? 'instant' : 'wall'
  const [first, last] = [momentIn(zone, start.value)[key], momentIn(zone, end.value)[key]]
  if (last > first) return true
  const way = wayPast(end, first, last)
  report.error('wrong-order', `'${keys[1]}' is not after '${keys[0]}'${way}`, end.place)
  return false
}

/** How an end comes after its beginning: a date is its midnight, and a night ends on the next day. */
function wayPast({ value }: Times, first: Wall, last: Wall): string {
  const next = last + DAY
  if (value.dateOnly && first === last)
    return `, and a date is its midnight: for that whole day write '${writeDay(dayOfWall(next))}'`
  // Over New Year the year stays the same by habit.
  const later = addMonths(last, 12)
  if (value.offset === undefined && later > first && later - first < A_WINTER) {
    return ` (did you mean '${value.dateOnly ? writeDay(dayOfWall(later)) : writeWall(later)}'?)`
  }
  if (value.dateOnly) return ''
  const isNight = value.offset === undefined && dayOfWall(first) === dayOfWall(last)
  return isNight && first !== last ? ` (did you mean '${writeWall(next)}'?)` : ''
}

/** More than somebody is away, or in somebody's place, over New Year. */
const A_WINTER = 100 * DAY

/** Reports people who stand in a list twice, and `nobody` beside others. Gives the ids of those that are known. */
export function peopleOf(
  scope: Scope,
  told: readonly Told<string>[],
  instead: (word: string) => string | undefined = asNobody,
  more: () => Beside = () => ALONE,
): string[] {
  const people = new Set<string>()
  let beside: Beside = ALONE
  for (const each of told) {
    if (each.value === 'nobody') {
      if (told.length > 1)
        scope.report.error(
          'nobody-in-pair',
          `'nobody' stands alone, not beside somebody: leave it out`,
          each.place,
        )
      continue
    }
    if (beside === ALONE && !scope.ids.people.has(each.value)) {
      const { taken, canPair } = more()
      beside = { taken: new Set([...taken, ...told.map(({ value }) => value)]), canPair }
    }
    const person = personOf(scope, each, instead, beside)
    if (person === undefined) continue
    if (people.has(person)) {
      scope.report.error(
        'twice-in-pair',
        `${quote(person)} stands here twice: leave one out`,
        each.place,
      )
    } else {
      people.add(person)
    }
  }
  return [...people]
}

/** What is told of a word for nobody, where `nobody` can stand. */
export function asNobody(word: string): string | undefined {
  return isPlaceholder(word) ? `: write 'nobody'` : undefined
}

/** Where a key stands, or the whole where it does not. */
export function keyPlace({ keys, where }: Given, key: string): Place {
  return keys.get(key) ?? where
}
