/** For other programs: a workspace out of the folder in which it lies. */
import { resolve } from 'node:path'
import type { Loaded } from './model/workspace.ts'
import { mustBeFolder, readWorkspace } from './io/disk.ts'
import { publicHolidaysOf } from './io/holidays.ts'
import { load } from './workspace/load.ts'

/**
 * Reads all YAML of a folder, as `rotate` does, the public holidays of countries included. What is wrong in it is in
 * `problems`; a folder that is not there, or cannot be read, is an exception. Paths in problems are relative to the
 * current folder.
 */
export function loadFolder(path: string): Loaded {
  const cwd = resolve()
  const folder = resolve(cwd, path)
  mustBeFolder(folder, path, cwd)
  return load(readWorkspace(folder, cwd), publicHolidaysOf)
}
