/** The card that explains one piece of the timeline. */
import type { Piece } from './blocks.ts'
import { Clock, sayElapsed } from './clock.ts'
import { button, byId, h } from './dom.ts'
import { faces } from './faces.ts'
import { linkTo, sayAttendees, sayChair } from './meetings.ts'
import { sayRang, zoneOf, type Person, type Ring } from './rota.ts'
import { clockOf, type State } from './state.ts'

/** So many titles stand in a card. */
const MOST_TITLES = 12

let card: HTMLElement | undefined

/** Closes the card that is open, if one is. */
export function closeCard(): void {
  card?.remove()
  card = undefined
}

/** Puts the card under the block, and keeps it inside the picture. */
export function showCard(piece: Piece, block: HTMLElement, state: State): void {
  closeCard()
  const close = button('×', { class: 'close', 'aria-label': 'Close' }, () => {
    closeCard()
    block.focus()
  })
  card = h('div', { class: 'explained', role: 'status' }, h('h3', {}, piece.title), close)
  card.append(...linesOf(piece, state))
  card.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close.click()
  })
  const field = byId('picture')
  field.append(card)
  const at = block.getBoundingClientRect()
  const around = field.getBoundingClientRect()
  const left = Math.min(at.left - around.left, around.width - card.offsetWidth)
  card.style.left = `${Math.max(0, left)}px`
  card.style.top = `${at.bottom - around.top + 6}px`
}

function linesOf(piece: Piece, state: State): HTMLElement[] {
  const clock = clockOf(state)
  const { start, end } = piece
  const long = end === Infinity ? '' : ` (${sayElapsed(end - start)})`
  const when = h('p', {}, clock.range(start, end, state.now) + long)
  switch (piece.kind) {
    case 'gap':
      return [h('p', { class: 'who' }, 'Nobody is on call'), when]
    case 'shift': {
      const { people, why } = piece.shift
      return [
        h('p', { class: 'who' }, faces(people)),
        when,
        ...ownTimes(people, clock, piece, state),
        ...rungIn(piece.rang, clock, state),
        h('p', { class: 'faint' }, why),
      ]
    }
    case 'meeting': {
      const { occurrence } = piece
      const chair = sayChair(occurrence)
      const moved =
        occurrence.due === start ? '' : `moved from ${clock.say(occurrence.due, state.now)}`
      return [
        when,
        ...[moved, chair, sayAttendees(occurrence)]
          .filter((text) => text !== '')
          .map((text) => h('p', {}, text)),
        h('p', {}, linkTo(occurrence.place)),
      ]
    }
  }
}

/** How often it rang, and about what, where the page knows titles. */
function rungIn(rang: readonly Ring[], clock: Clock, { now }: State): HTMLElement[] {
  if (rang.length === 0) return []
  const titled = rang.flatMap(({ at, title }) =>
    title === undefined ? [] : [h('p', { class: 'faint' }, `${clock.say(at, now)}: ${title}`)],
  )
  return [h('p', {}, sayRang(rang)), ...titled.slice(0, MOST_TITLES)]
}

/** What it is on the clock of each who holds it, where that is another. */
function ownTimes(
  people: readonly Person[],
  clock: Clock,
  { start, end }: Piece,
  { now }: State,
): HTMLElement[] {
  return people.flatMap((person) => {
    const { name } = person
    const zone = zoneOf(person, start)
    const own = Clock.of(zone)
    if (!own.isKnown) return []
    const until = end === Infinity ? start : end
    if ([start, until].every((at) => own.offsetAt(at) === clock.offsetAt(at))) return []
    return [h('p', { class: 'faint' }, `${own.range(start, end, now)} for ${name} (${zone})`)]
  })
}
