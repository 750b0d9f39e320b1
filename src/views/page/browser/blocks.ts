/** The pieces of a lane, drawn. */
import { h, paint } from './dom.ts'
import { colour } from './faces.ts'
import { firstNames, nameAll } from './names.ts'
import { awayIn, sayPiece, type Piece } from './lane-pieces.ts'
import { touches } from './search.ts'
import type { Gap, Person, Ring, Shift } from './things.ts'
import { concerns, type State } from './state.ts'
import { placeIn, type View } from './view.ts'

/** Kinds that are seen however thin they are. */
const SEEN: readonly Piece['kind'][] = ['meeting', 'clock', 'away', 'holiday']

/** A piece as a cell of the grid; undefined where it is too thin to be seen beside the one before. */
export function blockOf(
  piece: Piece,
  view: View,
  state: State,
  width: number,
): HTMLElement | undefined {
  const x = placeIn(view, piece.start)
  const w = placeIn(view, piece.end) - x
  const pixels = w * width
  if (pixels < 0.7 && !SEEN.includes(piece.kind)) return undefined
  const label = labelOf(piece, pixels)
  const said = sayPiece(piece, view, state.now)
  const block = h('div', {
    role: 'gridcell',
    tabindex: '-1',
    class: `block ${piece.kind}`,
    // Who steers by voice says what is to be seen, marks too.
    'aria-label':
      label === '' || wordsOf(said).includes(wordsOf(label)) ? said : `${said}; ${label}`,
  })
  paint(block, { '--x': x, '--w': w })
  if (piece.start < view.start) block.classList.add('from-before')
  if (piece.end > view.end) block.classList.add('goes-on')
  if (piece.end <= state.now) block.classList.add('past')
  if (label !== '') block.append(h('span', {}, label))
  if (piece.kind === 'away') colour(block, [piece.person])
  if (piece.kind === 'shift') {
    colour(block, piece.shift.people)
    if (piece.shift.people.length > 1) block.classList.add('several')
    if (piece.shift.isOverride) block.classList.add('override')
    if (!concerns(state, piece.shift.people)) block.classList.add('dim')
    block.append(...absencesOf(piece.shift, view), ...marksOf(piece, view))
  }
  return block
}

/** Hatched where somebody who holds it is away. */
function absencesOf(shift: Shift, view: View): HTMLElement[] {
  const seen = { start: Math.max(shift.start, view.start), end: Math.min(shift.end, view.end) }
  return awayIn(shift)
    .filter((away) => touches(away, seen))
    .map(({ start, end }) => {
      const at = placeIn(seen, start)
      const mark = h('i', { class: 'absent', 'aria-hidden': 'true' })
      return paint(mark, { '--at': at, '--w': placeIn(seen, end) - at })
    })
}

/** A mark for each page in view; what they are is said with the shift. */
function marksOf(
  { start, end, rang }: Gap & { readonly rang: readonly Ring[] },
  view: View,
): HTMLElement[] {
  const seen = { start: Math.max(start, view.start), end: Math.min(end, view.end) }
  return rang
    .filter(({ at }) => seen.start <= at && at < seen.end)
    .map(({ at, isNight }) => {
      const mark = h('i', { class: isNight ? 'rang night' : 'rang', 'aria-hidden': 'true' })
      paint(mark, { '--at': placeIn(seen, at) })
      return mark
    })
}

/** Its words between spaces: `TR` is not in `Trent`. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `
}

/** As much as there is room for. */
function labelOf(piece: Piece, pixels: number): string {
  switch (piece.kind) {
    case 'shift':
      return fit(namesOf(piece.shift.people), pixels)
    case 'gap':
      return fit(['nobody', '!'], pixels)
    case 'meeting':
      return fit([piece.title], pixels)
    case 'away':
      return fit(namesOf([piece.person]), pixels)
    case 'holiday':
      return fit([piece.short], pixels)
    case 'clock':
      return ''
  }
}

function namesOf(people: readonly Person[]): string[] {
  return [
    nameAll(people),
    firstNames(people),
    people.map(({ mark }) => mark).join('+'),
    people.map(({ mark }) => (/^\w/.test(mark) ? mark.charAt(0) : mark)).join(''),
  ]
}

/** The first that fits. Measuring thousands of labels would take longer than drawing them, so widths are guessed. */
function fit(labels: readonly string[], pixels: number): string {
  return labels.find((label) => guessWidth(label) + 9 <= pixels) ?? ''
}

/** As wide as they are high. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u

function guessWidth(label: string): number {
  let width = 0
  for (const letter of label) width += /[a-z0-9 .,]/.test(letter) ? 7 : WIDE.test(letter) ? 14 : 9.5
  return width
}
