/** Somebody more among the people, as the others there are written. */
import type { AddPerson } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import { flowItem, type Item } from './insert.ts'
import { withValue, withValueIn } from './keys.ts'
import { layoutOf, valueIn } from './layout.ts'
import { replacing, type Spot } from './spot.ts'
import { scalar } from './scalar.ts'

/** In the files that have people, the last one first; else under a key of its own. */
export function personSpots(sources: readonly Source[], person: AddPerson): Spot[] {
  const files = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1)).reverse()
  const value = personText(person)
  const spots = files.flatMap(({ path, text }) => {
    const people = valueIn(layoutOf(text), 'people')
    return people === undefined ? [] : [replacing(path, withValue(text, people, person.id, value))]
  })
  const fresh = files.flatMap(({ path, text }) => {
    const root = layoutOf(text)
    if (root?.kind !== 'map') return []
    return [replacing(path, withValueIn(text, root, 'people', `{ ${person.id}: ${value} }`))]
  })
  return [...spots, ...fresh]
}

/** `{ name: Erin Walsh, timezone: Europe/London }` */
export function personText({ name, email, timezone }: AddPerson): string {
  const keys: Item = [
    ...(name === undefined ? [] : [['name', scalar(name)] as const]),
    ...(email === undefined ? [] : [['email', email] as const]),
    ...(timezone === undefined ? [] : [['timezone', timezone] as const]),
  ]
  return keys.length === 0 ? '{}' : flowItem(keys)
}
