/** A YAML text as a tree: nodes that know where they stand. */
import type { Place } from '../../model/place.ts'
import { quote } from '../quote.ts'

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

/** Whether nothing is written where something could be (`away:`). */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.plain && node.text === ''
}

/** What stands there, for a message that expected something else. */
export function sayKind(node: Node): string {
  return node.kind === 'scalar' ? quote(node.text) : `a ${node.kind}`
}
