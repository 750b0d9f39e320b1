/** What every `rotate import` does with what it made: shown or written, compared, said. */
import { join } from 'node:path'
import { exists, shown } from '../io/disk.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import {
  importJson,
  sayFiles,
  sayFound,
  sayLeft,
  sayNotCompared,
  sayUnsaid,
  type ImportSaid,
} from '../views/import.ts'
import { writeJson } from '../views/json.ts'
import type { Look } from '../views/look.ts'
import { sayPatch } from '../views/patch.ts'
import { sayVerdict } from '../views/sync.ts'
import { unbroken, wrap } from '../views/wrap.ts'
import type { NewFile } from '../workspace/templates.ts'
import { isOn, type Exit, type Input } from './command.ts'
import type { Made } from './import-made.ts'
import type { Target } from './import-target.ts'
import { lookOf } from './look.ts'
import { mustBeNew, writeNew } from './new-files.ts'
import { dirFor } from './session.ts'
import { VERSION } from './version.ts'
import { writeEdits } from './write-edits.ts'

/** What is to be written, and where. */
export interface ToWrite extends Target {
  readonly made: Made
  /** Whether `rotate sync` is what comes next. */
  readonly sync: boolean
}

/** What an import has to tell besides its files. */
export type ToSay = Omit<ImportSaid, 'isWritten' | 'files' | 'edited' | 'patch'>

/** Shows the files or writes them, and says whether they agree with where they come from. */
export async function finished(
  told: ToSay,
  { made, sync, ...target }: ToWrite,
  input: Input,
  io: Io,
): Promise<Exit> {
  const look = await lookOf(input, io)
  const isDry = isOn(input, 'dryRun')
  const isJson = isOn(input, 'json')
  const { texts: files, edits, patch } = made
  const edited = [...new Set(edits.map(({ path }) => path))]
  const said: ImportSaid = { ...told, files, edited, patch, isWritten: !isDry }
  if (isDry && !isJson) io.out.write(sayFiles(files, look) + sayPatch(patch, look.paint))
  if (!isDry) await write(made, target, isJson ? silent(io) : io)
  if (isJson) io.out.write(writeJson(importJson(said)))
  else {
    io.err.write(sayUnsaid(said))
    io.out.write(sayResults(said, look))
    io.out.write(isDry ? '\nNothing was written (--dry-run).\n' : nextStep(target.folder, sync, io))
  }
  const isWhole = said.rotations.every(
    ({ verdict, isShort = false }) => verdict.differences.length === 0 && !isShort,
  )
  return isWhole ? 0 : 1
}

/** Says that all of it is there already. */
export async function nothingNew(
  said: ToSay,
  { folder }: Target,
  input: Input,
  io: Io,
): Promise<Exit> {
  if (isOn(input, 'json')) {
    const nothing = { files: [], edited: [], patch: '', isWritten: false }
    io.out.write(writeJson(importJson({ ...said, ...nothing })))
    return 0
  }
  const where = clean(shown(folder, io.cwd))
  io.out.write(sayLeft(said, await lookOf(input, io)))
  io.out.write(`\nNothing to add: all of it is in ${where} already.\n`)
  return 0
}

/** People first, since what is new names them: wherever it stops, the workspace loads. */
async function write({ files, edits }: Made, { folder, session }: Target, io: Io): Promise<void> {
  const { SCHEMA_FILE, schemaText } = await import('../workspace/format/schema.ts')
  const schema: NewFile = { path: SCHEMA_FILE, text: schemaText(VERSION) }
  if (session === undefined) {
    writeNew([...files, schema], folder, '--out', io)
    return
  }
  mustBeNew(
    files.map(({ path }) => path),
    folder,
    '--into',
    io,
  )
  for (const path of writeEdits(session, edits, io)) io.out.write(`wrote ${clean(path)}\n`)
  const more = exists(join(folder, schema.path)) ? [] : [schema]
  writeNew([...files, ...more], folder, '--into', io)
}

function sayResults(said: ImportSaid, look: Look): string {
  const verdicts = said.rotations.map(({ verdict, found, isCompared = true }) => {
    const first = isCompared
      ? sayVerdict(verdict, look, said.source)
      : sayNotCompared(verdict.rotation, said.source, look)
    return found === undefined ? first : first + sayFound(found, look)
  })
  return verdicts.join('') + sayLeft(said, look)
}

function nextStep(folder: string, sync: boolean, io: Io): string {
  const where = dirFor(folder, io)
  const next = sync
    ? `${toCopy(`sync${where} --adopt --dry-run`)} what sync would do`
    : `${toCopy(`calendar${where}`)} the picture`
  const check = toCopy(`check${where}`)
  return `\n${wrap(`Next: ${check} shows what is risky, ${next}.`, io.out.columns)}`
}

/** A command in one piece: one that is broken is two where it is pasted. */
function toCopy(words: string): string {
  return unbroken(`'rotate ${words}'`)
}

function silent(io: Io): Io {
  return { ...io, out: { ...io.out, write: () => {} } }
}
