/** The top of a repository, found on the disk, and what leads out of it. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** The top of the repository that a folder lies in, by the disk alone; undefined where there is none. */
export function topAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isRepository(join(at, '.git')) || isBare(at)) return at
    if (dirname(at) === at) return undefined
  }
}

/** Whether a `.git` says that there is a repository, however broken. An empty folder is none, as for git. */
function isRepository(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory() || readdirSync(path).length > 0
  } catch (error) {
    // One that may not be read is there.
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}

function isBare(folder: string): boolean {
  const there = (name: string): boolean =>
    statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined
  try {
    return there('HEAD') && there('objects') && there('refs')
  } catch {
    return false
  }
}

/** Where a path leads, all links followed; undefined where that cannot be told. */
export function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/**
 * Gives for the files of a folder whether they are links to somewhere else: out of the repository, or out of the folder
 * around the workspace where there is none. What a link names as a change comes in is not for the eyes of whoever wrote
 * the change.
 */
export function leadsOut(folder: string): (path: string) => boolean {
  const inner = realOf(folder)
  let around: string | undefined
  return (path) => {
    const real = realOf(path)
    if (real === undefined || inner === undefined || isIn(inner, real)) {
      // A folder that is itself a link out of the repository brings all of its files from there.
      if (inner === undefined || !lstatSync(folder).isSymbolicLink()) return false
    }
    around ??= topAround(folder, inner)
    return real !== undefined && !isIn(around, real)
  }
}

function topAround(folder: string, real: string): string {
  const above = dirname(resolve(folder))
  const outer = lstatSync(folder).isSymbolicLink() ? topAbove(realOf(above) ?? above) : undefined
  return outer ?? topAbove(real) ?? dirname(real)
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
