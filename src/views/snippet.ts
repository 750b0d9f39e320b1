/** The line of a file on which something stands, as much of it as fits, and carets under it. */
import stringWidth from 'fast-string-width'
import { lineOf, type Place } from '../model/place.ts'
import { clean } from './clean.ts'
import { glyphsFor } from './glyphs.ts'
import type { Look } from './look.ts'
import type { Brush } from './paint.ts'
import { shorten } from './shorten.ts'

/** The most of a line that is shown, and the least, in characters of width. */
const MOST = 120
const LEAST = 20

const INDENT = '    '

/**
 * The line on which a place begins, and carets under as much of the place as is shown of it. A line that is too long is
 * cut on both sides of the place, with a mark.
 */
export function snippet(
  place: Place,
  brush: Brush,
  { width, ascii = false }: Pick<Look, 'width' | 'ascii'>,
): string {
  const { source, from, to } = place
  if (source.isOutside === true) return ''
  const { from: start, to: end } = lineOf(place)
  const room = Math.max(LEAST, Math.min(MOST, width - INDENT.length))
  const { before, behind, mark } = excerpt(source.text, { start, from, end }, room, ascii)
  if (`${before}${behind}`.trim() === '') return ''
  const last = Math.min(Math.max(to, from + 1), end, from + 2 * room)
  const marked = clean(source.text.slice(from, last)).trimEnd()
  const seen = behind.endsWith(mark) ? stringWidth(behind) - mark.length : Infinity
  const carets = '^'.repeat(Math.max(1, Math.min(stringWidth(marked), seen)))
  return `${INDENT}${before}${behind}\n${INDENT}${' '.repeat(stringWidth(before))}${brush(carets)}\n`
}

/** What is shown of a line before a place in it and from there on. */
function excerpt(
  text: string,
  { start, from, end }: { readonly start: number; readonly from: number; readonly end: number },
  room: number,
  ascii: boolean,
): { readonly before: string; readonly behind: string; readonly mark: string } {
  const { cut } = glyphsFor({ ascii })
  // Of a very long line no more is looked at than could be shown.
  const [first, last] = [Math.max(start, from - 2 * room), Math.min(end, from + 2 * room)]
  const head = (first > start ? cut : '') + clean(text.slice(first, from))
  const tail = clean(text.slice(from, last)) + (last < end ? cut : '')
  const isWhole = first === start && last === end
  if (isWhole && stringWidth(head + tail) <= room) return { before: head, behind: tail, mark: '' }
  const half = Math.max(Math.floor(room / 2), room - stringWidth(tail))
  const before = shortenedBefore(head, half, cut)
  const behind = shorten(tail, room - stringWidth(before), cut)
  return { before, behind, mark: behind === tail && last === end ? '' : cut }
}

/** The end of a text, with a mark before it. */
function shortenedBefore(text: string, width: number, mark: string): string {
  if (stringWidth(text) <= width) return text
  const room = width - stringWidth(mark)
  let kept = ''
  for (const character of Array.from(text).reverse()) {
    if (stringWidth(character + kept) > room) break
    kept = character + kept
  }
  return mark + kept
}
