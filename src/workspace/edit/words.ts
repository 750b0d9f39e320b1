/** What changes say as YAML: keys and their values, and the line for whoever writes one by hand. */
import type { AddOverride, Change } from '../../model/change.ts'
import type { Workspace } from '../../model/workspace.ts'
import { stretchTexts } from '../print/time.ts'
import type { Item } from './insert.ts'

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
  }
}

/** A text as one value: plain where that reads as it is, else in double quotes. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ._'/()+-]*$/u.test(text) && text.trim() === text
  return isPlain ? text : JSON.stringify(text)
}
