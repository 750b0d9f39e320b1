/** Who is on call now: a card for each rotation, worked out by the reader's own clock. */
import { Clock, sayElapsed } from './clock.ts'
import { button, byId, h, paint } from './dom.ts'
import { colour, faces } from './faces.ts'
import { firstName, nameAll, zoneOf } from './names.ts'
import type { Rota, Rotation, Shift } from './things.ts'
import { firstEndingAfter, holderAt } from './search.ts'
import { clockOf, isShown, type State } from './state.ts'

/** So many rotations have a card; more have a line, and even more only on demand. */
const LARGE = 12
const MOST = 60
const MOST_ON_A_PHONE = 10

let all = false

/** Shows who is on call at this moment. */
export function showNow(rota: Rota, state: State, again: () => void): void {
  const rotations = rota.rotations.filter(
    (rotation) => isShown(state, rotation) && rotation.end > state.now,
  )
  const isShort = rotations.length > LARGE
  const sorted = isShort ? gapsFirst(rotations, state.now) : rotations
  const shown = all ? sorted : sorted.slice(0, innerWidth < 700 ? MOST_ON_A_PHONE : MOST)
  const place = byId('holders')
  const list = h('ul', { class: isShort ? 'short' : 'cards' })
  const isKnown = state.now >= rota.from && state.now < rota.to
  for (const rotation of shown) {
    list.append(isShort ? lineOf(rotation, state, isKnown) : cardOf(rotation, state, isKnown))
  }
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

/** Where nobody is on call although somebody must be, that must not be the one that is left out. */
function gapsFirst(rotations: readonly Rotation[], now: number): Rotation[] {
  const isGap = (one: Rotation): boolean => holderAt(one, now).gap !== undefined
  return [...rotations.filter(isGap), ...rotations.filter((one) => !isGap(one))]
}

/** One line: what, who, until when. */
function lineOf(rotation: Rotation, state: State, isKnown: boolean): HTMLElement {
  const { now, person } = state
  const clock = clockOf(state)
  const { shift, gap, next } = holderAt(rotation, now)
  const line = h('li', { class: 'line-of' }, h('h3', { title: rotation.name }, rotation.name))
  if (shift === undefined) {
    line.classList.add(gap === undefined ? 'off' : 'gap')
    const until = gap?.end ?? next?.start
    line.append(
      h('span', { class: 'who' }, nobody(gap !== undefined, isKnown)),
      h(
        'span',
        { class: 'when' },
        until !== undefined && isKnown && `until ${clock.soon(until, now)}`,
      ),
    )
    return line
  }
  if (person !== undefined && !shift.people.includes(person)) line.classList.add('other')
  line.append(
    h('span', { class: 'who' }, faces(shift.people, 'little')),
    h('span', { class: 'when' }, shift.end < Infinity && `until ${clock.soon(shift.end, now)}`),
    ...waysTo(shift),
  )
  return line
}

/** Outside what the page knows of, nobody being there would be a lie. */
function nobody(isGap: boolean, isKnown: boolean): string {
  if (!isKnown) return 'Not known'
  return isGap ? 'Nobody is on call' : 'Nobody now'
}

/** How to reach those who hold it, where the page may say so. */
function waysTo({ people }: Shift): HTMLElement[] {
  return people
    .filter(({ contact }) => contact.length > 0)
    .map(({ name, contact }) => {
      const ways = h('p', { class: 'ways' }, people.length > 1 && `${name}: `)
      for (const [key, value] of contact) ways.append(h('span', {}, `${key} `, wayTo(value)))
      return ways
    })
}

/** A number can be dialled, and an address of the web opened; all else is text. */
function wayTo(value: string): HTMLElement | string {
  if (/^\+?[\d\s()./-]{5,}$/.test(value)) {
    return h('a', { href: `tel:${value.replaceAll(/[^\d+]/g, '')}` }, value)
  }
  return /^https?:\/\/\S+$/i.test(value)
    ? h('a', { href: value, rel: 'noopener noreferrer' }, value)
    : value
}

function cardOf(rotation: Rotation, state: State, isKnown: boolean): HTMLElement {
  const { now, person } = state
  const clock = clockOf(state)
  const { shift, gap, next } = holderAt(rotation, now)
  const card = h('li', { class: 'card' }, h('h3', {}, rotation.name))
  if (shift === undefined) {
    card.classList.add(gap === undefined ? 'off' : 'gap')
    card.append(h('p', { class: 'who' }, nobody(gap !== undefined, isKnown)))
    if (gap !== undefined) {
      card.append(h('p', { class: 'when' }, `a gap from ${clock.range(gap.start, gap.end, now)}`))
    } else if (isKnown) {
      const until = offUntil(rotation, next, clock, now)
      card.append(h('p', { class: 'when' }, until), h('p', { class: 'local' }, 'nobody has to be'))
    }
  } else {
    colour(card, shift.people)
    if (person !== undefined && !shift.people.includes(person)) card.classList.add('other')
    card.append(h('p', { class: 'who' }, faces(shift.people)), whenOf(shift, clock, now))
    card.append(...localTimes(shift, clock, now), ...waysTo(shift))
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
    const zone = zoneOf(person, now)
    const own = Clock.of(zone)
    if (!own.isKnown || own.offsetAt(now) === clock.offsetAt(now)) return []
    const text = `${own.time(now)} now for ${firstName(person)} (${zone})`
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
