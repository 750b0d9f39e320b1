/** Links to the calendars that stand beside the page. */
import type { PageCalendar } from '../data.ts'
import { copying } from './copy.ts'
import { byId, h } from './dom.ts'
import type { Rota } from './things.ts'
import type { State } from './state.ts'

const KINDS = [
  ['team', 'Everything'],
  ['rotations', 'Rotations'],
  ['people', 'People'],
  ['meetings', 'Meetings'],
] as const

/** A long list stays closed until somebody wants it. */
const OPEN = 12

/** Shows the links to calendars, that of the chosen person first. */
export function showCalendars({ calendars }: Rota, { person }: State): void {
  byId('calendars').hidden = calendars.length === 0
  const place = byId('subscriptions')
  const opened = new Set(
    [...place.querySelectorAll('details[open]')].map((each) => each.getAttribute('data-kind')),
  )
  place.replaceChildren()
  for (const [kind, title] of KINDS) {
    const all = calendars.filter((calendar) => calendar.kind === kind)
    const own = `people/${person?.id}.ics`
    const chosen =
      kind === 'people' && person !== undefined ? all.filter(({ path }) => path === own) : all
    if (chosen.length === 0) continue
    const list = h('ul')
    for (const calendar of chosen) list.append(entryOf(calendar))
    const count = kind === 'team' ? '' : ` (${chosen.length})`
    place.append(
      h(
        'details',
        { open: chosen.length <= OPEN || opened.has(kind), 'data-kind': kind },
        h('summary', {}, `${title}${count}`),
        list,
      ),
    )
  }
}

function entryOf({ name, path }: PageCalendar): HTMLElement {
  const address = new URL(path, location.href).href
  const entry = h('li', {}, h('span', { class: 'calendar' }, name))
  // A program that reads calendars takes `webcal:` as a subscription; on a disk there is nothing to subscribe to.
  if (/^https?:/.test(address)) {
    const webcal = address.replace(/^https?:/, 'webcal:')
    const label = `Subscribe to ${name}`
    entry.append(h('a', { href: webcal, 'aria-label': label }, 'Subscribe'))
    entry.append(copying('Copy address', `Copy address: ${name}`, () => address))
  }
  const file = path.replace(/^.*\//, '')
  entry.append(h('a', { href: path, 'aria-label': `${file}: ${name}` }, file))
  return entry
}
