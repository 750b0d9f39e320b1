/** Files of a new workspace, written: all of them or none, and none over another. */
import { join } from 'node:path'
import { exists, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { removeFile, writeFolder, writeWhole } from '../io/write.ts'
import { clean } from '../views/clean.ts'
import type { NewFile } from '../workspace/templates.ts'

/** Writes files that are not there yet; where one is, nothing is written. `flag` names another folder. */
export function writeNew(files: readonly NewFile[], folder: string, flag: string, io: Io): void {
  const there = files.find(({ path }) => exists(join(folder, path)))
  if (there !== undefined) {
    const path = shown(join(folder, there.path), io.cwd)
    throw new Failure(
      `${path} exists already: nothing was written (${flag} names another folder)`,
      2,
    )
  }
  if (!exists(folder)) writeFolder(folder, files, io.cwd)
  else writeInto(files, folder, io)
  for (const { path } of files) io.out.write(`wrote ${clean(shown(join(folder, path), io.cwd))}\n`)
}

function writeInto(files: readonly NewFile[], folder: string, io: Io): void {
  const written: string[] = []
  try {
    for (const { path, text } of files) {
      writeWhole(join(folder, path), text, io.cwd)
      written.push(join(folder, path))
    }
  } catch (error) {
    // Half a workspace would keep the next try from writing a whole one.
    for (const path of written) removeFile(path, io.cwd)
    throw error
  }
}
