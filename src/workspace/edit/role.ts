/** Where somebody else in a role of a meeting can stand: among the overrides of that role. */
import type { AddRoleOverride } from '../../model/change.ts'
import type { Source } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { rangeText } from '../print/time.ts'
import { appended, flowItem, withOverrides, type Item } from './insert.ts'
import { layoutOf, valueIn } from './layout.ts'
import { inserting, replacing, type Spot } from './spot.ts'
import { scalar } from './scalar.ts'

/** None where the role stands elsewhere (an alias), or is a list of lines, which would have to become something else. */
export function roleSpots(
  sources: readonly Source[],
  change: AddRoleOverride,
  { meetings }: Workspace,
): Spot[] {
  const meeting = meetings.get(change.meeting)
  const source = sources.find(({ path }) => path === meeting?.place.source.path)
  if (source === undefined) return []
  const { path, text } = source
  const own = valueIn(valueIn(layoutOf(text), 'meetings')?.value, change.meeting)?.value
  const role = valueIn(own, change.role) ?? valueIn(valueIn(own, 'roles')?.value, change.role)
  if (role === undefined) return []
  const item = roleItem(change)
  const { value } = role
  if (value.kind === 'map') {
    const overrides = valueIn(value, 'overrides')
    if (overrides !== undefined) return [inserting(path, appended(text, overrides, item))]
    return [inserting(path, withOverrides(text, role, item))]
  }
  const isOneLine = value.kind === 'scalar' ? !value.isEmpty : value.kind === 'list' && value.isFlow
  if (!isOneLine) return []
  const members = text.slice(value.from, value.to)
  const whole = `{ members: ${members}, overrides: [${flowItem(item)}] }`
  return [replacing(path, [{ from: value.from, to: value.to, text: whole }])]
}

/** `{ who: bob, on: 2027-03-05 }` */
export function roleItem({ override }: Pick<AddRoleOverride, 'override'>): Item {
  const { person, first, last, why } = override
  return [
    ['who', person ?? 'nobody'],
    ['on', rangeText({ first, last })],
    ...(why === undefined ? [] : [['why', scalar(why)] as const]),
  ]
}
