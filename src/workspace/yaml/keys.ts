/** The keys of a map of YAML: words, each of them once. */
import type { Place } from '../../model/place.ts'
import type { Problem } from '../../model/problem.ts'
import type { Code } from '../codes.ts'
import { quote } from '../quote.ts'
import { ANY_KEY, isEmpty, type Entry, type MapNode, type Node } from './node.ts'

/** Takes note of what is wrong. */
export type Note = (code: Code, message: string, place: Place, related?: Problem['related']) => void

/** The entries of a map, of its keys and values in turn; `areSections` where it is the file itself. */
export function entriesOf(
  nodes: readonly Node[],
  areSections: boolean,
  note: Note,
): Pick<MapNode, 'entries' | 'lost'> {
  const entries: Entry[] = []
  const refused: string[] = []
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const key = nodes[i] as Node
    const value = nodes[i + 1] as Node
    if (key.kind !== 'scalar') {
      const what = key.kind === 'unknown' ? 'an alias' : `a ${key.kind}`
      note('bad-key', `a key must be a word, not ${what}, as in 'key: value'`, key.place)
      refused.push(ANY_KEY)
    } else if (key.text === '<<' && key.plain) {
      note(
        'merge-key',
        `'<<' is not used here: write the keys out, or share whole values by an alias`,
        key.place,
      )
      refused.push(ANY_KEY)
    } else {
      entries.push({ key, value })
    }
  }
  const once = unique(entries, areSections, note)
  if (refused.length === 0) return once
  return { entries: once.entries, lost: [...refused, ...once.lost] }
}

/** Each key once, the first time that it is given; a section of the file with what it holds each time. */
export function unique(
  entries: readonly Entry[],
  areSections: boolean,
  note: Note,
): Pick<MapNode, 'entries' | 'lost'> {
  if (allDiffer(entries)) return { entries, lost: NONE }
  const known = new Map<string, Entry>()
  const lost: string[] = []
  for (const entry of entries) {
    const { text, place } = entry.key
    const first = known.get(text)
    if (first === undefined) {
      known.set(text, entry)
      continue
    }
    lost.push(text)
    note('duplicate-key', `the key ${quote(text)} is given twice: keep one of them`, place, {
      place: first.key.place,
      note: 'first given here',
    })
    if (areSections) {
      known.set(text, { key: first.key, value: both(first.value, entry.value, note) })
    }
  }
  return { entries: [...known.values()], lost }
}

function both(first: Node, second: Node, note: Note): Node {
  if (isEmpty(first)) return second
  if (first.kind !== 'map' || second.kind !== 'map') return first
  const { entries, lost } = unique([...first.entries, ...second.entries], false, note)
  return { ...first, entries, lost: [...first.lost, ...second.lost, ...lost] }
}

const NONE: readonly string[] = []

/** Most maps have a handful of keys, which are compared sooner than they are put into a set. */
const HANDFUL = 12

function allDiffer(entries: readonly Entry[]): boolean {
  if (entries.length > HANDFUL)
    return new Set(entries.map(({ key }) => key.text)).size === entries.length
  for (let i = 1; i < entries.length; i += 1) {
    for (let j = 0; j < i; j += 1) if (entries[i]?.key.text === entries[j]?.key.text) return false
  }
  return true
}
