/** Where somebody else in a role of a meeting can stand: among the overrides of that role. */
import type { EditRoleOverride } from '../../model/change.ts'
import { lastSameOf } from '../../model/apply.ts'
import { roleNamed, type Meeting } from '../../model/meeting.ts'
import type { Source } from '../../model/place.ts'
import type { Workspace } from '../../model/workspace.ts'
import { rangeText } from '../print/time.ts'
import { appended, flowItem, withOverrides, type Item } from './insert.ts'
import { layoutOf, valueIn, type LaidEntry } from './layout.ts'
import { removed } from './remove.ts'
import { inserting, replacing, type Spot } from './spot.ts'
import { scalar } from './scalar.ts'

/** None where the role stands elsewhere (an alias), or is a list of lines, which would have to become something else. */
export function roleSpots(
  sources: readonly Source[],
  change: EditRoleOverride,
  { meetings }: Workspace,
): Spot[] {
  const meeting = meetings.get(change.meeting)
  const source = sources.find(({ path }) => path === meeting?.place.source.path)
  if (source === undefined) return []
  const { path, text } = source
  const own = valueIn(valueIn(layoutOf(text), 'meetings')?.value, change.meeting)?.value
  const role = valueIn(own, change.role) ?? valueIn(valueIn(own, 'roles')?.value, change.role)
  if (role === undefined) return []
  const { value } = role
  if (change.kind === 'remove-role-override') return roleRemovals(source, change, meeting, role)
  const item = roleItem(change)
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

function roleRemovals(
  { path, text }: Source,
  { role: name, override }: EditRoleOverride,
  meeting: Meeting | undefined,
  role: LaidEntry,
): Spot[] {
  const all = (meeting && roleNamed(meeting, name)?.overrides) ?? []
  const place = all[lastSameOf(all, override)]?.place
  const entry = valueIn(role.value, 'overrides')
  if (entry === undefined || place === undefined) return []
  return [replacing(path, removed(text, entry, place.from, role.value))]
}

/** `{ who: bob, on: 2027-03-05 }` */
export function roleItem({ override }: Pick<EditRoleOverride, 'override'>): Item {
  const { person, first, last, why } = override
  return [
    ['who', person ?? 'nobody'],
    ['on', rangeText({ first, last })],
    ...(why === undefined ? [] : [['why', scalar(why)] as const]),
  ]
}
