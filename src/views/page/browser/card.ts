/** The card that explains one piece of the timeline, or what `check` warns of in a lane. */
import { sayChange } from './clocks.ts'
import { Clock, sayElapsed } from './clock.ts'
import { button, byId, h } from './dom.ts'
import { faces } from './faces.ts'
import { localLines, localTimes } from './local.ts'
import { linkTo, sayAttendees, sayChair } from './meetings.ts'
import { sayRang, zoneOf } from './names.ts'
import { offerOf } from './offer.ts'
import { sayAbsences, type Piece } from './lane-pieces.ts'
import type { Gap, Occurrence, Person, Ring, Rota, Warning } from './things.ts'
import { sourceOf } from './source.ts'
import { clockOf, type State } from './state.ts'

/** So many titles stand in a card. */
const MOST_TITLES = 12

let card: HTMLElement | undefined

/** Closes the card that is open, if one is. */
export function closeCard(): void {
  card?.remove()
  card = undefined
}

/** Puts the card of a piece under its block. */
export function showCard(piece: Piece, block: HTMLElement, rota: Rota, state: State): void {
  const offer = piece.kind === 'shift' ? offerOf(rota, piece.rotation, piece.shift, state) : null
  put(piece.title, linesOf(piece, state), offer, block)
}

/** Puts the warnings of a lane under what was pressed. */
export function showWarnings(
  title: string,
  warnings: readonly Warning[],
  pressed: HTMLElement,
  state: State,
): void {
  const clock = clockOf(state)
  const lines = warnings.flatMap(({ text, start, end, link }) => {
    const when = start === -Infinity || end === Infinity ? '' : clock.range(start, end, state.now)
    return [
      h('p', {}, text),
      when !== '' && h('p', { class: 'faint' }, when),
      sourceOf(link),
    ].filter((line) => line !== false && line !== null)
  })
  put(`${title}: what to look at`, lines, null, pressed)
}

/** Keeps it inside the picture. */
function put(
  title: string,
  lines: readonly HTMLElement[],
  offer: HTMLElement | null,
  block: HTMLElement,
): void {
  closeCard()
  const close = button('×', { class: 'close', 'aria-label': 'Close' }, () => {
    closeCard()
    block.focus()
  })
  card = h(
    'div',
    { class: 'explained', role: 'group', 'aria-label': title },
    h('div', { role: 'status' }, h('h3', {}, title), ...lines),
    offer,
    close,
  )
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
  card.scrollIntoView({ block: 'nearest' })
}

function linesOf(piece: Piece, state: State): HTMLElement[] {
  const clock = clockOf(state)
  const { start, end } = piece
  const long = end === Infinity ? '' : ` (${sayElapsed(end - start)})`
  const when = h('p', {}, clock.range(start, end, state.now) + long)
  switch (piece.kind) {
    case 'gap':
      return list(h('p', { class: 'who' }, 'Nobody is on call'), when, sourceOf(piece.link))
    case 'shift': {
      const { people, why, link } = piece.shift
      return list(
        h('p', { class: 'who' }, faces(people)),
        when,
        ...ownTimes(people, clock, piece, state),
        ...sayAbsences(piece.shift, clock, state.now).map((text) =>
          h('p', { class: 'alarm' }, text),
        ),
        ...rungIn(piece.rang, clock, state),
        why !== '' && h('p', { class: piece.shift.isOverride ? undefined : 'faint' }, why),
        sourceOf(link),
      )
    }
    case 'meeting':
      return meetingLines(piece.occurrence, when, clock, state)
    case 'away':
      return list(
        h('p', { class: 'who' }, faces([piece.person])),
        when,
        ...ownTimes([piece.person], clock, piece, state),
        sourceOf(piece.link),
      )
    case 'holiday': {
      const days = h('p', {}, clock.days(start, end, state.now))
      return [days, ...piece.said.map((text) => h('p', {}, text))]
    }
    case 'clock':
      return [
        h('p', {}, clock.say(start, state.now)),
        ...piece.zones.map((zone) => h('p', {}, sayChange(zone))),
      ]
  }
}

function meetingLines(
  occurrence: Occurrence,
  when: HTMLElement,
  clock: Clock,
  { now }: State,
): HTMLElement[] {
  const { start, due, people, place, link } = occurrence
  const moved = due === start ? '' : `moved from ${clock.say(due, now)}`
  return list(
    when,
    ...[moved, sayChair(occurrence), sayAttendees(occurrence)]
      .filter((text) => text !== '')
      .map((text) => h('p', {}, text)),
    ...localLines(localTimes(people, start, clock)),
    place !== '' && h('p', {}, linkTo(place)),
    sourceOf(link),
  )
}

function list(...lines: readonly (HTMLElement | null | false)[]): HTMLElement[] {
  return lines.filter((line) => line !== null && line !== false)
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
  { start, end }: Gap,
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
