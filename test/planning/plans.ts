/** For the tests of proposals: YAML in, a plan and what the file says afterwards out. */
import type { Change } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { dedent } from '../workspace/texts.ts'

export const PEOPLE = 'people: { alice: {}, bob: {}, carol: {}, dave: {} }\n'

/** One file: the people, and what a test says of rotations. */
export function fileWith(yaml: string, people: string = PEOPLE): Source {
  return { path: 'team.yaml', text: people + dedent(yaml) }
}

export function workspaceOf(source: Source): Workspace {
  const { workspace, problems } = load([source])
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return workspace
}

/** The file after changes; a test fails where there is no place for one. */
export function after(source: Source, changes: readonly Change[]): Source {
  const { edits, refused } = editsFor([source], changes)
  if (refused.length > 0) throw new Error(refused.map(({ line }) => line).join('\n'))
  return edited([source], edits)[0] ?? source
}

/** The lines that are new, without their indentation. */
export function freshLines(source: Source, changes: readonly Change[]): string[] {
  const before = new Set(source.text.split('\n'))
  return after(source, changes)
    .text.split('\n')
    .filter((line) => !before.has(line))
    .map((line) => line.trim())
}

export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`)
