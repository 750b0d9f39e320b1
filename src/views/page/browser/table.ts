/** The timeline as a table: the same stretch, for those who read better than they look. */
import { sayElapsed, type Clock } from './clock.ts'
import { button, byId, h } from './dom.ts'
import { awayPieces, clockPieces, holidayPieces } from './around.ts'
import { sayChange } from './clocks.ts'
import { faces } from './faces.ts'
import { sayChair } from './meetings.ts'
import { nameAll } from './names.ts'
import { meetingPieces, piecesOf, sayAbsences, type Piece } from './lane-pieces.ts'
import type { Rota } from './things.ts'
import { concerns, isShown, type State } from './state.ts'
import type { View } from './view.ts'

const STEP = 200

let most = STEP
let last = ''

/** Shows what is in view as a table. */
export function showTable(rota: Rota, state: State, view: View, again: () => void): void {
  const key = [view.start, view.end, state.person?.id, state.search].join(' ')
  if (key !== last) most = STEP
  last = key
  const pieces = [
    ...holidayPieces(rota, view, state),
    ...clockPieces(rota, view, state),
    ...awayPieces(rota, view, state),
    ...meetingPieces(rota.occurrences, view, state),
    ...rota.rotations
      .filter((rotation) => isShown(state, rotation))
      .flatMap((rotation) => piecesOf(rotation, view)),
  ]
    .filter((piece) => piece.kind !== 'shift' || concerns(state, piece.shift.people))
    .sort((a, b) => a.start - b.start)
  const body = h('tbody')
  for (const piece of pieces.slice(0, most)) body.append(rowOf(piece, state, view))
  const head = h('tr')
  for (const title of ['From', 'To', 'Length', 'What', 'Who', 'Why']) {
    head.append(h('th', { scope: 'col' }, title))
  }
  const caption = h('caption', {}, `All that is in view, in order of time (${view.clock.zone})`)
  const table = h('table', {}, caption, h('thead', {}, head), body)
  const place = byId('table')
  place.replaceChildren(
    pieces.length === 0 ? h('p', { class: 'empty' }, 'Nothing in this time.') : table,
  )
  if (pieces.length > most) {
    place.append(
      button(`Show more (${pieces.length - most} left)`, { class: 'more' }, () => {
        most += 5 * STEP
        again()
      }),
    )
  }
}

function rowOf(piece: Piece, { now }: State, { clock }: View): HTMLElement {
  const { start, end, title } = piece
  const current = start <= now && now < end
  const isWhole = piece.kind === 'holiday'
  const cells = [
    ['From', isWhole ? clock.date(start, now) : clock.say(start, now)],
    ['To', sayEnd(piece, clock, now)],
    ['Length', end === Infinity || end === start || isWhole ? '' : sayElapsed(end - start)],
    ['What', title],
    ['Who', whoOf(piece)],
    ['Why', whyOf(piece, clock, now)],
  ] as const
  const row = h('tr', { class: `${piece.kind}${current ? ' current' : ''}` })
  for (const [name, content] of cells) row.append(h('td', { 'data-name': name }, content))
  return row
}

function sayEnd({ kind, start, end }: Piece, clock: Clock, now: number): string {
  if (end === Infinity) return 'without end'
  if (end === start) return ''
  return kind === 'holiday' ? clock.date(end - 1, now) : clock.say(end, now)
}

function whoOf(piece: Piece): HTMLElement | string {
  switch (piece.kind) {
    case 'shift':
      return faces(piece.shift.people)
    case 'gap':
      return 'nobody'
    case 'meeting':
      return piece.occurrence.everyone ? 'everyone' : nameAll(piece.occurrence.people)
    case 'away':
      return faces([piece.person])
    case 'holiday':
    case 'clock':
      return ''
  }
}

function whyOf(piece: Piece, clock: Clock, now: number): string {
  switch (piece.kind) {
    case 'shift':
      return [piece.shift.why, ...sayAbsences(piece.shift, clock, now)]
        .filter((text) => text !== '')
        .join('. ')
    case 'gap':
      return 'gap'
    case 'meeting':
      return sayChair(piece.occurrence) || 'meeting'
    case 'away':
      return ''
    case 'holiday':
      return piece.said.join('. ')
    case 'clock':
      return piece.zones.map(sayChange).join('. ')
  }
}
