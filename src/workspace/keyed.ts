/** Maps that are keyed by what belongs inside (`alice: { from: … }`), where a list of things stands. */
import { readDayRange, readWritten } from '../time/written.ts'
import { daysMeantBy } from './day-words.ts'
import { flowOf, pairsOf } from './yaml/flow.ts'
import { isEmpty, type Entry, type Node } from './yaml/node.ts'

/** `: write '{ who: carol, from: 2027-01-11 }'`, where no key of a map is one of its thing; undefined where nothing is clear. */
export function keyedWay(
  what: string,
  entries: readonly Entry[],
  names: readonly string[],
): string | undefined {
  const written = keyedAs(what, entries, names)
  if (written !== undefined) return `: write '${written}'`
  const [first] = entries
  return what === 'an override' && first?.value.kind === 'scalar' && isDate(first.key.text)
    ? `: each is an entry of a list, as - { rotation: ID, who: ${first.value.text}, on: ${first.key.text} }`
    : undefined
}

/** Things by what they are called, each with the key that what stands in front of them is meant as. */
function keyedAs(
  what: string,
  entries: readonly Entry[],
  names: readonly string[],
): string | undefined {
  const keys = entries.map(({ key }) => key.text)
  const areDates = keys.every(isDate)
  switch (what) {
    case 'a member':
      return membersKeyed(entries)
    case 'a move':
      return areDates
        ? listOf(entries, ({ key, value }) => inner('from', key.text, value, 'to'))
        : undefined
    case 'a change':
      return areDates
        ? listOf(entries, ({ key, value }) => inner('from', key.text, value))
        : undefined
    case 'a layer':
      return areMaps(entries)
        ? `[${entries.map(({ key, value }) => inner('name', key.text, value)).join(', ')}]`
        : undefined
    case 'an override':
      return overridesKeyed(entries, names, areDates)
    default:
      return undefined
  }
}

function membersKeyed(entries: readonly Entry[]): string | undefined {
  const [first, more] = entries
  if (entries.every(({ value }) => isEmpty(value)))
    return more === undefined
      ? first?.key.text
      : `[${entries.map(({ key }) => key.text).join(', ')}]`
  if (entries.every(({ value }) => value.kind === 'map' || isEmpty(value)))
    return listOf(entries, ({ key, value }) => inner('who', key.text, value))
  const areTurns = entries.every(
    ({ key, value }) =>
      (/^(?:week|turn|shift|slot|day)?[ _-]?\d+$/i.test(key.text) || isWeekday(key.text)) &&
      (value.kind === 'scalar' || value.kind === 'list'),
  )
  return areTurns ? `[${entries.map(({ value }) => flowOf(value)).join(', ')}]` : undefined
}

function isWeekday(word: string): boolean {
  return /^[a-z]{2,9}$/i.test(word) && daysMeantBy(word) !== undefined
}

function overridesKeyed(
  entries: readonly Entry[],
  names: readonly string[],
  areDates: boolean,
): string | undefined {
  if (areDates) {
    if (names.includes('rotation')) return undefined
    return listOf(entries, ({ key, value }) => inner('on', key.text, value, 'who'))
  }
  if (!names.includes('rotation')) {
    return areMaps(entries)
      ? listOf(entries, ({ key, value }) => inner('who', key.text, value))
      : undefined
  }
  const each = entries.flatMap(({ key, value }) => {
    const items = value.kind === 'list' ? value.items : [value]
    return items.map((item) =>
      item.kind === 'map' ? inner('rotation', key.text, item) : undefined,
    )
  })
  return each.includes(undefined) ? undefined : `[${each.join(', ')}]`
}

function areMaps(entries: readonly Entry[]): boolean {
  return entries.every(({ value }) => value.kind === 'map')
}

/** `{ who: carol, from: 2027-01-11 }`; a value that is no map is that of another key. */
function inner(key: string, id: string, value: Node, other?: string): string | undefined {
  if (value.kind === 'map') {
    const pairs = value.entries.length === 0 ? '' : `, ${pairsOf(value.entries)}`
    return `{ ${key}: ${id}${pairs} }`
  }
  if (isEmpty(value) && other === undefined) return `{ ${key}: ${id} }`
  return other === undefined || value.kind === 'unknown'
    ? undefined
    : `{ ${key}: ${id}, ${other}: ${flowOf(value)} }`
}

/** One alone, or several in brackets. */
function listOf(
  entries: readonly Entry[],
  write: (entry: Entry) => string | undefined,
): string | undefined {
  const written = entries.map(write)
  if (written.includes(undefined)) return undefined
  return written.length === 1 ? written[0] : `[${written.join(', ')}]`
}

function isDate(text: string): boolean {
  return typeof readWritten(text) !== 'string' || typeof readDayRange(text) !== 'string'
}
