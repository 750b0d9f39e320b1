/** A key more in a map, or another value of one that is there. */
import { afterRemarks, breakOf, endOf, inBrackets, indentAt, isInBrackets, line } from './insert.ts'
import type { LaidEntry, LaidMap } from './layout.ts'
import type { Replacement } from './remove.ts'

/** Gives a map a key with a value on one line; `entry` is where the map stands, which may still be empty. */
export function withValue(
  text: string,
  entry: LaidEntry,
  name: string,
  value: string,
): Replacement[] {
  const { key, value: map } = entry
  if (map.kind === 'map') return withValueIn(text, map, name, value)
  if (map.kind !== 'scalar' || !map.isEmpty) return []
  if (isInBrackets(text, key)) {
    return [{ from: map.to, to: map.to, text: ` { ${name}: ${value} }` }]
  }
  return [asReplacement(line(text, map.to, `${indentAt(text, key.from)}  ${name}: ${value}`))]
}

/** The same for a map that holds something. A value that begins with a line break stands below its key. */
export function withValueIn(
  text: string,
  map: LaidMap,
  name: string,
  value: string,
): Replacement[] {
  const known = map.entries.find(({ key }) => key.kind === 'scalar' && key.text === name)
  if (known !== undefined) {
    const { from, to, kind } = known.value
    return kind === 'scalar' && to > from ? [{ from, to, text: value }] : []
  }
  const last = map.entries.at(-1)
  if (map.isFlow) {
    const values = map.entries.map((entry) =>
      entry.value.to > entry.key.to ? entry.value : entry.key,
    )
    return inBrackets(text, map, values, `${name}: ${value}`).map(asReplacement)
  }
  if (last === undefined) return []
  const margin = indentAt(text, last.key.from)
  const end = afterRemarks(text, endOf(last), margin.length)
  const apart = areApart(text, map) ? breakOf(text, end) : ''
  const space = /^[\r\n]/.test(value) ? '' : ' '
  return [asReplacement(line(text, end, `${apart}${margin}${name}:${space}${value}`))]
}

/** Whether a blank line stands before the last entry, and that goes on below its key. */
function areApart(text: string, { entries }: LaidMap): boolean {
  const [before, last] = entries.slice(-2)
  if (before === undefined || last === undefined || !isBelow(last)) return false
  return /(?:\n|\r(?!\n))[ \t]*[\r\n]/.test(text.slice(endOf(before) - 1, last.key.from))
}

/** Whether the value of an entry is a map that is written in lines below its key. */
export function isBelow({ value }: LaidEntry): boolean {
  return value.kind === 'map' && !value.isFlow
}

function asReplacement({ at, text }: { at: number; text: string }): Replacement {
  return { from: at, to: at, text }
}
