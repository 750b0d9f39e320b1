/** The files that an import makes of its plan, new and edited, loaded again before anything is written. */
import { join } from 'node:path'
import { DAY, SECOND } from '../time/instant.ts'
import type { AddPerson } from '../model/change.ts'
import { edited, type Edit } from '../model/edit.ts'
import type { Person } from '../model/person.ts'
import { isError } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { unmeant } from '../planning/prove.ts'
import { namesIn, shown } from '../io/disk.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import type { Io } from '../io/io.ts'
import { unifiedDiff } from '../views/patch.ts'
import { editsFor } from '../workspace/edit/edit.ts'
import { printMore, printWorkspace, type Beneath } from '../workspace/print/print.ts'
import type { NewFile } from '../workspace/templates.ts'
import type { Target } from './import-target.ts'
import type { Session } from './session.ts'

/** A workspace as it is to be, and what is to be said in its files. */
export interface ToPrint {
  readonly workspace: Workspace
  readonly notes: ReadonlyMap<object, readonly string[]>
  readonly beneath?: Beneath
}

/** The files of an import as they are to be, and the workspace that they say. */
export interface Made {
  /** New ones, by their path from the folder. */
  readonly files: readonly NewFile[]
  /** The same by their path as people know it. */
  readonly texts: readonly NewFile[]
  /** Of files that are there, and the same as a patch. */
  readonly edits: readonly Edit[]
  readonly patch: string
  /** What all of them say. */
  readonly workspace: Workspace
}

/** Makes the files, and loads them with those that are there. */
export async function made(plan: ToPrint, { folder, session }: Target, io: Io): Promise<Made> {
  const { edits, homeless } = peopleEdits(plan.workspace, session)
  const files =
    session === undefined
      ? printWorkspace(plan.workspace, plan.notes, plan.beneath)
      : printMore(plan.workspace, session.workspace, {
          ...plan,
          people: homeless,
          taken: namesIn(folder, io.cwd).map((name) => name.replace(/\.ya?ml$/i, '')),
        })
  const { load } = await import('../workspace/load.ts')
  const texts = files.map(({ path, text }) => ({ path: shown(join(folder, path), io.cwd), text }))
  const there = session?.sources ?? []
  const { workspace, problems } = load([...edited(there, edits), ...texts], publicHolidaysOf)
  const wrong = problems.find(isError)
  if (wrong !== undefined) throw new Error(`the files that were made do not load: ${wrong.message}`)
  if (session !== undefined) mustBeAsBefore(session.workspace, workspace, io)
  return { files, texts, edits, patch: unifiedDiff(there, edits), workspace }
}

/** The edits that say who is new, and whom there is no place for in the files that are there. */
function peopleEdits(
  { people, zone }: Workspace,
  session: Session | undefined,
): { readonly edits: readonly Edit[]; readonly homeless: readonly Person[] } {
  if (session === undefined) return { edits: [], homeless: [] }
  const { sources, workspace: there } = session
  const fresh = [...people.values()].filter(({ id }) => !there.people.has(id))
  if (there.people.size === 0) return { edits: [], homeless: fresh }
  const changes = fresh.map((person) => newcomer(person, zone.name))
  const { edits, refused } = editsFor(sources, changes, publicHolidaysOf)
  const left = new Set(refused.map(({ change }) => change.id))
  return { edits, homeless: fresh.filter(({ id }) => left.has(id)) }
}

function newcomer({ id, name, email, zone, pagerduty }: Person, usual: string): AddPerson {
  return {
    kind: 'add-person',
    id,
    ...(name !== id && { name }),
    ...(email !== undefined && { email }),
    ...(zone.name !== usual && { timezone: zone.name }),
    ...(pagerduty !== undefined && { pagerduty }),
  }
}

/** How far around now it is looked whether anything else changes. */
const AROUND = 400 * DAY

/** Nobody may be on call otherwise in what was there. */
function mustBeAsBefore(before: Workspace, after: Workspace, io: Io): void {
  const rotations = new Map([...after.rotations].filter(([id]) => before.rotations.has(id)))
  const now = Math.floor(io.now() / SECOND) * SECOND
  const within = { start: now - AROUND, end: now + AROUND }
  const meant = { kind: 'exactly', exchanges: [] } as const
  const odd = unmeant(before, { ...after, rotations }, meant, within)
  if (odd.length > 0) throw new Error('the files that were made change who is on call')
}
