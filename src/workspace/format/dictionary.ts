/** Maps from ids to things of one shape: people, rotations, meetings, lists. */
import type { Place } from '../../model/place.ts'
import { faultOfId, idMeantBy } from '../../model/id.ts'
import { quoteList } from '../../time/list.ts'
import { quote } from '../quote.ts'
import type { Subject, Thing } from '../report.ts'
import { ANY_KEY, isEmpty, sayKind, type MapNode, type Node } from '../yaml/node.ts'
import { isPlain } from '../yaml/text.ts'
import { read, type Shape } from './shape.ts'

/** An entry of a map from ids to things. */
export interface Named<T> {
  readonly id: string
  /** Where the id stands. */
  readonly place: Place
  /** Undefined where it could not be read, which has been reported: the id is known, and no more. */
  readonly value: T | undefined
}

/** A map from ids to things; what is wrong in an entry makes its subject unsound. */
export function dictionary<T>(shape: Shape<T>, what: Thing): Shape<readonly Named<T>[]> {
  return {
    schema: () => ({ type: ['object', 'null'], additionalProperties: shape.schema() }),
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'map') {
        return report.error(
          'not-a-map',
          `expected the id of each ${what} ('ID: …' lines) and under it what it is, not ${sayKind(node)}${asIds(node, what) || asNamed(node)}`,
          node.place,
        )
      }
      const stray = strayKeys(node, shape.keys ?? [])
      if (stray !== undefined) {
        const above = node.entries.find(({ key }) => !stray.includes(key.text))?.key.text
        const way =
          above === undefined
            ? ` the id above them ('${EXAMPLES[what]}:'), and`
            : ` under ${quote(above)}`
        return report.error(
          'not-a-map',
          `${quoteList(stray)} stand where the id of each ${what} does: write${way} them further in`,
          node.entries.find(({ key }) => stray.includes(key.text))?.key.place ?? node.place,
        )
      }
      for (const key of node.lost) {
        report.spoil(`${what} ${key}`)
        if (what === 'person') report.spoil(`id ${key}`)
      }
      if (node.lost.includes(ANY_KEY)) report.spoilCurrent()
      let above: Subject | undefined
      return node.entries.map(({ key, value: entry }) => {
        const id = key.text
        const subject: Subject = `${what} ${id}`
        const named = report.about(subject, () => {
          const fault = faultOfId(id)
          if (fault !== undefined && isPlain(id, key.place, report))
            report.error('bad-id', `${quote(id)}: ${fault}${suggestId(id)}`, key.place)
          if (key.faulty) report.spoilCurrent()
          if (what === 'person' && (key.faulty || fault !== undefined)) report.spoil(`id ${id}`)
          report.id = key.place
          return { id, place: key.place, value: read(shape, entry, report) }
        })
        if (report.isSound(subject)) {
          above = subject
          return named
        }
        // `members:` is no rotation, but belongs to the one above, and stands too far left.
        if (shape.keys?.includes(id)) report.spoil(above)
        else above = subject
        // And `overrides:` may be a section that stands too far right.
        report.spoil(`section ${id}`)
        return named
      })
    },
  }
}

const EXAMPLES: Readonly<Record<Thing, string>> = {
  person: 'alice',
  rotation: 'primary',
  meeting: 'standup',
  list: 'company',
  check: 'gap',
}

/** The keys of one thing, written where the ids of all of them stand; undefined where they are ids. */
function strayKeys({ entries }: MapNode, keys: readonly string[]): readonly string[] | undefined {
  const stray = entries.filter(({ key, value }) => keys.includes(key.text) && value.kind !== 'map')
  const others = entries.filter((entry) => !stray.includes(entry))
  // Beside an id under which nothing stands, what follows was meant to.
  const areOthersEmpty = others.every(({ value }) => isEmpty(value))
  const isId = stray.some(({ value }) => isEmpty(value))
  return stray.length > 1 && areOthersEmpty && !isId ? stray.map(({ key }) => key.text) : undefined
}

/** What to write for a list whose things name themselves. */
function asNamed(node: Node): string {
  const first = node.kind === 'list' ? node.items[0] : undefined
  const name =
    first?.kind === 'map'
      ? first.entries.find(({ key }) => /^(id|name|key)$/i.test(key.text))?.value
      : undefined
  const id = name?.kind === 'scalar' ? idMeantBy(name.text) : undefined
  return id === undefined ? '' : `: begin with '${id}:' in place of the dash, and the rest under it`
}

/** A list of words, as a map of ids: a person is known with that alone. */
function asIds(node: Node, what: Thing): string {
  const ids = node.kind === 'list' ? node.items : []
  const words = ids.flatMap((each) => (each.kind === 'scalar' ? [each.text] : []))
  const isPlain = words.length === ids.length && words.every((id) => faultOfId(id) === undefined)
  if (what !== 'person' || words.length === 0 || !isPlain) return ''
  return `: write '{ ${words.map((id) => `${id}: {}`).join(', ')} }'`
}

/** ` (did you mean 'alice-lindqvist'?)` */
function suggestId(word: string): string {
  const id = idMeantBy(word)
  return id === undefined ? '' : ` (did you mean '${id}'?)`
}

/** A map from names to things within something: what is wrong in one of them makes that unsound. */
export function named<T>(shape: Shape<T>, what: string): Shape<readonly Named<T>[]> {
  return {
    schema: () => ({ type: ['object', 'null'], additionalProperties: shape.schema() }),
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'map') {
        const found = sayKind(node)
        return report.error(
          'not-a-map',
          `expected the name of ${what} ('NAME: …' lines) and behind it what it is, not ${found}`,
          node.place,
        )
      }
      if (node.lost.length > 0) report.spoilCurrent()
      return node.entries.map(({ key, value }) => {
        const fault = faultOfId(key.text)
        if (fault !== undefined)
          report.error('bad-id', `${quote(key.text)}: ${fault}${suggestId(key.text)}`, key.place)
        if (key.faulty) report.spoilCurrent()
        return { id: key.text, place: key.place, value: read(shape, value, report) }
      })
    },
  }
}
