/** The pieces of a lane: shifts, gaps, meetings. */
import { h, paint } from './dom.ts'
import { colour } from './faces.ts'
import {
  firstNames,
  nameAll,
  sayRang,
  within,
  type Gap,
  type Occurrence,
  type Person,
  type Ring,
  type Rotation,
  type Shift,
} from './rota.ts'
import { concerns, isAttended, type State } from './state.ts'
import { placeIn, type View } from './view.ts'

/** What a piece stands for, for the card that explains it. */
export type Piece = Gap & { readonly title: string } & (
    | { readonly kind: 'shift'; readonly shift: Shift; readonly rang: readonly Ring[] }
    | { readonly kind: 'gap' }
    | { readonly kind: 'meeting'; readonly occurrence: Occurrence }
  )

/** The pieces of a rotation that touch the view, in order. */
export function piecesOf(rotation: Rotation, view: View): Piece[] {
  const title = rotation.name
  const shifts = within(rotation.stays, view).map((shift): Piece => ({
    kind: 'shift',
    title,
    start: shift.start,
    end: shift.end,
    shift,
    rang: (rotation.rang ?? []).filter(({ at }) => shift.start <= at && at < shift.end),
  }))
  const gaps = within(rotation.gaps, view).map((gap): Piece => ({ kind: 'gap', title, ...gap }))
  return gaps.length === 0 ? shifts : [...shifts, ...gaps].sort((a, b) => a.start - b.start)
}

/** The meetings in view that the chosen person attends, as pieces of a lane. */
export function meetingPieces(
  occurrences: readonly Occurrence[],
  view: View,
  state: State,
): Piece[] {
  return occurrences
    .filter(({ start, end }) => start < view.end && end > view.start)
    .filter((occurrence) => isAttended(state, occurrence))
    .map((occurrence) => ({
      kind: 'meeting',
      title: occurrence.name,
      start: occurrence.start,
      end: occurrence.end,
      occurrence,
    }))
}

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
  if (pixels < 0.7 && piece.kind !== 'meeting') return undefined
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
  if (piece.kind === 'shift') {
    colour(block, piece.shift.people)
    if (piece.shift.people.length > 1) block.classList.add('several')
    if (piece.shift.isOverride) block.classList.add('override')
    if (!concerns(state, piece.shift.people)) block.classList.add('dim')
    block.append(...marksOf(piece, view))
  }
  return block
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

/** `Alice Lindqvist: Primary, Mon 30 Nov 16:00 to Mon 7 Dec 16:00. Weekly, turn 3` */
export function sayPiece(piece: Piece, { clock }: View, now: number): string {
  const when = clock.range(piece.start, piece.end, now)
  switch (piece.kind) {
    case 'shift': {
      const rang = sayRang(piece.rang)
      const why = `${piece.shift.why}${rang === '' ? '' : `. ${rang}`}`
      return `${nameAll(piece.shift.people)}: ${piece.title}, ${when}. ${why}`
    }
    case 'gap':
      return `Gap, nobody is on call: ${piece.title}, ${when}`
    case 'meeting':
      return `Meeting: ${piece.title}, ${when}`
  }
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
  }
}

function namesOf(people: readonly Person[]): string[] {
  return [
    nameAll(people),
    firstNames(people),
    people.map(({ mark }) => mark).join('+'),
    people.map(({ mark }) => mark.charAt(0)).join(''),
  ]
}

/** The first that fits. Measuring thousands of labels would take longer than drawing them, so widths are guessed. */
function fit(labels: readonly string[], pixels: number): string {
  return labels.find((label) => guessWidth(label) + 9 <= pixels) ?? ''
}

function guessWidth(label: string): number {
  let width = 0
  for (const letter of label) width += /[a-z0-9 .,]/.test(letter) ? 7 : 9.5
  return width
}
