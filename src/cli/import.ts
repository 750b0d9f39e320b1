/** `rotate import` */
import { join, resolve } from 'node:path'
import { SECOND } from '../time/instant.ts'
import { compare } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import type { Verdict } from '../model/plan.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Imported, Importer, Newcomer, Sighting } from '../sync/import/importer.ts'
import { HORIZON, planImport } from '../sync/import/plan.ts'
import type { Listed } from '../sync/schedule.ts'
import type { Service } from '../sync/service.ts'
import { exists, findWorkspace, readWorkspace, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { printWorkspace } from '../workspace/print/print.ts'
import { clean } from '../views/clean.ts'
import { importJson, sayFiles, sayUnsaid, type ImportSaid } from '../views/import.ts'
import { writeJson } from '../views/json.ts'
import type { Look } from '../views/look.ts'
import { sayVerdict } from '../views/sync.ts'
import type { NewFile } from '../workspace/templates.ts'
import { isOn, textOf, type Command, type Exit, type Input } from './command.ts'
import { lookOf } from './look.ts'
import { writeNew } from './new-files.ts'
import { json, noColor, tz } from './options.ts'
import { lineFor } from './pagerduty.ts'

export const importFrom: Command = {
  details: `Reads schedules of either kind and writes a workspace: people, rotations with
their layers and windows, overrides that run or are to come. What the format
cannot say stands as a comment where it belongs. Then the new files are loaded
and compared with what PagerDuty itself shows over the next 90 days. Never
overwrites a file, and changes nothing in PagerDuty; 'rotate sync --adopt'
then keeps the schedules from the files.

The token comes from PAGERDUTY_TOKEN (a read-only one is enough); PAGERDUTY_URL
names another server. docs/pagerduty.md says more.
Exit code: 0 the files agree with PagerDuty; 1 they differ, and say where; 2 the
command line is wrong, or files are in the way; 3 PagerDuty or the disk failed.`,
  arguments: [
    { name: '<source>', help: 'where from: pagerduty', offer: ['pagerduty'] },
    { name: '[schedule...]', help: 'which schedules, by id or exact name (default: all)' },
  ],
  options: [
    { flag: '--out <folder>', help: 'where to (default: rotations/)', offer: 'folders' },
    { flag: '--team <name>', help: "the name of the team (default: PagerDuty's, or 'imported')" },
    { flag: '--dry-run', help: 'show the files, write nothing' },
    tz,
    json,
    noColor,
  ],
  examples: [
    ['rotate import pagerduty --dry-run', 'what would it write?'],
    ['rotate import pagerduty', 'all schedules of the account'],
    ['rotate import pagerduty "Infra primary" PABC123', 'only these'],
    ['rotate import pagerduty --out ops/ --team Operations', 'elsewhere, by this name'],
  ],
  async run(input, io) {
    const [source, ...words] = input.words
    if (source !== 'pagerduty') {
      throw new Failure(`import: unknown source '${source}': expected pagerduty`, 2)
    }
    const folder = folderFor(input, io)
    const { service, talking } = await lineFor('import', io, 'reads')
    return talking(
      () => 'nothing was written',
      () => imported(input, io, service, words, folder),
    )
  },
}

async function imported(
  input: Input,
  io: Io,
  service: Service & Importer,
  words: readonly string[],
  folder: string,
): Promise<Exit> {
  const { jsonSchema } = await import('../workspace/format/schema.ts')
  const { load } = await import('../workspace/load.ts')
  const look = await lookOf(input, io)
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
  const { workspace, problems } = load(
    files.map(({ path, text }) => ({ path: shown(join(folder, path), io.cwd), text })),
  )
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (wrong !== undefined) throw new Error(`the files that were made do not load: ${wrong.message}`)

  const within = { start: now, end: now + HORIZON }
  const isDry = isOn(input, 'dryRun')
  const said: ImportSaid = {
    team: plan.workspace.team ?? '',
    files: files.map(({ path, text }) => ({ path: shown(join(folder, path), io.cwd), text })),
    isWritten: !isDry,
    rotations: plan.rotations.map((one) => ({
      name: one.name,
      unsaid: one.unsaid,
      verdict: verdictOf(one, workspace, within),
    })),
  }
  const isJson = isOn(input, 'json')
  if (isDry && !isJson) io.out.write(sayFiles(said.files, look))
  if (!isDry) {
    const schema: NewFile = {
      path: '.rotate.schema.json',
      text: `${JSON.stringify(jsonSchema(), null, 2)}\n`,
    }
    writeNew([...files, schema], folder, '--out', isJson ? silent(io) : io)
  }
  if (isJson) io.out.write(writeJson(importJson(said)))
  else report(said, look, folder, isDry, io)
  return said.rotations.every(({ verdict }) => verdict.differences.length === 0) ? 0 : 1
}

function silent(io: Io): Io {
  return { ...io, out: { ...io.out, write: () => {} } }
}

function report(said: ImportSaid, look: Look, folder: string, isDry: boolean, io: Io): void {
  io.err.write(sayUnsaid(said))
  for (const { verdict } of said.rotations) io.out.write(sayVerdict(verdict, look))
  const where =
    shown(folder, io.cwd) === 'rotations' ? '' : ` --dir ${clean(shown(folder, io.cwd))}`
  io.out.write(
    isDry
      ? '\nNothing was written (--dry-run).\n'
      : `\nNext: 'rotate check${where}' shows what is risky, 'rotate sync${where} --adopt --dry-run' what sync would do.\n`,
  )
}

/** Where the files go; another workspace is never mixed with them. */
function folderFor(input: Input, io: Io): string {
  const named = textOf(input, 'out')
  const folder = resolve(io.cwd, named ?? 'rotations')
  const there = named === undefined ? findWorkspace(io.cwd) : undefined
  const isTaken = exists(folder) && readWorkspace(folder, io.cwd).length > 0
  if (isTaken || (there !== undefined && there !== folder)) {
    const path = shown(isTaken ? folder : (there ?? folder), io.cwd)
    throw new Failure(
      `there is a workspace in ${path} already: --out names another folder, from which you can take what you need`,
      2,
    )
  }
  return folder
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

/** What PagerDuty shows against what the new files say. */
function verdictOf(
  { rotation: id, schedule, shown: theirs }: Imported,
  { rotations, people }: Workspace,
  within: { readonly start: number; readonly end: number },
): Verdict {
  const rotation = rotations.get(id)
  const ours = rotation === undefined ? [] : timelineOf(rotation, within)
  const nameOf = (person: string): string => people.get(person)?.name ?? person
  return {
    rotation: id,
    schedule,
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
