/** Maps of texts under names of anybody's choice. */
import { isEmpty, sayKind } from '../yaml/node.ts'
import { read, text, type Shape, type Told } from './shape.ts'

/** A key of anybody's choice, and its text. */
export interface PairText {
  readonly name: string
  readonly value: Told<string>
}

/** A map of texts under any names; `what` names it, `example` is a line of it. */
export function pairs(what: string, example: string): Shape<readonly PairText[]> {
  return {
    schema: () => ({ type: ['object', 'null'], additionalProperties: text.schema() }),
    read(node, report) {
      if (isEmpty(node)) return []
      if (node.kind !== 'map') {
        const found = sayKind(node)
        const words = `expected ${what} as a map ('${example}' lines), not ${found}`
        return report.error('not-a-map', words, node.place)
      }
      if (node.lost.length > 0) report.spoilCurrent()
      return node.entries.flatMap(({ key, value }): PairText[] => {
        const told = read(text, value, report)
        return told === undefined ? [] : [{ name: key.text, value: told }]
      })
    },
  }
}
