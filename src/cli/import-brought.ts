/** What `import` does with a table or a calendar that was read: the rota is looked for, and held against it. */
import { SECOND } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import type { Zone } from '../time/zone.ts'
import type { Brought } from '../patterns/brought.ts'
import { planBrought, type BroughtSaid } from '../patterns/plan.ts'
import { piecesOf } from '../patterns/stretch.ts'
import type { Io } from '../io/io.ts'
import { printWorkspace } from '../workspace/print/print.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { finished, folderFor, loadedFrom } from './import-files.ts'
import { verdictOf, type SourceShown } from './import-verdict.ts'

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
      verdict: verdictOf(shownOf(one), workspace),
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

function shownOf({ id, name, shown, within = NOWHEN }: BroughtSaid): SourceShown {
  return { rotation: id, schedule: name, shown: piecesOf(shown, within), within }
}
