/** The two lists at the top: whose shifts, and on whose clock. */
import { viewersZone } from './clock.ts'
import { byId, h } from './dom.ts'
import { zoneOf } from './names.ts'
import type { Rota } from './things.ts'
import type { State } from './state.ts'

/** Fills the two lists, with what is chosen already. */
export function fillChoices(rota: Rota, { zone, now }: State): void {
  const person = byId('person')
  person.append(h('option', { value: '' }, 'Everybody'))
  for (const { id, name } of byName(rota)) person.append(h('option', { value: id }, name))

  const zones = byId('zone')
  const own = viewersZone()
  zones.append(
    h('option', { value: '' }, `Your time (${own})`),
    h('option', { value: 'UTC' }, 'UTC'),
  )
  const group = h('optgroup', { label: 'The clock of' })
  const seen = new Set([own, 'UTC'])
  for (const each of byName(rota)) {
    const theirs = zoneOf(each, now)
    seen.add(theirs)
    group.append(h('option', { value: theirs }, `${each.name} (${theirs})`))
  }
  if (rota.people.length > 0) zones.append(group)
  // A shared address can name any zone.
  if (zone !== '' && !seen.has(zone)) zones.append(h('option', { value: zone }, zone))
}

function byName({ people }: Rota): Rota['people'] {
  return [...people].sort((a, b) => a.name.localeCompare(b.name))
}
