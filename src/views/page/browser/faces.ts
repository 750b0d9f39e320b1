/** How people look: a colour each, and always letters beside it, so that nothing rests on colour alone. */
import { h, paint } from './dom.ts'
import { firstName } from './names.ts'
import type { Person } from './things.ts'

/** Gives an element the colours of those whom it is about: one, or the first two of more. */
export function colour<E extends HTMLElement>(element: E, people: readonly Person[]): E {
  const first = people[0]
  if (first === undefined) return element
  element.classList.add('coloured')
  const { colour: one, letters } = first
  const { colour: two } = people[1] ?? first
  return paint(element, { '--colour': one, '--colour-2': two, '--letters': letters })
}

/** A disc with the mark. Of no meaning to those who hear the page: the name stands beside it. */
export function face(person: Person): HTMLElement {
  return colour(h('span', { class: 'face', 'aria-hidden': 'true' }, person.mark), [person])
}

/** Disc and name of each; of several only the first names where there is little room. */
export function faces(people: readonly Person[], room: 'much' | 'little' = 'much'): HTMLElement {
  const list = h('span', { class: 'faces' })
  const short = room === 'little' && people.length > 1
  for (const person of people) {
    const name = short ? firstName(person) : person.name
    list.append(h('span', { class: 'named', title: short && person.name }, face(person), name))
  }
  return list
}
