/** Somebody more among the people, as the others there are written. */
import type { AddPerson } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import { breakOf, flowItem, indentAt, type Item } from './insert.ts'
import { isBelow, withValue, withValueIn } from './keys.ts'
import { layoutOf, valueIn, type Laid } from './layout.ts'
import { replacing, type Spot } from './spot.ts'
import { scalar } from './scalar.ts'

/** In the files that have people, the last one first; else under a key of its own. */
export function personSpots(sources: readonly Source[], person: AddPerson): Spot[] {
  const files = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1)).reverse()
  const spots = files.flatMap(({ path, text }) => {
    const people = valueIn(layoutOf(text), 'people')
    if (people === undefined) return []
    const value = personLines(text, people.value, person) ?? personText(person)
    return [replacing(path, withValue(text, people, person.id, value))]
  })
  const fresh = files.flatMap(({ path, text }) => {
    const root = layoutOf(text)
    if (root?.kind !== 'map') return []
    const value = `{ ${person.id}: ${personText(person)} }`
    return [replacing(path, withValueIn(text, root, 'people', value))]
  })
  return [...spots, ...fresh]
}

/** `{ name: Erin Walsh, timezone: Europe/London }` */
export function personText(person: AddPerson): string {
  const keys = keysOf(person)
  return keys.length === 0 ? '{}' : flowItem(keys)
}

/** The same in lines, where the last of the people there is written so. */
function personLines(text: string, people: Laid, person: AddPerson): string | undefined {
  const last = people.kind === 'map' ? people.entries.at(-1) : undefined
  const first = last?.value.kind === 'map' ? last.value.entries[0] : undefined
  const keys = keysOf(person)
  if (last === undefined || first === undefined || !isBelow(last) || keys.length === 0) {
    return undefined
  }
  const margin = `${breakOf(text, first.key.from)}${indentAt(text, first.key.from)}`
  return keys.map(([key, value]) => `${margin}${key}: ${value}`).join('')
}

function keysOf({ name, email, timezone, pagerduty }: AddPerson): Item {
  return [
    ...(name === undefined ? [] : [['name', scalar(name)] as const]),
    ...(email === undefined ? [] : [['email', scalar(email)] as const]),
    ...(timezone === undefined ? [] : [['timezone', timezone] as const]),
    ...(pagerduty === undefined ? [] : [['pagerduty', scalar(pagerduty)] as const]),
  ]
}
