/** A YAML text as a tree of nodes that know where they stand. */
import type { Source } from '../../model/place.ts'
import type { Problem } from '../../model/problem.ts'
import { Builder, type Parsed } from './builder.ts'
import { innerParts, partsOf, type Part } from './parts.ts'
import { notUtf8, strayKey } from './syntax.ts'

/**
 * Reads a text. Where it is broken, its parts are read one by one (the keys at the left margin, and in those that
 * are broken the keys within), so that a slip in one of them does not hide the others.
 * @param keyMeantBy the key at the left margin that a word was probably meant as
 */
export function parse(source: Source, keyMeantBy: (word: string) => string | undefined): Parsed {
  const odd = notUtf8(source)
  // Of a text in another encoding nothing else is worth a word.
  if (odd !== undefined && source.text.includes('\0')) return { root: undefined, problems: [odd] }
  const { root, problems } = parseText(source, keyMeantBy)
  return odd === undefined ? { root, problems } : { root, problems: [odd, ...problems] }
}

function parseText(source: Source, keyMeantBy: (word: string) => string | undefined): Parsed {
  const whole = new Builder(source)
  const mistake = whole.read({ key: '', from: 0, text: source.text })
  if (mistake === undefined) return whole.parsed()
  const builder = new Builder(source)
  const mistakes = partsOf(source.text, keyMeantBy).flatMap((part) =>
    part.stray
      ? strayPart(builder, source, part)
      : readPart(builder, source, part, mistake, innerParts),
  )
  // Where each part is in order by itself it was no part of its own, and nothing is known.
  const parsed = builder.parsed(mistakes)
  return parsed.problems.length > 0 ? parsed : { root: undefined, problems: [mistake] }
}

/** Reads one part, or what is in order within it; gives the mistakes. `outer` is the first of the whole. */
function readPart(
  builder: Builder,
  source: Source,
  part: Part,
  outer: Problem,
  partsIn: (part: Part) => Part[],
): Problem[] {
  if (part.stray) {
    builder.addKey(part, () => false)
    return [strayKey(source, part)]
  }
  const mistake = builder.read(part)
  if (mistake === undefined) return []
  // The parser knows better what is wrong where it knows what stands above.
  const first = isWithin(part, outer.place?.from ?? -1) ? outer : mistake
  const inner: Problem[] = []
  builder.addKey(part, () => {
    for (const each of partsIn(part))
      inner.push(...readPart(builder, source, each, first, () => []))
    return inner.length > 0
  })
  return inner.length > 0 ? inner : [first]
}

/** Of what stands below a line that was probably meant as a key, nothing is known. */
function strayPart(builder: Builder, source: Source, part: Part): Problem[] {
  builder.addLost(part)
  // What only stands too far left, the parser finds where it stands.
  return /^\s/.test(part.text) ? [] : [strayKey(source, part)]
}

function isWithin({ from, text }: Part, at: number): boolean {
  return from <= at && at < from + text.length
}
