/** Who is on call now: a card for each rotation, worked out by the reader's own clock. */
import { Clock, sayElapsed } from './clock.ts'
import { button, byId, h, paint } from './dom.ts'
import { colour, faces } from './faces.ts'
import {
  firstEndingAfter,
  holderAt,
  nameAll,
  zoneOf,
  type Rota,
  type Rotation,
  type Shift,
} from './rota.ts'
import { clockOf, isShown, type State } from './state.ts'

/** So many cards stand for themselves; more are made small, and even more only on demand. */
const LARGE = 12
const MOST = 60
const MOST_ON_A_PHONE = 10

let all = false

/** Shows who is on call at this moment. */
export function showNow(rota: Rota, state: State, again: () => void): void {
  const rotations = rota.rotations.filter(
    (rotation) => isShown(state, rotation) && rotation.end > state.now,
  )
  const shown = all ? rotations : rotations.slice(0, innerWidth < 700 ? MOST_ON_A_PHONE : MOST)
  const place = byId('holders')
  const room = rotations.length > LARGE ? 'little' : 'much'
  const list = h('ul', { class: room === 'little' ? 'cards small' : 'cards' })
  const isKnown = state.now >= rota.from && state.now < rota.to
  for (const rotation of shown) list.append(cardOf(rotation, state, room, isKnown))
  place.replaceChildren(rotations.length === 0 ? nothing(rota, state) : list)
  if (shown.length < rotations.length) {
    place.append(
      button(`Show all ${rotations.length} rotations`, { class: 'more' }, () => {
        all = true
        again()
      }),
    )
  }
  showOwn(rota, state)
}

function nothing(rota: Rota, { person, search }: State): HTMLElement {
  if (rota.rotations.length === 0) return h('p', {}, 'There are no rotations.')
  const whose = person === undefined ? '' : ` of ${person.name}`
  const like = search.trim() === '' ? '' : ` like “${search.trim()}”`
  return h('p', { class: 'empty' }, `There is no rotation${whose}${like} here.`)
}

function cardOf(
  rotation: Rotation,
  state: State,
  room: 'much' | 'little',
  isKnown: boolean,
): HTMLElement {
  const { now, person } = state
  const clock = clockOf(state)
  const { shift, gap, next } = holderAt(rotation, now)
  const card = h('li', { class: 'card' }, h('h3', {}, rotation.name))
  if (shift === undefined) {
    card.classList.add(gap === undefined ? 'off' : 'gap')
    // Outside what the page knows of, nobody being there would be a lie.
    const what = isKnown ? (gap === undefined ? 'Nobody now' : 'Nobody is on call') : 'Not known'
    card.append(h('p', { class: 'who' }, what))
    if (gap !== undefined) {
      card.append(h('p', { class: 'when' }, `a gap from ${clock.range(gap.start, gap.end, now)}`))
    } else if (isKnown) {
      const until = offUntil(rotation, next, clock, now)
      card.append(h('p', { class: 'when' }, until), h('p', { class: 'local' }, 'nobody has to be'))
    }
  } else {
    colour(card, shift.people)
    if (person !== undefined && !shift.people.includes(person)) card.classList.add('other')
    card.append(h('p', { class: 'who' }, faces(shift.people, room)), whenOf(shift, clock, now))
    card.append(...localTimes(shift, clock, now))
    if (shift.end < Infinity) {
      const done = (now - shift.start) / (shift.end - shift.start)
      card.append(
        paint(h('div', { class: 'done', 'aria-hidden': 'true' }), { '--done': done.toFixed(4) }),
      )
    }
  }
  if (next !== undefined) {
    const from = shift?.end === next.start ? '' : ` from ${clock.say(next.start, now)}`
    card.append(h('p', { class: 'next' }, 'then ', h('b', {}, nameAll(next.people)), from))
  }
  return card
}

/** Until when nobody has to be there: a shift begins, or a gap does. */
function offUntil({ gaps }: Rotation, next: Shift | undefined, clock: Clock, now: number): string {
  const gap = gaps[firstEndingAfter(gaps, now)]
  if (gap !== undefined && gap.start < (next?.start ?? Infinity))
    return `until ${clock.say(gap.start, now)}, then a gap`
  return next === undefined ? '' : `until ${clock.say(next.start, now)}`
}

function whenOf(shift: Shift, clock: Clock, now: number): HTMLElement {
  if (shift.end === Infinity) return h('p', { class: 'when' }, 'without end')
  const left = sayElapsed(shift.end - now)
  return h(
    'p',
    { class: 'when' },
    `until ${clock.say(shift.end, now)} `,
    h('span', { class: 'left' }, `${left} left`),
    shift.isOverride && h('span', { class: 'tag' }, 'override'),
  )
}

/** What their own clocks show, where those differ from the one that is chosen. */
function localTimes({ people }: Shift, clock: Clock, now: number): HTMLElement[] {
  return people.flatMap((person) => {
    const { name } = person
    const zone = zoneOf(person, now)
    const own = Clock.of(zone)
    if (!own.isKnown || own.offsetAt(now) === clock.offsetAt(now)) return []
    const text = `${own.time(now)} now for ${name.split(' ')[0]} (${zone})`
    return [h('p', { class: 'local' }, text)]
  })
}

/** When the chosen person is on call next. */
function showOwn(rota: Rota, state: State): void {
  const { person, now } = state
  const place = byId('own')
  place.replaceChildren()
  if (person === undefined) return
  const clock = clockOf(state)
  const mine = rota.rotations
    .flatMap((rotation) =>
      rotation.shifts
        .filter(({ people, end }) => end > now && people.includes(person))
        .slice(0, 8)
        .map((shift) => ({ rotation, shift })),
    )
    .sort((a, b) => a.shift.start - b.shift.start)
    .slice(0, 8)
  const list = h('ol', { class: 'own' })
  for (const { rotation, shift } of mine) {
    list.append(
      h(
        'li',
        {},
        h('span', { class: 'time' }, clock.range(shift.start, shift.end, now)),
        h('span', {}, rotation.name),
        shift.start <= now && h('span', { class: 'tag now' }, 'now'),
      ),
    )
  }
  const title = h('h3', {}, `${person.name}: the next shifts`)
  place.append(title, mine.length === 0 ? h('p', { class: 'empty' }, 'None.') : list)
}
