/** A YAML text as a tree: nodes that know where they stand. */
import type { Place } from '../../model/place.ts'
import { oddIn } from '../odd-characters.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { lostText } from './comment.ts'

/** Stands among the lost keys of a map for those of which not even the name is known. */
export const ANY_KEY = '<<'

interface Stands {
  readonly place: Place
  /** Whether something is wrong in this very node as YAML, so that what was meant is not known. */
  readonly faulty: boolean
}

/** Every scalar is the text as written; `plain` says that it had no quotes. */
export interface ScalarNode extends Stands {
  readonly kind: 'scalar'
  readonly text: string
  readonly plain: boolean
}

export interface ListNode extends Stands {
  readonly kind: 'list'
  readonly items: readonly Node[]
}

export interface MapNode extends Stands {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  /** Keys of which nothing is known but that they are there: given twice, merged in, or broken. */
  readonly lost: readonly string[]
}

/** Something is there, but it cannot be known what; the reason has been reported. */
export interface UnknownNode extends Stands {
  readonly kind: 'unknown'
}

export interface Entry {
  readonly key: ScalarNode
  readonly value: Node
}

export type Node = ScalarNode | ListNode | MapNode | UnknownNode

/** The text of a scalar, or undefined, reported. */
export function textOf(node: Node, report: Report): string | undefined {
  if (node.kind !== 'scalar') {
    const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined
    const way = only?.kind === 'scalar' && only.text !== '' ? `: write ${quote(only.text)}` : ''
    return report.error('not-text', `expected one value, not ${sayKind(node)}${way}`, node.place)
  }
  if (node.text.trim() === '') {
    const lost = lostText(node)
    return lost === undefined
      ? report.error(
          'empty-value',
          'nothing is written here: write a value, or delete it',
          node.place,
        )
      : report.error('empty-value', `nothing is written here, since ${lost.words}`, lost.place)
  }
  return node.text
}

/** The same of a value of the format, in which no character may hide, or look like another. */
export function plainTextOf(node: Node, report: Report): string | undefined {
  const text = textOf(node, report)
  return text === undefined || isPlain(text, node.place, report) ? text : undefined
}

/** Whether a text holds only what it seems to hold; else that is reported. */
export function isPlain(text: string, place: Place, report: Report): boolean {
  const odd = oddIn(text)
  if (odd === undefined) return true
  report.error(
    'odd-character',
    `${quote(text)} holds ${odd.name}: write ${quote(odd.plain)}`,
    place,
  )
  return false
}

/** Whether nothing is written where something could be (`away:`). */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.plain && node.text === ''
}

/** What stands there, for a message that expected something else. */
export function sayKind(node: Node): string {
  return node.kind === 'scalar' ? quote(node.text) : `a ${node.kind}`
}
