/** Maps from ids to things of one shape: people, rotations, meetings, lists. */
import type { Place } from '../../model/place.ts'
import { faultOfId } from '../../model/id.ts'
import { quote } from '../quote.ts'
import type { Subject, Thing } from '../report.ts'
import { ANY_KEY, isEmpty, sayKind } from '../yaml/node.ts'
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
          `expected the id of each ${what} ('ID: …' lines) and under it what it is, not ${sayKind(node)}`,
          node.place,
        )
      }
      for (const key of node.lost) report.spoil(`${what} ${key}`)
      if (node.lost.includes(ANY_KEY)) report.spoilCurrent()
      let above: Subject | undefined
      return node.entries.map(({ key, value: entry }) => {
        const id = key.text
        const subject: Subject = `${what} ${id}`
        const named = report.about(subject, () => {
          const fault = faultOfId(id)
          if (fault !== undefined) report.error('bad-id', `${quote(id)}: ${fault}`, key.place)
          if (key.faulty) report.spoilCurrent()
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
