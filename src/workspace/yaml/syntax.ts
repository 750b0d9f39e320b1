/** What is wrong where a text is no YAML, said the way out. */
import type { Source } from '../../model/place.ts'
import type { Problem } from '../../model/problem.ts'
import { sayOddIn } from '../odd-characters.ts'
import { slipNear, TAB_IN_INDENTATION, tabBefore } from './slips.ts'
import type { Part } from './parts.ts'

const UNCLOSED = /deficient indentation|within a/

/** The parser's words for what people do wrong most, and ours. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, TAB_IN_INDENTATION],
  [
    /deficient indentation/,
    `a quote, '[' or '{' above is never closed, or this line needs spaces before it`,
  ],
  [/missed comma/, `a ',' is missing before this`],
  [/found ','/, `nothing stands before this ',': delete it`],
  [/within a flow collection/, `a '[' or '{' is never closed`],
  [/end of the (stream|document) within a/, 'a quote is never closed'],
  [
    /document separator is expected/,
    'this does not belong to what stands above: check the indentation',
  ],
  [/null byte/, 'a null byte in the file: is it really YAML?'],
  [/non-printable|valid JSON character/, 'a control character in the file: delete it'],
  [/unknown escape|hexadecimal/, `a '\\' in double quotes begins an escape: use single quotes`],
  [/maxDepth/, 'this is nested more than 100 levels deep: is a bracket left open?'],
  [/multiline key|expected ':'/, `a key needs ': ' behind it, on the same line`],
  [/after the key-value separator/, `write a space after the ':'`],
  [/anchor (node|property)/, `'&' begins the name of an anchor: put the value in quotes`],
  [/alias node/, `'*' begins the name of an alias: put the value in quotes`],
  [/\btag\b/, `'!' begins a tag, and tags are not used: put the value in quotes`],
  [
    /directive|YAML version/,
    `'%' at the beginning of a line is for directives of YAML, which are not used: delete the line`,
  ],
  [
    /chomping|indentation width|line break is expected/,
    `after '|' or '>' the text begins on the next line`,
  ],
]

/** The problem that the parser met at an offset of a part, for its own reason. */
export function syntaxProblem(
  source: Source,
  part: Part,
  reason: string,
  position: number,
): Problem {
  const { text } = source
  // What is missed at the end is missed behind the last word, not some lines below.
  const at = part.from + Math.min(position, part.text.trimEnd().length)
  const problem = (message: string, from: number, to: number): Problem => ({
    code: 'yaml',
    severity: 'error',
    message,
    place: { source, from, to: Math.min(to, text.length) },
  })
  const conflict = /^(<{7}|={7}|>{7})(?= |\r?$)/m.exec(part.text)
  if (conflict !== null) {
    const from = part.from + conflict.index
    return problem(`a merge conflict is left in the file: resolve it`, from, from + 7)
  }
  const swallowed = commentIn(part, at)
  if (swallowed !== undefined) {
    const [from, to] = swallowed
    return problem(
      `'#' begins a comment, which holds what closes the bracket: put the value in quotes`,
      from,
      to,
    )
  }
  const odd = sayOddIn(lineAt(text, at))
  if (odd !== undefined) return problem(odd, at, at + 1)
  const tab = UNCLOSED.test(reason) ? tabBefore(text, at) : undefined
  if (tab !== undefined) return problem(tab.words, tab.from, tab.from + 1)
  const slip = slipNear(text, at)
  if (slip !== undefined) return problem(slip.words, slip.from, slip.to)
  if (UNCLOSED.test(reason) && at === part.from + part.text.trimEnd().length) {
    return problem(`a quote, '[' or '{' is never closed`, at, at + 1)
  }
  const words =
    unquoted(text, at) ??
    brokenValue(text, at) ??
    WORDS.find(([pattern]) => pattern.test(reason))?.[1] ??
    indentation(text, at)
  return problem(words, at, at + 1)
}

/** The comment without a space (`why: see #123 }`) on the last line before an offset in which a bracket is opened and not closed. */
function commentIn({ from, text }: Part, at: number): [number, number] | undefined {
  // Line by line, since one expression for a bracket, what follows and a comment tries them all against each other.
  let end = endOfLine(text, at - from)
  while (end >= 0) {
    const begin = startOfLine(text, end)
    const line = text.slice(begin, end)
    const start = line.search(/\s#\S/) + 1
    const [written, comment] = [line.slice(0, start), line.slice(start).trimEnd()]
    const isOpen = count(written, /[{[]/g) > count(written, /[}\]]/g) && !/^\s*#/.test(written)
    if (isOpen && /[}\]]/.test(comment) && count(written, /["']/g) === 0) {
      return [from + begin + start, from + begin + start + comment.length]
    }
    end = begin - 1
  }
  return undefined
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function lineAt(text: string, at: number): string {
  return text.slice(startOfLine(text, at), endOfLine(text, at))
}

/** Where the line begins that holds an offset, or ends at it. */
function startOfLine(text: string, at: number): number {
  if (at <= 0) return 0
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
}

function endOfLine(text: string, at: number): number {
  const start = startOfLine(text, at)
  const length = text.slice(start).search(/[\r\n]/)
  return length < 0 ? text.length : start + length
}

/** Stands for bytes that are no UTF-8, in a text that is damaged. */
export const UNREADABLE = '\uFFFD'

/** The first place where a text was no UTF-8. */
export function notUtf8(source: Source): Problem | undefined {
  if (source.isDamaged !== true) return undefined
  const from = Math.max(0, source.text.indexOf(UNREADABLE))
  const message = 'a character that cannot be read: save the file as UTF-8'
  const place = { source, from, to: from + UNREADABLE.length }
  return { code: 'yaml', severity: 'error', message, place }
}

/** A line that was probably meant as a key, and is none. */
export function strayKey(source: Source, { key, from, text }: Part): Problem {
  const [, spaces = '', word = ''] = /^([ \t]*)([^\r\n]*)/.exec(text) ?? []
  const start = from + spaces.length
  const place = { source, from: start, to: start + Math.max(1, word.trimEnd().length) }
  const message = `this is no key: write '${key}:' if that is meant`
  return { code: 'yaml', severity: 'error', message, place }
}

/** A value that ends before it should: it begins with a bracket or a quote of its own. */
function brokenValue(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const found = text.charAt(at)
  if (/^\w/.test(found) && /[:,{[-] *'[^']*'$/.test(before))
    return `the quote ends before this: write '' for an apostrophe within, or use double quotes`
  if (/[^\s,\]}]/.test(found) && /: \[[^[\]]*\]\s*$/.test(before))
    return `a value that begins with '[' is a list: put all of it in quotes`
  if (
    found === ',' &&
    /[\]}"']\s*$/.test(before) &&
    !/[{[]/.test(before.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, ''))
  )
    return `this ',' belongs nowhere: delete it`
  if (found === '-' && /^\s*[\w-]+: +$/.test(before))
    return `a list begins on the line below its key, each behind a '-' there`
  return undefined
}

/** Signs that YAML keeps for itself. */
function unquoted(text: string, at: number): string | undefined {
  const found = text.charAt(at)
  const isReserved = /[@`%]/.test(found) && /[:,[{-] *$/.test(text.slice(Math.max(0, at - 9), at))
  if (!isReserved) return undefined
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return found === '@' && /(members|who|add|instead_of|chair|attendees|- *$)/.test(before)
    ? `a value cannot begin with '@': leave it out, an id stands without it`
    : `a value cannot begin with '${found}': put it in quotes`
}

/** `bad indentation` is what the parser says of all that it did not expect. */
function indentation(text: string, at: number): string {
  const found = text.charAt(at)
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const before = text.slice(lineStart, at).trim()
  if (/:\s/.test(before) && found === ':')
    return `a second ': ' on one line: put the value in quotes`
  if (before !== '' && /[\]}]/.test(found)) return `this '${found}' closes nothing: delete it`
  if (/["'\]}]$/.test(before))
    return `the value ends before this: put all of it in quotes, or begin a new line`
  return 'this line is indented otherwise than the lines around it'
}
