/** Slips that the parser finds some lines below where they stand, or takes for something else. */
import { sayOddIn } from '../odd-characters.ts'

export interface Slip {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** How a line looks that is no YAML, and what to do. */
const SLIPS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^(\s*)(`{3,}|~{3,})\w*\s*$/, () => `a fence of Markdown: delete this line`],
  [
    /^()(\+)(?= {2,}\S| *$)/,
    () => `a '+' of a diff is left at the beginning of this line: delete it`,
  ],
  [/^(\s+)([*•–—])\s+\S/, () => `in a list each stands behind a '-' and a space`],
  [
    /^(\s*(?:- +)?)([A-Za-z][\w-]*:)(?=[^\s:/])(?!.*: )/,
    ([, , key = '']) => `write a space after '${key}'`,
  ],
  [
    /^(\s*(?:- +)?)([A-Za-z][\w-]* *=) *(?=\S)(?!.*: )/,
    ([, , key = '']) => `a key ends with ':': write '${key.replace(/ *=$/, '')}: '`,
  ],
]

/** The slip on the line of an offset, or on the last one before it in which something stands. */
export function slipNear(text: string, at: number): Slip | undefined {
  const start = lineStart(text, at)
  return slipAt(text, start) ?? slipAt(text, lineAbove(text, start))
}

/** A tab right before an offset: between brackets the parser takes spaces alone, and speaks of a bracket. */
export function tabBefore(text: string, at: number): Slip | undefined {
  let start = at
  while (/^[ \t]$/.test(text.charAt(start - 1))) start -= 1
  const from = text.slice(0, at).indexOf('\t', start)
  if (from < 0) return undefined
  const isIndentation = start === lineStart(text, at)
  const words = isIndentation ? TAB_IN_INDENTATION : 'a tab stands here: write a space'
  return { words, from, to: from + 1 }
}

export const TAB_IN_INDENTATION = 'a tab in the indentation: YAML allows only spaces there'

function slipAt(text: string, start: number | undefined): Slip | undefined {
  if (start === undefined) return undefined
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? ''
  const odd = sayOddIn(line)
  if (odd !== undefined) {
    const column = Math.max(0, line.search(/\P{ASCII}/u))
    return { words: odd, from: start + column, to: start + column + 1 }
  }
  for (const [pattern, say] of SLIPS) {
    const found = pattern.exec(line)
    if (found === null) continue
    const from = start + (found[1]?.length ?? 0)
    return { words: say(found), from, to: from + Math.max(1, found[2]?.length ?? 1) }
  }
  return undefined
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
}

function lineAbove(text: string, start: number): number | undefined {
  const before = text.slice(0, start).trimEnd()
  return before === '' ? undefined : lineStart(text, before.length)
}
