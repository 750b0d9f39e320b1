/** A command's beginning: the workspace found and loaded, the viewer's zone, how the answer is to look. */
import { resolve } from 'node:path'
import type { Source } from '../model/place.ts'
import { isError, type Problem } from '../model/problem.ts'
import type { Workspace } from '../model/workspace.ts'
import { findWorkspace, mustBeFolder, readWorkspace, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { publicHolidaysOf } from '../io/holidays.ts'
import type { Io } from '../io/io.ts'
import { finishRewrites } from '../io/rewrite.ts'
import { shellWord } from '../io/shell.ts'
import { clean } from '../views/clean.ts'
import type { Look } from '../views/look.ts'
import { countProblems, sayProblems } from '../views/problems.ts'
import { isOn, textOf, type Exit, type Input } from './command.ts'
import { hasUnicode, lookOf, paintFor } from './look.ts'
import { dirAmong } from './place.ts'

/** What a command begins with: the workspace, its problems, and how to answer. */
export interface Session {
  readonly folder: string
  /** The texts as they were read. */
  readonly sources: readonly Source[]
  readonly workspace: Workspace
  readonly problems: readonly Problem[]
  readonly look: Look
  /** What may say who asks. */
  readonly env: Io['env']
  /** 2 where the YAML has errors, else 0: what an answer ends with. */
  readonly exit: Exit
}

/** Finds and loads the workspace; what is wrong in it is not said yet. */
export async function open(input: Input, io: Io): Promise<Session> {
  const folder = folderOf(input, io)
  const dir = textOf(input, 'dir') === undefined ? '' : dirFor(folder, io)
  const look = { ...(await lookOf(input, io)), dir }
  // The YAML parser comes with this, and the help does not need it.
  const { load } = await import('../workspace/load.ts')
  finishWriting(folder, io)
  const files = readWorkspace(folder, io.cwd)
  if (files.length === 0) {
    const where = shown(folder, io.cwd)
    throw new Failure(
      `there is no YAML in ${where}: 'rotate init${dirFor(folder, io)}' writes a first workspace`,
      2,
    )
  }
  const { workspace, problems } = load(files, publicHolidaysOf)
  const exit = problems.some(isError) ? 2 : 0
  return { folder, sources: files, workspace, problems, look, env: io.env, exit }
}

/** The workspace that words on a command line are about, before they are read as one; undefined where there is none. */
export async function workspaceBehind(
  words: readonly string[],
  io: Io,
): Promise<Workspace | undefined> {
  try {
    return (await open({ words: [], options: { dir: dirAmong(words) } }, io)).workspace
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** An edit of several files that was cut short is finished before they are read: half of one is nobody's rota. */
function finishWriting(folder: string, io: Io): void {
  const { finished, changed } = finishRewrites(folder, io.cwd)
  for (const path of finished) {
    io.err.write(`wrote ${clean(path)}: an edit was cut short before\n`)
  }
  for (const path of changed) {
    io.err.write(
      `An edit was cut short, and ${clean(path)} was changed since: what it was to say there is missing ('git diff' shows the rest)\n`,
    )
  }
}

/** The same for a command that answers what can be answered: errors go to stderr. */
export async function openForAnswer(input: Input, io: Io): Promise<Session> {
  const session = await open(input, io)
  await complain(session.problems.filter(isError), input, io)
  return session
}

/**
 * The same for the commands that are typed at 3 in the morning. Of a file that cannot be read at all they answer what the
 * last commit says of it, and that is said first.
 */
export async function openForNow(input: Input, io: Io): Promise<Session> {
  const session = await openForAnswer(input, io)
  if (session.exit === 0) return session
  const { withCommitted } = await import('./committed.ts')
  const found = await withCommitted(session, io)
  if (found === undefined) return session
  const out = isOn(input, 'json') ? io.err : io.out
  out.write(found.notice)
  return found.session
}

/** The same for a command that writes: with errors in the YAML it does nothing; undefined then. */
export async function openForWriting(input: Input, io: Io): Promise<Session | undefined> {
  const session = await open(input, io)
  if (session.exit === 0) return session
  await complain(session.problems.filter(isError), input, io)
  io.err.write('Nothing was written.\n')
  return undefined
}

/** Shows problems on stderr, counted, and a line between them and the answer. */
export async function complain(problems: readonly Problem[], input: Input, io: Io): Promise<void> {
  if (problems.length === 0) return
  const paint = await paintFor(io.err, input, io)
  const said = sayProblems(problems, { paint, width: io.err.columns, ascii: !hasUnicode(io) })
  io.err.write(`${said}\n${countProblems(problems)}\n\n`)
}

/** The folder that is named, or found from the current one upwards. */
export function folderOf(input: Input, io: Io): string {
  const named = namedFolder(input, io)
  if (named !== undefined) {
    mustBeFolder(named.path, named.words, io.cwd)
    return named.path
  }
  const found = findWorkspace(io.cwd)
  if (found !== undefined) return found
  throw new Failure(
    `there is no folder 'rotations' here or above: 'rotate init' makes one, --dir names another`,
    2,
  )
}

/** What tells a command that it is about a folder: ` --dir "on call"`; empty where it finds that by itself. */
export function dirFor(folder: string, io: Io): string {
  const found = namedFolder(NO_INPUT, io)?.path ?? resolve(io.cwd, 'rotations')
  return folder === found ? '' : ` --dir ${clean(shellWord(shown(folder, io.cwd)))}`
}

const NO_INPUT: Input = { words: [], options: {} }

/** The folder that `--dir` or else `ROTATE_DIR` names, and the words that name it. */
export function namedFolder(input: Input, io: Io): { path: string; words: string } | undefined {
  const flag = textOf(input, 'dir')
  const name = flag ?? io.env['ROTATE_DIR']
  if (name === undefined || name === '') return undefined
  const words = flag === undefined ? `ROTATE_DIR=${name}` : `--dir ${name}`
  return { path: resolve(io.cwd, name), words }
}
