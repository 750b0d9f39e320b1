/** Where in a text a list item or a key can be inserted, so that every other byte stays. */
import {
  afterLine,
  endOfLine,
  startOfLine,
  type Laid,
  type LaidEntry,
  type LaidList,
  type LaidMap,
} from './layout.ts'

/** A text more, at an offset. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** An item of a list, as it is written: its keys and their values, in order. */
export type Item = readonly (readonly [key: string, value: string])[]

/** The same, or what is no map as its text. */
export type Entry = Item | string

/** Appends an item to the list that an entry of a map holds: as lines, in brackets, one thing alone, or not yet at all. */
export function appended(text: string, { key, value }: LaidEntry, item: Entry): Insertion[] {
  if (value.kind === 'list') {
    if (value.isFlow) return inBrackets(text, value, value.items, flowItem(item))
    return afterLast(text, value, item)
  }
  if (value.kind === 'map') return besideOne(text, value, item)
  if (value.kind !== 'scalar' || !value.isEmpty) return []
  if (isInBrackets(text, key)) return [{ at: value.to, text: ` [${flowItem(item)}]` }]
  const margin = `${indentAt(text, key.from)}  `
  return [line(text, value.to, `${margin}- ${flowItem(item)}`)]
}

/** Makes a list of a map that stands alone where a list may be, and appends to it. */
function besideOne(text: string, one: LaidMap, item: Entry): Insertion[] {
  if (one.isFlow) {
    return [
      { at: one.from, text: '[' },
      { at: one.to, text: `, ${flowItem(item)}]` },
    ]
  }
  const below = [...text.slice(one.from, one.to).matchAll(/(?<=[\r\n])(?=[^\r\n])/g)]
  return [
    { at: one.from, text: '- ' },
    ...below.map(({ index }): Insertion => ({ at: one.from + index, text: '  ' })),
    line(text, one.to, `${indentAt(text, one.from)}- ${flowItem(item)}`),
  ]
}

/** Gives a map the key `overrides` with an item; `entry` is where the map stands, which may still be empty. */
export function withOverrides(text: string, entry: LaidEntry, item: Item): Insertion[] {
  const { key, value } = entry
  if (value.kind === 'map') return withOverridesIn(text, value, item)
  if (value.kind !== 'scalar' || !value.isEmpty) return []
  if (isInBrackets(text, key))
    return [{ at: value.to, text: ` { overrides: [${flowItem(item)}] }` }]
  const margin = `${indentAt(text, key.from)}  `
  return [listLines(text, value.to, margin, item)]
}

/** The same for a map that holds something, such as the whole file. */
export function withOverridesIn(text: string, map: LaidMap, item: Item): Insertion[] {
  const last = map.entries.at(-1)
  if (map.isFlow) {
    const values = map.entries.map(({ key, value }) => (value.to > key.to ? value : key))
    return inBrackets(text, map, values, `overrides: [${flowItem(item)}]`)
  }
  if (last === undefined) return []
  const margin = indentAt(text, last.key.from)
  const end = afterRemarks(text, endOf(last), margin.length)
  return [listLines(text, end, margin, item)]
}

/** Behind the last item, in its columns; as lines where that is written as lines. */
function afterLast(text: string, list: LaidList, item: Entry): Insertion[] {
  const last = list.items.at(-1)
  if (last === undefined) return []
  const margin = indentAt(text, list.from)
  const isLines = typeof item !== 'string' && last.kind === 'map' && !last.isFlow
  const dash = /-[ \t]+$/.exec(text.slice(0, last.from))?.[0] ?? '- '
  const below = ' '.repeat(dash.length)
  const lines = isLines
    ? item.map(([key, value], i) => `${margin}${i === 0 ? dash : below}${key}: ${value}`)
    : [`${margin}${dash}${flowItem(item)}`]
  return [line(text, last.to, lines.join(breakOf(text, last.to)))]
}

/** Behind the last of what is in brackets; on a line of its own where that is. */
export function inBrackets(
  text: string,
  { from, to }: Laid,
  values: readonly Laid[],
  fresh: string,
): Insertion[] {
  const last = values.at(-1)
  if (last === undefined) {
    const isPadded = /^\s/.test(text.slice(from + 1)) && text[from] === '{'
    return [{ at: from + 1, text: isPadded ? ` ${fresh}` : fresh }]
  }
  const comma = commaAfter(text, last.to, to)
  const end = comma ?? last.to
  const isOwnLine = /(?:^|[\r\n])[ \t]*$/.test(text.slice(0, last.from))
  if (!isOwnLine) {
    return [{ at: end, text: comma === undefined ? `, ${fresh}` : ` ${fresh},` }]
  }
  const margin = indentAt(text, last.from)
  const eol = endOfLine(text, end)
  // What closes the brackets may stand on the same line, and a comment behind the last one stays there.
  const at = eol < to ? eol : end
  const onNewLine = `${breakOf(text, last.to)}${margin}${fresh}`
  if (comma !== undefined) return [{ at, text: `${onNewLine},` }]
  return at === end
    ? [{ at, text: `,${onNewLine}` }]
    : [
        { at: end, text: ',' },
        { at, text: onNewLine },
      ]
}

export function commaAfter(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (text[at] === ',') return at + 1
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? '')) at = endOfLine(text, at)
  }
  return undefined
}

/** `{ who: frank, from: 2026-11-30 16:00, … }` */
export function flowItem(item: Entry): string {
  if (typeof item === 'string') return item
  return `{ ${item.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
}

function listLines(text: string, after: number, margin: string, item: Item): Insertion {
  const rest = `${breakOf(text, after)}${margin}  - ${flowItem(item)}`
  return line(text, after, `${margin}overrides:${rest}`)
}

/** Lines more, below the line on which something ends. */
export function line(text: string, end: number, lines: string): Insertion {
  const fresh = breakOf(text, end)
  // A block of text ends with its last line break.
  const isAtStart = end > 0 && /[\r\n]/.test(text[end - 1] ?? '')
  if (isAtStart) return { at: end, text: `${lines}${fresh}` }
  const eol = endOfLine(text, end)
  return eol === text.length
    ? { at: eol, text: `${fresh}${lines}` }
    : { at: afterLine(text, end), text: `${lines}${fresh}` }
}

/** Behind the remarks that follow without a blank line, and are indented like the keys of a map or further. */
export function afterRemarks(text: string, end: number, margin: number): number {
  let at = end
  for (;;) {
    const eol = endOfLine(text, at)
    const found = /^(?:\r\n|\n|\r)([ \t]*)#/.exec(text.slice(eol))
    if (found === null || (found[1]?.length ?? 0) < Math.max(1, margin)) return at
    at = eol + found[0].length
  }
}

/** How the line ends on which an offset lies, or else the one before it. */
export function breakOf(text: string, at: number): string {
  const after = /\r\n|\n|\r/.exec(text.slice(at))
  const before = /\r\n|\n|\r/.exec(text)
  return (after ?? before)?.[0] ?? '\n'
}

/** The spaces that stand before an offset, where nothing else does on its line. */
export function indentAt(text: string, at: number): string {
  return ' '.repeat(columnOf(text, at))
}

function columnOf(text: string, at: number): number {
  return at - startOfLine(text, at)
}

export function endOf({ key, value }: LaidEntry): number {
  return Math.max(key.to, value.to)
}

/** Whether a key stands in `{…}`: there, indentation says nothing. */
export function isInBrackets(text: string, key: Laid): boolean {
  const start = key.from - columnOf(text, key.from)
  return /\S/.test(text.slice(start, key.from))
}
