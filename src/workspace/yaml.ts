/** A YAML text as a tree of nodes that know where they stand. */
import type { Source } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import { Builder } from './builder.ts'
import type { Node } from './node.ts'
import { innerParts, partsOf, type Part } from './parts.ts'

/** The tree of a text, or undefined for a text that says nothing; and what is wrong with it as YAML. */
export interface Parsed {
  readonly root: Node | undefined
  readonly problems: readonly Problem[]
}

/**
 * Reads a text. Where it is broken, its parts are read one by one (the keys at the left margin, and in those that
 * are broken the keys within), so that a slip in one of them does not hide the others.
 */
export function parse(source: Source): Parsed {
  const whole = new Builder(source)
  const mistake = whole.read({ key: '', from: 0, text: source.text })
  if (mistake === undefined) return whole.parsed()
  const builder = new Builder(source)
  const mistakes = partsOf(source.text).flatMap((part) =>
    readPart(builder, part, mistake, innerParts),
  )
  // Where each part is in order by itself it was no part of its own, and nothing is known.
  return mistakes.length > 0 ? builder.parsed(mistakes) : { root: undefined, problems: [mistake] }
}

/** Reads one part, or what is in order within it; gives the mistakes. `outer` is the first of the whole. */
function readPart(
  builder: Builder,
  part: Part,
  outer: Problem,
  partsIn: (part: Part) => Part[],
): Problem[] {
  const mistake = builder.read(part)
  if (mistake === undefined) return []
  // The parser knows better what is wrong where it knows what stands above.
  const first = isWithin(part, outer.place?.from ?? -1) ? outer : mistake
  const inner: Problem[] = []
  builder.addKey(part, () => {
    for (const each of partsIn(part)) inner.push(...readPart(builder, each, first, () => []))
    return inner.length > 0
  })
  return inner.length > 0 ? inner : [first]
}

function isWithin({ from, text }: Part, at: number): boolean {
  return from <= at && at < from + text.length
}
