/** What the marks mean, and who the colours are: pressing one shows that person alone. */
import { clockPieces } from './around.ts'
import { button, byId, h } from './dom.ts'
import { colour } from './faces.ts'
import type { Person, Rota } from './things.ts'
import { within } from './search.ts'
import { isShown, type State } from './state.ts'
import type { View } from './view.ts'

const MOST = 40

/** Shows the legend of what is in view. */
export function showLegend(
  rota: Rota,
  state: State,
  view: View,
  choose: (person: Person | undefined) => void,
): void {
  const marks = h('ul', { class: 'marks' })
  for (const [kind, text] of [
    ['override', 'override'],
    ['gap', 'gap: nobody on call'],
    ['meeting', 'meeting'],
    ...(rota.people.some(({ away }) => away.length > 0)
      ? ([['absent', 'on call while away']] as const)
      : []),
    ...(clockPieces(rota, view, state).length > 0 ? ([['change', 'clock change']] as const) : []),
    ['now', 'now'],
    ['unknown', 'not in this page'],
    ...(rota.rotations.some(({ rang }) => rang !== undefined) ? ([['rang', 'page']] as const) : []),
  ] as const) {
    marks.append(h('li', {}, h('span', { class: `sample ${kind}`, 'aria-hidden': 'true' }), text))
  }
  const people = peopleIn(rota, state, view)
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': 'People in view' })
  for (const person of people.slice(0, MOST)) {
    const pressed = state.person === person
    const chip = button(person.name, { class: 'chip', 'aria-pressed': String(pressed) }, () =>
      choose(pressed ? undefined : person),
    )
    chip.prepend(colour(h('span', { class: 'face', 'aria-hidden': 'true' }, person.mark), [person]))
    chips.append(chip)
  }
  if (people.length > MOST) {
    chips.append(h('span', { class: 'faint' }, `and ${people.length - MOST} more`))
  }
  byId('legend').replaceChildren(chips, marks, help())
}

/** Those who hold something in view, in the order of the files. */
function peopleIn(rota: Rota, state: State, view: View): Person[] {
  const seen = new Set<Person>(state.person === undefined ? [] : [state.person])
  for (const rotation of rota.rotations) {
    if (!isShown(state, rotation)) continue
    for (const { people } of within(rotation.shifts, view))
      for (const each of people) seen.add(each)
  }
  return rota.people.filter((person) => seen.has(person))
}

function help(): HTMLElement {
  const line = h('p', { class: 'keys', id: 'keys' }, 'In the timeline: ')
  for (const [key, meaning] of [
    ['← → ↑ ↓', 'from shift to shift'],
    ['Enter', 'explains one'],
    ['+ −', 'zoom'],
    ['Page Up, Page Down', 'earlier, later'],
    ['Home', 'today'],
  ] as const) {
    line.append(h('kbd', {}, key), ` ${meaning} `)
  }
  return line
}
