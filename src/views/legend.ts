/** Below a picture: who is who, and what the signs mean; only of what can be seen. */
import stringWidth from 'fast-string-width'
import type { Piece, Pens } from './lane.ts'

/** A text as it is shown, and its width without what colours it. */
interface Entry {
  readonly shown: string
  readonly width: number
}

/** The legend of a picture: what each mark in it means, and who the people are. */
export function sayLegend(
  pieces: readonly Piece[],
  drawn: string,
  { glyphs, marks, paint }: Pens,
  width: number,
): string {
  const seen = new Set(pieces.flatMap(({ kind, person }) => (kind === 'person' ? person : [])))
  const people = [...marks].flatMap(([id, { number, mark, names }]): Entry[] => {
    if (!seen.has(id)) return []
    const name = names[0] ?? id
    return [{ shown: `${paint.person(number)(mark)} ${name}`, width: stringWidth(name) + 3 }]
  })
  const has = (test: (piece: Piece) => boolean): boolean => pieces.some(test)
  const signs = [
    { seen: seen.size > 0, sign: glyphs.handoff, words: 'handoff' },
    { seen: has(({ override }) => override), sign: glyphs.override, words: 'override' },
    {
      seen: has(({ kind }) => kind === 'gap'),
      sign: glyphs.gap,
      words: 'nobody, although somebody must be',
    },
    { seen: has(({ kind }) => kind === 'other'), sign: glyphs.other, words: 'somebody else' },
    {
      seen: drawn.includes(glyphs.several),
      sign: glyphs.several,
      words: 'several handoffs',
    },
    { seen: drawn.includes(glyphs.meeting), sign: glyphs.meeting, words: 'meeting' },
  ].flatMap(({ seen: isSeen, sign, words }): Entry[] =>
    isSeen ? [{ shown: `${sign} ${words}`, width: words.length + 2 }] : [],
  )
  return flow(people, width) + flow(signs, width)
}

const BETWEEN = '   '

/** Entries one after the other, on lines of at most `width` characters. */
function flow(entries: readonly Entry[], width: number): string {
  const lines: string[] = []
  let used = 0
  for (const { shown, width: needed } of entries) {
    const fits = lines.length > 0 && used + BETWEEN.length + needed <= width
    if (fits) lines.push(`${lines.pop() ?? ''}${BETWEEN}${shown}`)
    else lines.push(shown)
    used = fits ? used + BETWEEN.length + needed : needed
  }
  return lines.map((line) => `${line}\n`).join('')
}
