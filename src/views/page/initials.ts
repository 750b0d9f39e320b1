/** Letters by which people are known at a glance, out of their names in every script. */
import type { Workspace } from '../../model/workspace.ts'
import { isAscii, toAscii } from '../ascii.ts'
import type { PeopleMarks } from '../people-marks.ts'

/** Letters of these stand side by side in little room; of all others one alone is as wide. */
const NARROW =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}]/u

/** Letters of a name that would join, and be another shape. */
const JOINING = /\p{Script=Arabic}/u

/** Keeps two of them apart. */
const APART = '\u200C'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * The initials of everybody, by their ids: the marks of the terminal where a name is in Latin letters, else out of its
 * own script. No two people have the same.
 */
export function initialsOf({ people }: Workspace, marks: PeopleMarks): Map<string, string> {
  const initials = new Map<string, string>()
  const taken = new Set<string>([...marks.values()].map(({ mark }) => mark.toLowerCase()))
  for (const { id, name } of people.values()) {
    const mark = marks.get(id)?.mark ?? ''
    const isFree = (one: string): boolean => !taken.has(one.toLowerCase())
    const found = isAscii(toAscii(name)) ? mark : (candidates(name).find(isFree) ?? mark)
    taken.add(found.toLowerCase())
    initials.set(id, found)
  }
  return initials
}

/** From the best on: the first letters of the first and the last word, or one that is wide alone; then two others. */
function candidates(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => lettersOf(word))
    .filter((letters) => letters.length > 0)
  const [first = '', ...others] = words.flat()
  if (first === '') return []
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  const pairs = [last, ...others]
    .filter((other) => other !== '')
    .map((other) => pairOf(first, other))
  return (NARROW.test(first) ? [...pairs, first] : [first, ...pairs]).map((mark) =>
    mark.toUpperCase(),
  )
}

function pairOf(first: string, second: string): string {
  return JOINING.test(first + second) ? first + APART + second : first + second
}

/** What is seen of a word, letter by letter: with its marks, and an emoji in one piece; brackets and dots left out. */
function lettersOf(word: string): string[] {
  return [...graphemes.segment(word)]
    .map(({ segment }) => segment)
    .filter((letter) => /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(letter))
}
