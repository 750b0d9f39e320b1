/** A `#` that was meant as text, and begins a comment to YAML. */
import type { Place } from '../../model/place.ts'
import type { ScalarNode } from './node.ts'

/** What a value was probably meant to be, where a comment without a space (`see #123`, `#general`) follows it. */
export function lostText({
  place,
  text,
  plain,
}: ScalarNode): { words: string; place: Place } | undefined {
  if (!plain) return undefined
  const { source, from, to } = place
  const next = source.text[to]
  if (text !== '' && next !== ' ' && next !== '\t') return undefined
  const behind = source.text.slice(to, to + LONGEST)
  const found =
    text === '' ? /^\s*:[ \t]+(#\S[^\r\n]*)/.exec(behind) : /^[ \t]+#\S[^\r\n]*/.exec(behind)
  if (found === null || found[0].length === LONGEST) return undefined
  const end = to + found[0].trimEnd().length
  const start = text === '' ? end - (found[1] ?? '').trimEnd().length : from
  const meant = JSON.stringify(source.text.slice(start, end))
  return {
    words: `'#' begins a comment: put the value in quotes, write '${meant}'`,
    place: { source, from: start, to: end },
  }
}

/** The same where what begins it names an anchor (`&friends visit`) to YAML, and nothing else does. */
export function lostAnchor({
  place: { source, from, to },
  plain,
}: ScalarNode): { words: string; place: Place } | undefined {
  if (!plain || source.text[from - 1] !== ' ') return undefined
  const before = source.text.slice(Math.max(0, from - LONGEST), from)
  const found = before.includes('&') ? /[:,[{-] +(&(\S+) +)$/.exec(before) : null
  const [, lost = '', name = ''] = found ?? []
  if (lost === '' || source.text.includes(`*${name}`)) return undefined
  const start = from - lost.length
  return {
    words: `'&' begins the name of an anchor, which is no part of the text: put the value in quotes, write '${JSON.stringify(source.text.slice(start, to))}'`,
    place: { source, from: start, to },
  }
}

/** More is no end of a sentence. */
const LONGEST = 200
