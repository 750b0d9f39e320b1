/** The parts of a text in block style, for a text that is broken as a whole. */

/** A key and all that belongs to it. */
export interface Part {
  readonly key: string
  /** Whether its first line is no key, but could be meant as one: what stands below it must not be given to another. */
  readonly stray?: true
  /** Where it begins in the whole text. */
  readonly from: number
  readonly text: string
}

/** What begins with a key at the left margin; what stands before the first of them is a part without a key. */
export function partsOf(text: string, meantBy: (word: string) => string | undefined): Part[] {
  return split(text, 0, 0).flatMap((part) => cut(part, meantBy))
}

/**
 * Cuts a part before each line that was probably meant as the key of another: it has lost its colon, say. What stands
 * below such a line is not given to the part above. A line that only stands too far left may be of the part all the
 * same, so there it is a part of its own, without what follows.
 */
function cut(part: Part, meantBy: (word: string) => string | undefined): Part[] {
  const { from, text } = part
  const parts: Part[] = []
  let rest = part
  let margin = part.key === '' ? 1 : marginBelow(text)
  for (const { 0: line, 1: spaces = '', index } of text.matchAll(/^([ \t]*)(?![ \t#])[^\r\n]+/gm)) {
    if (index === 0 && part.key !== '') continue
    const isInside = margin === 0 ? /^[ -]/.test(line) : /^ */.exec(line)![0].length >= margin
    const key = isInside ? undefined : meantBy(headOf(line))
    if (key === undefined) continue
    const stray: Part = { key, stray: true, from: from + index, text: line }
    if (spaces !== '') {
      parts.push(stray)
      continue
    }
    const at = from + index - rest.from
    parts.push({ ...rest, text: rest.text.slice(0, at) })
    rest = { ...stray, text: rest.text.slice(at) }
    margin = Math.max(1, marginBelow(rest.text))
  }
  return [...parts, rest]
}

/** How far in the things below the first line of a text stand; all the way where they stand in that line. */
function marginBelow(text: string): number {
  if (/^[^:\r\n]*:[ \t]+[^#&|>{["'\s]/.test(text)) return Infinity
  return /[\r\n]( *)(?! )(?![ \t]*(?:#|[\r\n]|$))/.exec(text)?.[1]?.length ?? 1
}

/** The first word of a line, behind whatever does not belong to a word, and without what nobody sees. */
function headOf(line: string): string {
  return /^[^A-Za-z{[#]*([A-Za-z][\w-]*)/.exec(line.replace(/\p{C}/gu, ''))?.[1] ?? ''
}

/** The same within a part, by the margin of its first line below the key. */
export function innerParts({ from, text }: Part): Part[] {
  const below = /[\r\n](?=( +)[^ #\r\n])/.exec(text)
  if (below === null) return []
  const start = below.index + below[0].length
  // A word that stands alone has lost its colon.
  const key = new RegExp(`${KEY.source}|[A-Za-z0-9][\\w.-]*[ \\t]*(?=[\\r\\n]|$)`)
  return split(text.slice(start), from + start, below[1]?.length ?? 0, key).filter(
    (part) => part.key !== '',
  )
}

const KEY = /(["']?)[A-Za-z0-9][\w.-]*\1[ \t]*:(?=[ \t\r\n]|$)/

/** Splits a text that begins at `base` of the whole at its keys with so many spaces before them. */
function split(text: string, base: number, margin: number, key = KEY): Part[] {
  const line = new RegExp(`(?<=^|[\\r\\n]) {${margin}}(?:${key.source})`, 'g')
  const found = [...text.matchAll(line)]
  const first = { key: '', from: base, text: text.slice(0, found[0]?.index) }
  return [
    first,
    ...found.map((each, i): Part => ({
      key: /[\w.-]+/.exec(each[0])?.[0] ?? '',
      ...(!each[0].endsWith(':') && { stray: true }),
      from: base + each.index,
      text: text.slice(each.index, found[i + 1]?.index),
    })),
  ]
}
