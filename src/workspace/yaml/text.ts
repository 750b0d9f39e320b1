/** The text of a scalar: there, and without a character that hides in it. */
import type { Place } from '../../model/place.ts'
import { oddIn } from '../odd-characters.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { lostText } from './comment.ts'
import { sayKind, type Node } from './node.ts'

/** The text of a scalar, or undefined, reported. */
export function textOf(node: Node, report: Report): string | undefined {
  if (node.kind !== 'scalar') {
    const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined
    const way =
      only?.kind === 'scalar' && only.text !== ''
        ? `: write ${quote(only.text)}`
        : node.kind === 'list' && report.inside?.names.includes('on') === true
          ? `: write one entry for each`
          : ''
    return report.error('not-text', `expected one value, not ${sayKind(node)}${way}`, node.place)
  }
  if (node.text.trim() === '') {
    // A tag alone, which has been said.
    if (node.faulty) return undefined
    const lost = lostText(node)
    return lost === undefined
      ? report.error(
          'empty-value',
          'nothing is written here: write a value, or delete it',
          node.place,
        )
      : report.error('empty-value', `nothing is written here, since ${lost.words}`, lost.place)
  }
  return node.text
}

/** The same of a value of the format, in which no character may hide, or look like another. */
export function plainTextOf(node: Node, report: Report): string | undefined {
  const text = textOf(node, report)
  return text === undefined || isPlain(text, node.place, report) ? text : undefined
}

/** Whether a text holds only what it seems to hold; else that is reported. */
export function isPlain(text: string, place: Place, report: Report): boolean {
  const odd = oddIn(text)
  if (odd === undefined) return true
  report.error(
    'odd-character',
    `${quote(text)} holds ${odd.name}: write ${quote(odd.plain)}`,
    place,
  )
  return false
}
