/** Files of a new workspace, written: all of them or none, and none over another. */
import { dirname, join } from 'node:path'
import { exists, isEmptyFolder, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { sweepBeside, writeAmong, writeFolder } from '../io/write.ts'
import { clean } from '../views/clean.ts'
import type { NewFile } from '../workspace/templates.ts'

/** Writes files that are not there yet; where one is, nothing is written. `flag` names another folder. */
export function writeNew(files: readonly NewFile[], folder: string, flag: string, io: Io): void {
  sweepBeside(dirname(folder))
  sweepBeside(folder)
  mustBeNew(
    files.map(({ path }) => path),
    folder,
    flag,
    io,
  )
  // Whoever stands in an empty folder would stand nowhere, were another to take its place.
  const isFree = !exists(folder) || (isEmptyFolder(folder) && folder !== io.cwd)
  if (isFree) writeFolder(folder, files, io.cwd)
  else writeAmong(folder, files, io.cwd)
  for (const { path } of files) io.out.write(`wrote ${clean(shown(join(folder, path), io.cwd))}\n`)
}

/** Ends with a sentence where one of some files is there already. */
export function mustBeNew(paths: readonly string[], folder: string, flag: string, io: Io): void {
  const there = paths.find((path) => exists(join(folder, path)))
  if (there === undefined) return
  throw new Failure(
    `${shown(join(folder, there), io.cwd)} exists already: nothing was written (${flag} names another folder)`,
    2,
  )
}
