/** The next meetings. */
import { button, byId, h } from './dom.ts'
import { face } from './faces.ts'
import { localLine, localTimes } from './local.ts'
import { nameAll } from './names.ts'
import type { Occurrence, Rota } from './things.ts'
import { clockOf, isAttended, type State } from './state.ts'

const STEP = 6

let most = STEP

/** Shows the next meetings that the chosen person attends. */
export function showMeetings(rota: Rota, state: State, again: () => void): void {
  byId('meetings').hidden = rota.occurrences.length === 0
  const clock = clockOf(state)
  const coming = rota.occurrences.filter(
    (occurrence) => occurrence.end > state.now && isAttended(state, occurrence),
  )
  const list = h('ol', { class: 'occurrences' })
  for (const occurrence of coming.slice(0, most)) {
    const { start, end, due, name, place, chair, people } = occurrence
    list.append(
      h(
        'li',
        {},
        h('span', { class: 'time' }, clock.range(start, end, state.now)),
        h('b', {}, name),
        h(
          'span',
          { class: 'chair' },
          chair !== null && chair !== undefined && face(chair),
          sayChair(occurrence),
        ),
        h('span', { class: 'faint' }, sayAttendees(occurrence)),
        due !== start && h('span', { class: 'tag' }, `moved from ${clock.say(due, state.now)}`),
        linkTo(place),
        localLine(localTimes(people, start, clock)),
      ),
    )
  }
  const place = byId('occurrences')
  place.replaceChildren(coming.length === 0 ? h('p', { class: 'empty' }, 'None.') : list)
  if (coming.length > most) {
    place.append(
      button('Show more', { class: 'more' }, () => {
        most += 4 * STEP
        again()
      }),
    )
  }
}

/** Who leads it, and who has which other role. */
export function sayChair({ chair, roles }: Occurrence): string {
  return [
    ...(chair === undefined ? [] : [`${chair?.name ?? 'nobody'} chairs`]),
    ...roles.map(({ name, person }) => `${name}: ${person?.name ?? 'nobody'}`),
  ].join(', ')
}

/** The attendees of a meeting by name, or how many they are. */
export function sayAttendees({ everyone, people }: Occurrence): string {
  if (everyone) return 'everyone'
  if (people.length > 8) return `${people.length} people`
  return people.length === 0 ? '' : nameAll(people)
}

/** A link where it is an address of the web, else the text. Nothing but http becomes a link. */
export function linkTo(place: string): HTMLElement | null {
  if (place === '') return null
  if (!/^https?:\/\//i.test(place)) return h('span', { class: 'faint' }, place)
  const short = place.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return h('a', { href: place, rel: 'noopener noreferrer', class: 'place' }, short)
}
