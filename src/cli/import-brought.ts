/** What `import` does with a table or a calendar that was read: the rota is looked for, and held against it. */
import { SECOND } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import { compare } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import type { Verdict } from '../model/plan.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Brought } from '../patterns/brought.ts'
import { planBrought, type BroughtSaid } from '../patterns/plan.ts'
import { piecesOf } from '../patterns/stretch.ts'
import type { Io } from '../io/io.ts'
import { printWorkspace } from '../workspace/print/print.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { finished, folderFor, loadedFrom } from './import-files.ts'

/** Writes the workspace that something brought in makes; `zone` is of what names none. */
export async function bring(brought: Brought, zone: Zone, input: Input, io: Io): Promise<Exit> {
  const folder = folderFor(input, io)
  const now = Math.floor(io.now() / SECOND) * SECOND
  const team = textOf(input, 'team')
  const plan = planBrought(brought, { zone, now, ...(team !== undefined && { team }) })
  const files = printWorkspace(plan.workspace, plan.notes)
  const { texts, workspace } = await loadedFrom(files, folder, io)
  const said = {
    team: plan.workspace.team ?? '',
    source: brought.from,
    files: texts,
    rotations: plan.rotations.map((one) => ({
      name: one.name,
      unsaid: one.unsaid,
      verdict: verdictOf(one, workspace),
      ...(one.found !== undefined && { found: one.found }),
      isCompared: one.within !== undefined,
      isShort: one.isShort,
    })),
  }
  for (const sentence of brought.unsaid ?? []) io.err.write(`${clean(sentence)}\n`)
  return finished(said, { files, folder, sync: false }, input, io)
}

/** In it nothing differs. */
const NOWHEN: Interval = { start: 0, end: 0 }

/** What the source shows against what the new files say. */
function verdictOf(
  { id, name, shown, within = NOWHEN }: BroughtSaid,
  workspace: Workspace,
): Verdict {
  const rotation = workspace.rotations.get(id)
  const ours = rotation === undefined ? [] : timelineOf(rotation, within)
  const nameOf = (person: string): string => workspace.people.get(person)?.name ?? person
  const theirs = piecesOf(shown, within)
  return {
    rotation: id,
    schedule: name,
    until: within.end,
    shifts: rotation === undefined ? 0 : shiftsOf(rotation, within).length,
    differences: compare(theirs, ours, within).map(({ start, end, before, after }) => ({
      start,
      end,
      before: before.map(nameOf),
      after: after.map(nameOf),
    })),
  }
}
