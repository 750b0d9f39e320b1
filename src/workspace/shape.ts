/**
 * Shapes: what a piece of YAML may look like. Each reads a node into a value, reporting all that is wrong with
 * it, and says the same as JSON Schema for editors.
 */
import type { Place } from '../model/place.ts'
import type { Node } from './yaml.ts'
import type { Report, Subject } from './report.ts'
import { suggest } from './suggest.ts'

export type JsonSchema = { readonly [key: string]: unknown }

export interface Shape<T> {
  /** The value, or undefined where it was wrong, which has then been reported. */
  readonly read: (node: Node, report: Report) => T | undefined
  readonly schema: () => JsonSchema
}

/** A value and where it stands. */
export interface Told<T> {
  readonly value: T
  readonly place: Place
}

/** The keys of a map that were given and could be read, where the map stands and where each key does. */
export type Fields<T> = { readonly [K in keyof T]?: T[K] } & {
  readonly where: Place
  readonly keys: ReadonlyMap<string, Place>
}

export interface Field<T> {
  readonly shape: Shape<T>
  /** What it says, for people who hover over it in an editor. */
  readonly doc: string
  readonly required?: true
}

/** One scalar, read by a function that gives a sentence where it can't. */
export function scalar<T>(
  code: string,
  parse: (text: string) => T | string,
  schema: JsonSchema,
): Shape<Told<Exclude<T, string>>> {
  return {
    schema: () => schema,
    read(node, report) {
      const text = textOf(node, report)
      if (text === undefined) return undefined
      const value = parse(text)
      if (typeof value === 'string')
        return report.error(code, `${quote(text)}: ${value}`, node.place)
      return { value: value as Exclude<T, string>, place: node.place }
    },
  }
}

/** Any text that is not empty. */
export const text: Shape<Told<string>> = {
  schema: () => ({ type: ['string', 'number', 'boolean'] }),
  read(node, report) {
    const value = textOf(node, report)
    return value === undefined ? undefined : { value, place: node.place }
  },
}

/** One of a few words. */
export function word<T extends string>(words: readonly T[]): Shape<Told<T>> {
  return {
    schema: () => ({ enum: words }),
    read(node, report) {
      const value = textOf(node, report)
      if (value === undefined) return undefined
      const found = words.find((known) => known === value)
      if (found !== undefined) return { value: found, place: node.place }
      const expected = words.map((known) => `'${known}'`).join(' or ')
      return report.error(
        'bad-word',
        `${quote(value)}: expected ${expected}${suggest(value, words)}`,
        node.place,
      )
    },
  }
}

/** A list; one that was left empty (`away:`) is an empty list. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: () => ({ type: 'array', items: item.schema() }),
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'list')
        return report.error('not-a-list', `expected a list ('- …' lines or […])`, node.place)
      return node.items.map((each) => item.read(each, report)).filter((each) => each !== undefined)
    },
  }
}

/** A list, or one thing alone where it would have one item. */
export function oneOrMany<T>(item: Shape<T>): Shape<readonly T[]> {
  const many = list(item)
  return {
    schema: () => ({ anyOf: [item.schema(), many.schema()] }),
    read(node, report) {
      if (node.kind === 'list' || isEmpty(node)) return many.read(node, report)
      const one = item.read(node, report)
      return one === undefined ? undefined : [one]
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
        ? report.error('bad-value', `expected ${expected}`, node.place)
        : shape.read(node, report)
    },
  }
}

/** A map with known keys; `what` names it in messages ("a layer"). One that was left empty has no keys. */
export function record<T>(
  what: string,
  fields: { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> },
): Shape<Fields<T>> {
  const known = new Map(Object.entries<Field<unknown>>(fields))
  const required = [...known].filter(([, field]) => field.required).map(([key]) => key)
  return {
    schema: () => ({
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        [...known].map(([key, { shape, doc }]) => [key, { description: doc, ...shape.schema() }]),
      ),
      ...(required.length > 0 && { required }),
    }),
    read(node, report) {
      if (node.kind !== 'map' && !isEmpty(node)) {
        return report.error(
          'not-a-map',
          `expected ${what}, as a map ('key: value' lines)`,
          node.place,
        )
      }
      const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>
      const keys = new Map<string, Place>()
      for (const { key, value } of node.kind === 'map' ? node.entries : []) {
        const field = known.get(key.text)
        keys.set(key.text, key.place)
        if (field === undefined) {
          report.error(
            'unknown-key',
            `${what} has no key ${quote(key.text)}${suggest(key.text, known.keys())}`,
            key.place,
          )
        } else {
          values[key.text] = field.shape.read(value, report)
        }
      }
      for (const key of required) {
        if (!keys.has(key)) report.error('missing-key', `${what} needs '${key}'`, node.place)
      }
      // Each value was read by the field of that key, which is what `Fields` says of it.
      return { ...values, where: node.place, keys } as unknown as Fields<T>
    },
  }
}

/** An entry of a map from ids to things. */
export interface Named<T> {
  readonly id: string
  /** Where the id stands. */
  readonly place: Place
  readonly value: T
}

/** A map from ids to things of one shape; what is wrong in an entry makes its subject unsound. */
export function dictionary<T>(
  shape: Shape<T>,
  what: 'person' | 'rotation' | 'meeting' | 'list' | 'check',
): Shape<readonly Named<T>[]> {
  return {
    schema: () => ({ type: 'object', additionalProperties: shape.schema() }),
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'map') {
        return report.error(
          'not-a-map',
          `expected a map from ids to what each is ('id: …' lines)`,
          node.place,
        )
      }
      return node.entries.flatMap(({ key, value: entry }) => {
        const id = key.text
        const subject: Subject = `${what} ${id}`
        return report.about(subject, () => {
          const fault = faultOfId(id)
          if (fault !== undefined) report.error('bad-id', `${quote(id)}: ${fault}`, key.place)
          const value = shape.read(entry, report)
          return value === undefined || fault !== undefined ? [] : [{ id, place: key.place, value }]
        })
      })
    },
  }
}

/** A text in quotes for a message, shortened where it is long. */
export function quote(value: string): string {
  return value.length > 60 ? `'${value.slice(0, 57)}…'` : `'${value}'`
}

function faultOfId(id: string): string | undefined {
  if (/^(nobody|everyone)$/i.test(id)) return 'this word has a meaning of its own: use another id'
  if (id === '__proto__' || !/^[a-z0-9][a-z0-9._-]*$/i.test(id)) {
    return `an id is letters, digits, '.', '_' and '-', and begins with a letter or digit`
  }
  return undefined
}

function textOf(node: Node, report: Report): string | undefined {
  if (node.kind !== 'scalar') {
    return report.error('not-text', `expected one value, not a ${node.kind}`, node.place)
  }
  if (node.text.trim() === '') {
    return report.error(
      'empty-value',
      'nothing is written here: write a value, or delete the key',
      node.place,
    )
  }
  return node.text
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.plain && node.text === ''
}
