/** Maps with known keys: read key by key, and what is wrong with those that are not known. */
import type { Place } from '../../model/place.ts'
import { keyedWay } from '../keyed.ts'
import { quote } from '../quote.ts'
import type { Inside } from '../report.ts'
import { isEmpty, sayKind, type Entry, type Node } from '../yaml/node.ts'
import { read, reportMissing, type Field, type Fields, type Given, type Shape } from './shape.ts'
import {
  areAllOther,
  habitsIn,
  hintFor,
  isSomethingElse,
  keysMeant,
  reportUnknownKey,
  type Keys,
} from './unknown-key.ts'

function withoutOwn(entries: readonly Entry[]): readonly Entry[] {
  const hasOwn = entries.some(({ key }) => isOwnKey(key.text))
  return hasOwn ? entries.filter(({ key }) => !isOwnKey(key.text)) : entries
}

/** Whether a key is everybody's own, and means nothing here. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-')
}

/**
 * A map with known keys; `what` names it in messages ("a layer"). One that was left empty has no keys.
 * @param meantBy the map that was meant by a text in its place
 */
export function record<T>(
  what: string,
  fields: { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> },
  meantBy: (text: string) => string | undefined = () => undefined,
): Shape<Fields<T>> {
  const known = new Map(Object.entries<Field<unknown>>(fields))
  const names = [...known.keys()]
  const required = names.filter((key) => known.get(key)?.required)
  return {
    keys: names,
    schema: () => ({
      // With nothing required, a key with nothing behind it (null to an editor) is one of these.
      type: required.length > 0 ? 'object' : ['object', 'null'],
      additionalProperties: false,
      patternProperties: { '^x-': {} },
      properties: Object.fromEntries(
        [...known].map(([key, { shape, doc }]) => [key, { description: doc, ...shape.schema() }]),
      ),
      ...(required.length > 0 && { required }),
    }),
    read(node, report) {
      const { id } = report
      report.id = undefined
      if (node.kind !== 'map' && !isEmpty(node)) {
        const meant = node.kind === 'scalar' ? meantBy(node.text) : undefined
        const way = meant === undefined ? hintFor(node) : `: write '${meant}'`
        return report.error(
          'not-a-map',
          `expected ${what} as a map ('${names[0]}: …' lines), not ${sayKind(node)}${way}`,
          node.place,
        )
      }
      const all = node.kind === 'map' ? node.entries : NO_ENTRIES
      const isStrange = all.some(({ key }) => !known.has(key.text))
      const entries = isStrange ? withoutOwn(all) : all
      const unknown = isStrange ? entries.filter(({ key }) => !known.has(key.text)) : NO_ENTRIES
      const isOther = unknown.length > 0 && isSomethingElse(entries, names)
      const lost = node.kind === 'map' ? node.lost : NO_LOST
      const keyed = unknown.length > 0 && lost.length === 0 && areAllOther(entries, names)
      const way = keyed ? keyedWay(what, entries, names) : undefined
      if (way !== undefined) {
        const first = quote(entries[0]?.key.text ?? '')
        return report.error(
          'unknown-key',
          `${what} has no key ${first}${way}`,
          withColon(node.place),
        )
      }
      const behind = habitsIn(what, unknown, entries, names)
      const meant = keysMeant(unknown, lost, names, isOther, behind)
      // Keys that are not known are left out, so none of them can stand in the way of another.
      const keys = new WrittenKeys(entries, names)
      const given: Mutable & Record<string, unknown> = { where: node.place, keys, meant }
      if (id !== undefined && isBlock(node)) given.head = id
      const outer = report.inside
      report.inside = keys
      for (const entry of entries) {
        const { key, value } = entry
        const field = known.get(key.text)
        if (field === undefined) {
          if ((isOther && entry !== entries[0]) || behind.taken.has(entry)) report.spoilCurrent()
          else reportUnknownKey(what, entry, names, keys, report, behind.habits.get(entry))
          continue
        }
        const told = read(field.shape, value, report)
        given[key.text] = told
        if (told === undefined && field.mistaken !== undefined && value.kind === 'scalar') {
          const other = field.mistaken(value.text)
          if (other !== undefined) given.meant = new Set([...given.meant, other])
        }
      }
      report.inside = outer
      if (lost.length > 0) report.spoilCurrent()
      reportMissing(what, given, required, report)
      // Each value was read by the field of that key, which is what `Fields` says of it.
      return given as unknown as Fields<T>
    },
  }
}

/** Looks among the entries: there are few of them, and many maps. */
class WrittenKeys implements Keys, Inside {
  readonly #entries: readonly Entry[]
  readonly names: readonly string[]

  constructor(entries: readonly Entry[], names: readonly string[]) {
    this.#entries = entries
    this.names = names
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  get(key: string): Place | undefined {
    for (const entry of this.#entries) if (entry.key.text === key) return entry.key.place
    return undefined
  }
}

type Mutable = Given & { head?: Place; meant: ReadonlySet<string> }

const NO_ENTRIES: readonly Entry[] = []
const NO_LOST: readonly string[] = []

/** A map whose last key has nothing behind it ends before the colon of that. */
function withColon(place: Place): Place {
  const more = /^[ \t]*:/.exec(place.source.text.slice(place.to))?.[0].length ?? 0
  return more === 0 ? place : { ...place, to: place.to + more }
}

/** Whether a map has its keys on lines of their own. */
function isBlock({ kind, place }: Node): boolean {
  return kind === 'map' && place.source.text[place.from] !== '{'
}
