/**
 * How a person is known at a glance, the same in every picture: a number that stands for a colour, a mark of two
 * characters for where there is no colour or no room, and names of several lengths.
 */
import stringWidth from 'fast-string-width'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { clean } from './clean.ts'
import { isAscii, toAscii } from './ascii.ts'

/** The mark of a person in a picture: a colour, and letters that are theirs alone. */
export interface PersonMark {
  /** For `Paint.person`. */
  readonly number: number
  /** Of at most two characters' width, no other person's. */
  readonly mark: string
  /** From the longest to the shortest; the mark is the last. */
  readonly names: readonly string[]
}

/** How wide a mark is at most. */
const MARK = 2

/** The marks of people by their ids. */
export type PeopleMarks = ReadonlyMap<string, PersonMark>

/** The marks of everybody, in the order in which they stand in the files: whoever is left out of a picture keeps theirs. */
export function marksOf({ people }: Workspace, ascii: boolean): PeopleMarks {
  const taken = new Set<string>()
  const firsts = countOf([...people.values()].map(firstName))
  const marks = new Map<string, PersonMark>()
  for (const person of people.values()) {
    const mark = markFor(person, taken)
    taken.add(mark.toLowerCase())
    const first = firstName(person)
    const names = [person.name, ...(firsts.get(first) === 1 ? [first] : []), person.id]
      .map((name) => (ascii ? toAscii(clean(name)) : clean(name)))
      .filter((name) => !ascii || isAscii(name))
      .sort((a, b) => stringWidth(b) - stringWidth(a))
    marks.set(person.id, { number: marks.size, mark, names: [...names, mark] })
  }
  return marks
}

/**
 * The longest name that fits; empty where not even the mark does. A name as short as a mark would be taken for one:
 * `mb` for somebody else's `MB`.
 */
export function nameWithin({ names, mark }: PersonMark, width: number): string {
  const fits = (name: string): boolean => stringWidth(name) <= width
  return names.find((name) => fits(name) && (name === mark || stringWidth(name) > MARK)) ?? ''
}

/**
 * Initials; where somebody has them already, the first letter and the next that makes a difference. `taken` is in small
 * letters: `Mb` beside `MB` would be no help.
 */
function markFor({ name, id }: Person, taken: ReadonlySet<string>): string {
  const plain = toAscii(name)
  const words = (isAscii(plain) ? plain : id).split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const [first = '?', ...rest] = words
  const initial = first.charAt(0).toUpperCase()
  const initials = rest.map((word) => word.charAt(0).toUpperCase()).join('')
  const others = (first.slice(1) + rest.map((word) => word.slice(1)).join('')).toLowerCase()
  const letters = `${initials}${others}123456789${ALPHABET}`.split('')
  const isFree = (mark: string): boolean => !taken.has(mark.toLowerCase())
  return letters.map((letter) => initial + letter).find(isFree) ?? pairFor(isFree)
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/** Two letters that nobody has, where there are more people than initials. */
function pairFor(isFree: (mark: string) => boolean): string {
  const letters = `${ALPHABET}0123456789`.split('')
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  return pairs.find(isFree) ?? '??'
}

/** The first word of a name that has a letter in it. */
function firstName({ name }: Person): string {
  return name.split(' ').find((word) => /\p{L}/u.test(word)) ?? name
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
