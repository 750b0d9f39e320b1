/** Maps from ids to things of one shape: people, rotations, meetings, lists. */
import type { Place } from '../../model/place.ts'
import { faultOfId, idMeantBy } from '../../model/id.ts'
import { quote } from '../quote.ts'
import type { Subject, Thing } from '../report.ts'
import { ANY_KEY, isEmpty, sayKind, type Node } from '../yaml/node.ts'
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
          `expected the id of each ${what} ('ID: …' lines) and under it what it is, not ${sayKind(node)}${asIds(node, what)}`,
          node.place,
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
        if (fault !== undefined) report.error('bad-id', `${quote(key.text)}: ${fault}`, key.place)
        if (key.faulty) report.spoilCurrent()
        return { id: key.text, place: key.place, value: read(shape, value, report) }
      })
    },
  }
}
