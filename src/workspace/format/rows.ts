/** A table of dates and names: who is on call from when on. */
import { readWritten } from '../../time/written.ts'
import { quote } from '../quote.ts'
import { isEmpty, sayKind } from '../yaml/node.ts'
import { isOwnKey } from './record.ts'
import { read, type Shape } from './shape.ts'
import { TIME_PATTERN, who, type Texts, type Times } from './values.ts'

export interface RowText {
  readonly at: Times
  readonly who: Texts
}

export const rows: Shape<readonly RowText[]> = {
  schema: () => ({
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: `${TIME_PATTERN}|^x-` },
    additionalProperties: who.schema(),
  }),
  read(node, report) {
    if (isEmpty(node) || (node.kind === 'map' && node.entries.length === 0)) {
      const example = `such as '2026-11-30: alice'`
      return report.error('empty-value', `no shifts are given: write rows ${example}`, node.place)
    }
    if (node.kind !== 'map') {
      return report.error(
        'not-a-map',
        `expected a table of shifts ('2026-11-30: alice' lines), not ${sayKind(node)}`,
        node.place,
      )
    }
    if (node.lost.length > 0) report.spoilCurrent()
    return node.entries.flatMap(({ key, value }): RowText[] => {
      if (isOwnKey(key.text)) return []
      const people = read(who, value, report)
      if (key.faulty) report.spoilCurrent()
      const at = readWritten(key.text)
      if (typeof at === 'string') {
        report.error('bad-time', `${quote(key.text)}: ${at}`, key.place)
        return []
      }
      return people === undefined ? [] : [{ at: { value: at, place: key.place }, who: people }]
    })
  },
}
