/** Maps from ids to things of one shape: people, rotations, meetings, lists. */
import type { Place } from '../../model/place.ts'
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

/** Calendars are named after ids, and a disk takes 255 bytes, the ending among them. */
const LONGEST_ID = 200

function faultOfId(id: string): string | undefined {
  if (id.length > LONGEST_ID) {
    return `an id has ${LONGEST_ID} characters at most, since files are called by it, and this one has ${id.length}`
  }
  if (/^(nobody|everyone)$/i.test(id)) return 'this word has a meaning of its own: use another id'
  if (id === '__proto__' || !/^[a-z0-9][a-z0-9._-]*$/i.test(id)) {
    return `an id is letters, digits, '.', '_' and '-', and begins with a letter or digit`
  }
  return undefined
}
