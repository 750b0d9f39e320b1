/** What changes say as YAML: keys and their values, and the line for whoever writes one by hand. */
import type { AddOverride, Change } from '../../model/change.ts'
import type { Workspace } from '../../model/workspace.ts'
import { momentText, stretchTexts } from '../print/time.ts'
import { awayEntry, recurringEntry } from './away.ts'
import { flowItem, type Item } from './insert.ts'
import { memberEntry } from './members.ts'
import { personText } from './person.ts'
import { roleItem } from './role.ts'
import { scalar } from './scalar.ts'

/** The keys of an override; undefined where the workspace does not know the rotation. */
export function overrideItem(
  { rotation, override }: Pick<AddOverride, 'rotation' | 'override'>,
  { rotations }: Workspace,
): Item | undefined {
  const zone = rotations.get(rotation)?.zone
  if (zone === undefined) return undefined
  const { kind, people, insteadOf, why } = override
  const { from, to } = stretchTexts(override, zone)
  const who = people.length === 1 ? people.join('') : `[${people.join(', ')}]`
  return [
    [kind === 'add' ? 'add' : 'who', people.length === 0 ? 'nobody' : who],
    ...(insteadOf === undefined ? [] : [['instead_of', insteadOf] as const]),
    ['from', from],
    ['to', to],
    ...(why === undefined ? [] : [['why', scalar(why)] as const]),
  ]
}

/** The line that says a change, or that goes with it. */
export function lineOf(change: Change, workspace: Workspace): string {
  switch (change.kind) {
    case 'add-override':
    case 'remove-override': {
      const keys = [
        ['rotation', change.rotation] as const,
        ...(overrideItem(change, workspace) ?? []),
      ]
      const line = `- { ${keys.map(([key, value]) => `${key}: ${value}`).join(', ')} }`
      return change.kind === 'add-override' ? line : `take out ${line}`
    }
    case 'edit-members': {
      const { rotation, layer, members, how, at } = change
      const layers = workspace.rotations.get(rotation)?.layers ?? []
      const zone = layers.find(({ name }) => name === layer)?.zone ?? workspace.zone
      const which = layers.length > 1 ? ` (layer '${layer}')` : ''
      const words = members
        .map((member) => `- ${flowItem(memberEntry(member, zone))}`)
        .join(' and ')
      const place = how === 'insert' ? `as entry ${at + 1}` : `in the place of entry ${at + 1}`
      return `${words || 'nothing'} ${place} of the members of '${rotation}'${which}`
    }
    case 'add-away':
    case 'remove-away': {
      const zone = workspace.people.get(change.person)?.zone ?? workspace.zone
      const what = flowItem(awayEntry(change.away, zone))
      return `${change.kind === 'add-away' ? '' : 'take out '}away of '${change.person}': - ${what}`
    }
    case 'remove-recurring-away': {
      const zone = workspace.people.get(change.person)?.zone ?? workspace.zone
      return `take out away of '${change.person}': - ${flowItem(recurringEntry(change.days, zone))}`
    }
    case 'move-start': {
      const known = workspace.rotations
        .get(change.rotation)
        ?.layers.find(({ name }) => name === change.layer)
      return `start: ${momentText(change.start, known?.zone ?? workspace.zone)} in '${change.rotation}'`
    }
    case 'remove-row':
      return `the first row of the table of '${change.rotation}' goes`
    case 'add-role-override':
    case 'remove-role-override':
      return `${change.kind === 'add-role-override' ? '' : 'take out '}under 'overrides' of the ${change.role} of '${change.meeting}': - ${flowItem(roleItem(change))}`
    case 'add-person':
      return `under 'people': ${change.id}: ${personText(change)}`
  }
}
