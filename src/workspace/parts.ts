/** The parts of a text in block style, for a text that is broken as a whole. */

/** A key and all that belongs to it. */
export interface Part {
  readonly key: string
  /** Where it begins in the whole text. */
  readonly from: number
  readonly text: string
}

/** What begins with a key at the left margin; what stands before the first of them is a part without a key. */
export function partsOf(text: string): Part[] {
  return split(text, 0, 0)
}

/** The same within a part, by the margin of its first line below the key. */
export function innerParts({ from, text }: Part): Part[] {
  const below = /[\r\n](?=( +)[^ #\r\n])/.exec(text)
  if (below === null) return []
  const start = below.index + below[0].length
  return split(text.slice(start), from + start, below[1]?.length ?? 0).filter(
    ({ key }) => key !== '',
  )
}

/** Splits a text that begins at `base` of the whole at its keys with so many spaces before them. */
function split(text: string, base: number, margin: number): Part[] {
  const key = /(["']?)([A-Za-z0-9][\w.-]*)\1[ \t]*:(?=[ \t\r\n]|$)/
  const line = new RegExp(`(?<=^|[\\r\\n]) {${margin}}${key.source}`, 'g')
  const found = [...text.matchAll(line)]
  const first = { key: '', from: base, text: text.slice(0, found[0]?.index) }
  return [
    first,
    ...found.map((each, i) => ({
      key: each[2] ?? '',
      from: base + each.index,
      text: text.slice(each.index, found[i + 1]?.index),
    })),
  ]
}
