/** What every `rotate import` does with what it made: shown or written, loaded, compared, said. */
import { join, resolve } from 'node:path'
import type { Workspace } from '../model/workspace.ts'
import { exists, findWorkspace, readWorkspace, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import {
  importJson,
  sayFiles,
  sayFound,
  sayNotCompared,
  sayUnsaid,
  type ImportSaid,
} from '../views/import.ts'
import { writeJson } from '../views/json.ts'
import { sayVerdict } from '../views/sync.ts'
import { wrap } from '../views/wrap.ts'
import type { NewFile } from '../workspace/templates.ts'
import { isOn, textOf, type Exit, type Input } from './command.ts'
import { lookOf } from './look.ts'
import { writeNew } from './new-files.ts'

/** The files by their path as people know it, and the workspace that they say. */
export async function loadedFrom(
  files: readonly NewFile[],
  folder: string,
  io: Io,
): Promise<{ readonly texts: readonly NewFile[]; readonly workspace: Workspace }> {
  const { load } = await import('../workspace/load.ts')
  const texts = files.map(({ path, text }) => ({ path: shown(join(folder, path), io.cwd), text }))
  const { workspace, problems } = load(texts)
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (wrong !== undefined) throw new Error(`the files that were made do not load: ${wrong.message}`)
  return { texts, workspace }
}

/** What is to be written, and where. */
export interface ToWrite {
  readonly files: readonly NewFile[]
  readonly folder: string
  /** Whether `rotate sync` is what comes next. */
  readonly sync: boolean
}

/** Shows the files or writes them, and says whether they agree with where they come from. */
export async function finished(
  made: Omit<ImportSaid, 'isWritten'>,
  { files, folder, sync }: ToWrite,
  input: Input,
  io: Io,
): Promise<Exit> {
  const look = await lookOf(input, io)
  const isDry = isOn(input, 'dryRun')
  const isJson = isOn(input, 'json')
  const said: ImportSaid = { ...made, isWritten: !isDry }
  if (isDry && !isJson) io.out.write(sayFiles(said.files, look))
  if (!isDry) {
    const { jsonSchema } = await import('../workspace/format/schema.ts')
    const schema: NewFile = {
      path: '.rotate.schema.json',
      text: `${JSON.stringify(jsonSchema(), null, 2)}\n`,
    }
    writeNew([...files, schema], folder, '--out', isJson ? silent(io) : io)
  }
  if (isJson) io.out.write(writeJson(importJson(said)))
  else {
    io.err.write(sayUnsaid(said))
    for (const { verdict, found, isCompared = true } of said.rotations) {
      io.out.write(
        isCompared
          ? sayVerdict(verdict, look, said.source)
          : sayNotCompared(verdict.rotation, said.source, look),
      )
      if (found !== undefined) io.out.write(sayFound(found, look))
    }
    io.out.write(isDry ? '\nNothing was written (--dry-run).\n' : nextStep(folder, sync, io))
  }
  const isWhole = said.rotations.every(
    ({ verdict, isShort = false }) => verdict.differences.length === 0 && !isShort,
  )
  return isWhole ? 0 : 1
}

function nextStep(folder: string, sync: boolean, io: Io): string {
  const name = clean(shown(folder, io.cwd))
  const where = name === 'rotations' ? '' : ` --dir ${name}`
  const next = sync
    ? `'rotate sync${where} --adopt --dry-run' what sync would do`
    : `'rotate calendar${where}' the picture`
  return `\n${wrap(`Next: 'rotate check${where}' shows what is risky, ${next}.`, io.out.columns)}`
}

function silent(io: Io): Io {
  return { ...io, out: { ...io.out, write: () => {} } }
}

/** Where the files go; another workspace is never mixed with them. */
export function folderFor(input: Input, io: Io): string {
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
