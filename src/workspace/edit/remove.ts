/** How an item goes from a list, so that every other line stays. */
import { commaAfter, endOf } from './insert.ts'
import {
  afterLine,
  endOfLine,
  startOfLine,
  type Laid,
  type LaidEntry,
  type LaidMap,
  type Stands,
} from './layout.ts'

/** A piece of a text that goes, or makes way for another. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Takes the item that stands at an offset out of the list that an entry of a map holds. A list of lines goes with its
 * key where nothing is left of it, one thing without a list always, and so does one in the brackets of `map`, unless the key is all that the file has;
 * none where the item is not found.
 */
export function removed(
  text: string,
  entry: LaidEntry,
  at: number,
  map: Laid | undefined,
): Replacement[] {
  const list = entry.value
  if (list.kind !== 'list') {
    const isIt = list.from <= at && at < list.to && map?.kind === 'map'
    if (!isIt) return []
    // A remark between the key and it is somebody's.
    if (!text.slice(entry.key.to, list.from).includes('#'))
      return removedEntry(text, map, map.entries.indexOf(entry))
    const lines = wholeLines(text, list, /^[ \t]*$/)
    return lines === undefined ? [] : [{ ...lines, text: '' }]
  }
  const index = list.items.findIndex(({ from, to }) => from <= at && at < to)
  const item = list.items[index]
  if (item === undefined) return []
  const isLast = list.items.length === 1
  if (list.isFlow && isLast && map?.kind === 'map' && map.isFlow) {
    return [outOfBrackets(text, map, map.entries.map(wholeEntry), map.entries.indexOf(entry))]
  }
  if (list.isFlow) return [outOfBrackets(text, list, list.items, index)]
  const lines = linesOf(text, item)
  if (lines === undefined) return []
  if (!isLast || map === undefined) return [{ ...lines, text: '' }]
  const keyLine = startOfLine(text, entry.key.from)
  // Only where nothing but the item stands behind the key: a remark between them is somebody's.
  const isBare = /^[^#\r\n]*:[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(keyLine, lines.from))
  return [{ from: isBare ? keyLine : lines.from, to: lines.to, text: '' }]
}

/** Takes an entry out of a map; none where it cannot be told from what stands on its lines. */
export function removedEntry(text: string, map: LaidMap, index: number): Replacement[] {
  const entry = map.entries[index]
  if (entry === undefined) return []
  if (map.isFlow) return [outOfBrackets(text, map, map.entries.map(wholeEntry), index)]
  const lines = wholeLines(text, wholeEntry(entry), /^[ \t]*$/)
  return lines === undefined ? [] : [{ ...lines, text: '' }]
}

/** The whole lines of an item with a dash of its own; undefined where other things stand on them. */
function linesOf(text: string, item: Laid): { from: number; to: number } | undefined {
  return wholeLines(text, item, /^[ \t]*-[ \t]+(?:&\S+[ \t]+)?$/)
}

/** The whole lines on which something stands; undefined where anything but `before`, or a remark behind it, stands there too. */
function wholeLines(
  text: string,
  item: Stands,
  before: RegExp,
): { from: number; to: number } | undefined {
  const from = startOfLine(text, item.from)
  if (!before.test(text.slice(from, item.from))) return undefined
  // A block of text ends with its last line break.
  const end = /[\r\n]/.test(text[item.to - 1] ?? '') ? item.to - 1 : item.to
  const eol = endOfLine(text, end)
  if (!/^[ \t]*(?:#.*)?$/.test(text.slice(end, eol))) return undefined
  if (eol < text.length) return { from, to: afterLine(text, end) }
  // The last line of a file that does not end with a line break: the one before it goes.
  const broken = text.slice(0, from).endsWith('\r\n') ? 2 : 1
  return { from: Math.max(0, from - broken), to: eol }
}

function wholeEntry(entry: LaidEntry): Stands {
  return { from: entry.key.from, to: endOf(entry) }
}

function outOfBrackets(
  text: string,
  list: Stands,
  values: readonly Stands[],
  index: number,
): Replacement {
  const [item, previous, next] = [values[index], values[index - 1], values[index + 1]]
  const whole = item ?? list
  const start = startOfLine(text, whole.from)
  const eol = endOfLine(text, whole.to)
  const isOwnLine =
    /^[ \t]*(?:&\S+[ \t]+)?$/.test(text.slice(start, whole.from)) &&
    /^[ \t]*,?[ \t]*(?:#.*)?$/.test(text.slice(whole.to, eol)) &&
    eol < list.to
  if (isOwnLine) {
    return { from: start, to: afterLine(text, whole.to), text: '' }
  }
  if (next !== undefined) {
    const comma = commaAfter(text, whole.to, next.from) ?? next.from
    return previous === undefined
      ? { from: afterSpaces(text, list.from + 1), to: afterSpaces(text, comma), text: '' }
      : { from: commaAfter(text, previous.to, whole.from) ?? whole.from, to: comma, text: '' }
  }
  if (previous !== undefined) return { from: previous.to, to: whole.to, text: '' }
  return { from: list.from + 1, to: list.to - 1, text: '' }
}

function afterSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}
