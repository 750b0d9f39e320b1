/** Where `rotate import` writes: a new workspace, or with `--into` one that is there. */
import { resolve } from 'node:path'
import { exists, findWorkspace, mustBeFolder, readWorkspace, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { shellWord } from '../io/shell.ts'
import { textOf, type Input } from './command.ts'
import { openForWriting, type Session } from './session.ts'

/** The folder of a workspace in which an import ends. */
export interface Target {
  readonly folder: string
  /** The workspace that is there, to which all comes. */
  readonly session?: Session
}

/** Where the command line says; undefined where the workspace there has errors, which are said then. */
export async function targetOf(input: Input, io: Io): Promise<Target | undefined> {
  const into = textOf(input, 'into')
  if (into === undefined) return { folder: newFolder(input, io) }
  if (textOf(input, 'out') !== undefined) {
    throw new Failure(
      '--out makes a new workspace, and --into adds to one that is there: give one of them',
      2,
    )
  }
  if (textOf(input, 'team') !== undefined) {
    throw new Failure(
      `--team names the team of a new workspace, and the one in ${into} says its own`,
      2,
    )
  }
  const folder = resolve(io.cwd, into)
  mustBeFolder(folder, `--into ${into}`, io.cwd)
  if (readWorkspace(folder, io.cwd).length === 0) {
    const where = shown(folder, io.cwd)
    throw new Failure(
      `there is no YAML in ${where}: --out ${shellWord(into)} makes a new workspace there, --into adds to one`,
      2,
    )
  }
  const session = await openForWriting({ ...input, options: { ...input.options, dir: into } }, io)
  return session && { folder, session }
}

/** Where the new files go; another workspace is never mixed with them. */
function newFolder(input: Input, io: Io): string {
  const named = textOf(input, 'out')
  const folder = resolve(io.cwd, named ?? 'rotations')
  const there = named === undefined ? findWorkspace(io.cwd) : undefined
  const isTaken = exists(folder) && readWorkspace(folder, io.cwd).length > 0
  if (isTaken || (there !== undefined && there !== folder)) {
    const path = shown(isTaken ? folder : (there ?? folder), io.cwd)
    throw new Failure(
      `there is a workspace in ${path} already: --into ${shellWord(path)} adds to it what it does not have, --out names another folder`,
      2,
    )
  }
  return folder
}
