/** `rotate import pagerduty`: the schedules of an account, and what PagerDuty itself renders of them. */
import { SECOND } from '../time/instant.ts'
import type { Importer, Newcomer, Sighting } from '../sync/import/importer.ts'
import { HORIZON, planImport } from '../sync/import/plan.ts'
import type { Listed } from '../sync/schedule.ts'
import type { Service } from '../sync/service.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { printWorkspace } from '../workspace/print/print.ts'
import { clean } from '../views/clean.ts'
import type { ImportSaid } from '../views/import.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { finished, folderFor, loadedFrom } from './import-files.ts'
import { verdictOf } from './import-verdict.ts'
import { lineFor } from './pagerduty.ts'

/** Brings in schedules by id or exact name; all where none is named. */
export async function importPagerDuty(
  input: Input,
  io: Io,
  words: readonly string[],
): Promise<Exit> {
  const folder = folderFor(input, io)
  const { service, talking } = await lineFor('import', io, 'reads')
  return talking(
    () => 'nothing was written',
    () => imported(input, io, service, words, folder),
  )
}

async function imported(
  input: Input,
  io: Io,
  service: Service & Importer,
  words: readonly string[],
  folder: string,
): Promise<Exit> {
  // Rounded up, as PagerDuty knows no parts of a second.
  const now = Math.ceil(io.now() / SECOND) * SECOND
  const chosen = chosenFrom(await service.list(), words)
  const sightings: Sighting[] = []
  for (const [i, one] of chosen.entries()) {
    if (io.err.isTerminal)
      io.err.write(`reading ${i + 1} of ${chosen.length}: ${clean(one.name)}\n`)
    const sighting = await service.sight(one, now)
    if (sighting !== undefined) sightings.push(sighting)
  }
  // One after another, in the order in which they are named.
  const newcomers: Newcomer[] = []
  for (const id of new Set(sightings.flatMap(({ users }) => users))) {
    newcomers.push(await service.newcomer(id))
  }
  const plan = planImport(service, sightings, newcomers, textOf(input, 'team'), now)
  const files = printWorkspace(plan.workspace, plan.notes, plan.beneath)
  const { texts, workspace } = await loadedFrom(files, folder, io)
  const within = { start: now, end: now + HORIZON }
  const said: Omit<ImportSaid, 'isWritten'> = {
    team: plan.workspace.team ?? '',
    source: service.name,
    files: texts,
    rotations: plan.rotations.map((one) => ({
      name: one.name,
      unsaid: one.unsaid,
      verdict: verdictOf({ ...one, within }, workspace),
    })),
  }
  return finished(said, { files, folder, sync: true }, input, io)
}

/** The schedules that words name, by id or by exact name; all where there are no words. */
function chosenFrom(listed: readonly Listed[], words: readonly string[]): readonly Listed[] {
  if (listed.length === 0) {
    throw new Failure('PagerDuty has no schedules that this token may see', 2)
  }
  if (words.length === 0) return listed
  const chosen = words.map((word) => {
    const found = listed.filter(({ id, name }) => id === word || name === word)
    const [one, ...others] = found.filter(({ id }) => id === word).concat(found)
    if (one === undefined) {
      const names = listed.slice(0, 8).map(({ id, name }) => `'${name}' (${id})`)
      const more = listed.length > names.length ? `, and ${listed.length - names.length} more` : ''
      throw new Failure(
        `PagerDuty has no schedule '${word}': there are ${names.join(', ')}${more}`,
        2,
      )
    }
    if (one.id !== word && others.length > 0) {
      const ids = found.map(({ id }) => id).join(', ')
      throw new Failure(
        `PagerDuty has several schedules named '${word}': say which by id (${ids})`,
        2,
      )
    }
    return one
  })
  return [...new Set(chosen)]
}
