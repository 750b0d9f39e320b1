/**
 * Shapes: what a piece of YAML may look like. Each reads a node into a value, reporting all that is wrong with
 * it, and says the same as JSON Schema for editors, whose YAML makes numbers, booleans and null of some texts.
 */
import { quoteList } from '../../time/list.ts'
import type { Place } from '../../model/place.ts'
import type { Code } from '../codes.ts'
import { oddIn } from '../odd-characters.ts'
import { quote } from '../quote.ts'
import type { Inside, Report } from '../report.ts'
import { suggest } from '../suggest.ts'
import { lostAnchor, lostText } from '../yaml/comment.ts'
import { ANY_KEY, isEmpty, sayKind, type Node } from '../yaml/node.ts'
import { plainTextOf, textOf } from '../yaml/text.ts'
import type { Keys } from './unknown-key.ts'

export type JsonSchema = { readonly [key: string]: unknown }

export interface Shape<T> {
  /** The value, or undefined where it was wrong, which has then been reported. */
  readonly read: (node: Node, report: Report) => T | undefined
  readonly schema: () => JsonSchema
  /** The keys of a map. */
  readonly keys?: readonly string[]
}

/** A value and where it stands. */
export interface Told<T> {
  readonly value: T
  readonly place: Place
}

/** The keys of a map that were given and could be read, where the map stands and where each key does. */
export type Fields<T> = { readonly [K in keyof T]?: T[K] } & Given

export interface Given {
  readonly where: Place
  /** Where the id stands under which it is written, line by line: what lacks in it is said there. */
  readonly head?: Place
  readonly keys: Keys
  /** Keys that may have been meant by what could not be read, which has been reported. */
  readonly meant: ReadonlySet<string>
}

/** Whether a key is missing from a map, and that is a mistake of its own. */
export function lacks({ keys, meant }: Given, key: string): boolean {
  return !keys.has(key) && !meant.has(key) && !meant.has(ANY_KEY)
}

export interface Field<T> {
  readonly shape: Shape<T>
  /** What it says, for people who hover over it in an editor. */
  readonly doc: string
  readonly required?: true
  /** The key that was meant by a value which belongs to another one. */
  readonly mistaken?: (text: string) => string | undefined
}

/** Reads a node by a shape. Of one that is broken as YAML that has been said; what it is part of is unsound. */
export function read<T>(shape: Shape<T>, node: Node, report: Report): T | undefined {
  if (node.faulty) report.spoilCurrent()
  return node.kind === 'unknown' ? undefined : shape.read(node, report)
}

/** Reports which of some keys are missing from a map. */
export function reportMissing(
  what: string,
  given: Given,
  keys: readonly string[],
  report: Report,
  or = '',
): void {
  if (!keys.some((key) => lacks(given, key))) return
  const missing = keys.filter((key) => lacks(given, key))
  const words = `${what} needs ${quoteList(missing)}${or}`
  report.error('missing-key', words, given.head ?? given.where)
}

/**
 * One scalar, read by a function that gives a sentence where it can't.
 * @param better a better sentence, for what is known where the text stands
 */
export function scalar<T>(
  code: Code,
  parse: (text: string) => T | string,
  schema: JsonSchema,
  better: (text: string, node: Node, inside: Inside | undefined) => string | undefined = () =>
    undefined,
): Shape<Told<Exclude<T, string>>> {
  return {
    schema: () => schema,
    read(node, report) {
      const text = plainTextOf(node, report)
      if (text === undefined) return undefined
      const value = parse(text)
      if (typeof value === 'string') {
        const bare = text.replace(/\s*[,;]+$/, '')
        const isTrailing = bare !== text && typeof parse(bare) !== 'string'
        const words = isTrailing
          ? `no sign stands behind a value: write '${bare}'`
          : (better(text, node, report.inside) ?? value)
        return report.error(
          code,
          `${quote(text)}${/^[ :]/.test(words) ? '' : ': '}${words}`,
          node.place,
        )
      }
      return { value: value as Exclude<T, string>, place: node.place }
    },
  }
}

/** A text for people, which may hold any character. */
export const prose: Shape<Told<string>> = {
  schema: () => ({ type: ['string', 'number', 'boolean'] }),
  read(node, report) {
    const value = textOf(node, report)
    if (value === undefined) return undefined
    const lost = node.kind === 'scalar' ? (lostText(node) ?? lostAnchor(node)) : undefined
    if (lost !== undefined) report.warning('lost-text', lost.words, lost.place)
    const odd = /[“”„«»]/.test(value) ? oddIn(value) : undefined
    if (odd?.name.startsWith('smart') === true)
      report.warning(
        'odd-character',
        `${quote(value)} holds ${odd.name}: write ${quote(odd.plain)}`,
        node.place,
      )
    return { value, place: node.place }
  },
}

/** Any text that is not empty: an id, or a word of the format. */
export const text: Shape<Told<string>> = {
  schema: () => ({ type: ['string', 'number', 'boolean'] }),
  read(node, report) {
    const value = plainTextOf(node, report)
    return value === undefined ? undefined : { value, place: node.place }
  },
}

/** One of a few words; `meantBy` knows others for them, or for what could stand there instead. */
export function word<T extends string>(
  words: readonly T[],
  meantBy: (text: string) => string | undefined = () => undefined,
): Shape<Told<T>> {
  return {
    schema: () => ({ enum: words }),
    read(node, report) {
      const value = plainTextOf(node, report)
      if (value === undefined) return undefined
      const found = words.find((known) => known === value)
      if (found !== undefined) return { value: found, place: node.place }
      const expected = quoteList(words, 'or')
      const wayOut = (found: string): string => {
        const meant = meantBy(found)
        return meant === undefined ? suggest(found, words) : `: write '${meant}'`
      }
      return report.error(
        'bad-word',
        `${quote(value)}: expected ${expected}${wayOut(value)}`,
        node.place,
      )
    },
  }
}

/** A list, or one thing alone where it would have one item; one that was left empty (`away:`) is an empty list. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    // Not `anyOf`: of a slip inside an item editors would say no more than that nothing fits.
    schema: () => {
      const one = item.schema()
      return {
        ...examplesOf(one),
        if: { type: ['array', 'null'] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, which nobody awaits
        then: { items: one },
        else: one,
      }
    },
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'list') {
        const one = item.read(node, report)
        return one === undefined ? undefined : [one]
      }
      const items: T[] = []
      for (const each of node.items) {
        const value = read(item, each, report)
        if (value !== undefined) items.push(value)
      }
      return items
    },
  }
}

/** Where nothing is written yet, editors offer what stands beside `if`, and nothing behind it: the words of an item. */
function examplesOf(schema: JsonSchema): JsonSchema {
  const words = (one: JsonSchema): unknown[] => {
    if (Array.isArray(one['anyOf'])) return one['anyOf'].flatMap(words)
    return [one['enum'] ?? one['examples'] ?? []].flat()
  }
  const found = words(schema)
  return found.length === 0 ? {} : { examples: found }
}

/** A list that cannot be empty; `one` is what could be in it ("a person"). */
export function some<T>(shape: Shape<readonly T[]>, one: string): Shape<readonly T[]> {
  return {
    schema: shape.schema,
    read(node, report) {
      const empty = isEmpty(node) || (node.kind === 'list' && node.items.length === 0)
      return empty
        ? report.error('empty-value', `nothing is named here: write ${one}`, node.place)
        : shape.read(node, report)
    },
  }
}

/** One shape where a scalar stands, another where a map or a list does. */
export function choice<T>(
  shapes: { readonly [K in Node['kind']]?: Shape<T> },
  expected: string,
): Shape<T> {
  return {
    schema: () => ({ anyOf: Object.values(shapes).map((shape) => shape.schema()) }),
    read(node, report) {
      const shape = shapes[node.kind]
      return shape === undefined
        ? report.error('bad-value', `expected ${expected}, not ${sayKind(node)}`, node.place)
        : shape.read(node, report)
    },
  }
}
