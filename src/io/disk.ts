/** Files: the YAML of a workspace read, results written whole. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Failure, failureOf, isMissing } from './failure.ts'

export interface TextFile {
  /** As people know it: from the current directory, with `/`. */
  readonly path: string
  readonly text: string
}

/** The folder of a workspace, `rotations/`, found from a folder upwards; undefined where there is none. */
export function findWorkspace(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'rotations')
    if (isFolder(candidate)) return candidate
    if (dirname(folder) === folder) return undefined
  }
}

/** All `*.yaml` and `*.yml` of a folder and its subfolders, hidden ones left out, sorted by path. */
export function readWorkspace(folder: string, cwd: string): TextFile[] {
  if (!existsSync(folder)) throw new Failure(`there is no folder ${shown(folder, cwd)}`, 2)
  if (!isFolder(folder))
    throw new Failure(`${shown(folder, cwd)} is a file: name the folder it is in`, 2)
  return filesIn(folder, (name) => /\.ya?ml$/i.test(name)).map((path) => ({
    path: shown(path, cwd),
    text: readText(path, cwd),
  }))
}

/** The text of a file, a byte order mark left out. */
export function readText(path: string, cwd: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw failureOf(error, `read ${shown(path, cwd)}`)
  }
}

/** The texts of all files under a folder with an ending, by their path from it with `/`; none where there is no folder. */
export function readTree(folder: string, ending: string): Map<string, string> {
  const texts = new Map<string, string>()
  if (!isFolder(folder)) return texts
  for (const path of filesIn(folder, (name) => name.endsWith(ending))) {
    texts.set(slashed(relative(folder, path)), readText(path, folder))
  }
  return texts
}

/**
 * Writes a file whole: to a temporary name beside it, flushed to the disk, then renamed. Whoever reads the
 * path gets the old text or the new one, never a part, also after a power cut.
 */
export function writeWhole(path: string, text: string, cwd: string): void {
  const temporary = `${path}.${process.pid}-${Math.random().toString(36).slice(2, 10)}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw failureOf(error, `write ${shown(path, cwd)}`)
  }
}

/** Removes a file; one that is gone already is no failure. */
export function removeFile(path: string, cwd: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    throw failureOf(error, `remove ${shown(path, cwd)}`)
  }
}

export function exists(path: string): boolean {
  return existsSync(path)
}

/** A path as people know it: from the current directory where it lies inside, with `/`. */
export function shown(path: string, cwd: string): string {
  const from = relative(cwd, path)
  return slashed(from === '' ? '.' : from.startsWith('..') ? path : from)
}

function filesIn(
  folder: string,
  wanted: (name: string) => boolean,
  above: readonly string[] = [],
): string[] {
  try {
    const real = realpathSync(folder)
    // A link to a folder above would lead round and round.
    if (above.includes(real)) return []
    const found: string[] = []
    for (const name of readdirSync(folder).sort()) {
      if (name.startsWith('.')) continue
      const path = join(folder, name)
      const stat = statSync(path, { throwIfNoEntry: false })
      if (stat?.isDirectory()) found.push(...filesIn(path, wanted, [...above, real]))
      else if (stat?.isFile() && wanted(name)) found.push(path)
    }
    return found
  } catch (error) {
    throw error instanceof Failure ? error : failureOf(error, `read ${folder}`)
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw failureOf(error, `look at ${path}`)
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
