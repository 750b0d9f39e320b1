/** Files read: the YAML of a workspace, and what was published before. */
import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { decoded } from './encoding.ts'
import { Failure, failureOf, isMissing } from './failure.ts'
import { leadsOut } from './top.ts'

export interface TextFile {
  /** As people know it: from the current directory, with `/`. */
  readonly path: string
  readonly text: string
  /** Whether it is not UTF-8: U+FFFD stands in its text for what could not be read. */
  readonly isDamaged?: boolean
  /** Whether it is a link out of the repository: what stands in it is not quoted. */
  readonly isOutside?: boolean
}

/** The folder of a workspace, `rotations/`, found from a folder upwards; undefined where there is none. */
export function findWorkspace(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'rotations')
    if (isFolder(candidate, from)) return candidate
    if (dirname(folder) === folder) return undefined
  }
}

/** Ends with a sentence where what somebody named (`--dir public`) is no folder. */
export function mustBeFolder(path: string, named: string, cwd: string): void {
  if (isFolder(path, cwd)) return
  const kind = kindOf(path)
  if (kind !== 'broken') throw new Failure(`${named} is not a folder: name the one it is in`, 2)
  const link = exists(path) ? ' (it is a link to nothing)' : ''
  throw new Failure(`${named}: there is no such folder${link}`, 2)
}

/** The most that is read: ten times what a thousand rotations need. */
const MOST_BYTES = 20_000_000

/** All `*.yaml` and `*.yml` of a folder and its subfolders, hidden ones left out, sorted by path. */
export function readWorkspace(folder: string, cwd: string): TextFile[] {
  const isOutside = leadsOut(folder)
  let size = 0
  return filesIn(folder, (name) => /\.ya?ml$/i.test(name), cwd).map((path) => {
    size += sizeOf(path)
    if (size > MOST_BYTES) {
      throw new Failure(
        `${shown(path, cwd)}: with it the YAML is over 20 MB, which nobody wrote by hand and which would take minutes to read: take out what is no rotation`,
        2,
      )
    }
    const bytes = readBytes(path, cwd)
    return {
      path: shown(path, cwd),
      text: textOf(bytes),
      ...(!isUtf8(bytes) && { isDamaged: true }),
      ...(isOutside(path) && { isOutside: true }),
    }
  })
}

/** In bytes; 0 where it cannot be told, since reading says why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** The text of a file, a byte order mark left out. */
export function readText(path: string, cwd: string): string {
  return textOf(readBytes(path, cwd))
}

/** The text of a file that something else wrote, in whichever encoding. */
export function readForeign(path: string, cwd: string): string {
  return decoded(readBytes(path, cwd))
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

/** A file that was published before. */
export interface Published {
  readonly text: string
  /** Whether it stands there itself; what is a link, or behind one, belongs to whoever made the link. */
  readonly isPlain: boolean
}

/**
 * The files with an ending that lie right in some subfolders (`''` is the folder itself), by their path with `/`; none
 * where there is no folder. Ends with a sentence where one is a pipe, a device or a link to nothing.
 */
export function readPublished(
  folder: string,
  subfolders: readonly string[],
  ending: string,
  cwd: string,
): Map<string, Published> {
  const found = new Map<string, Published>()
  for (const subfolder of subfolders) {
    const place = join(folder, subfolder)
    if (!isFolder(place, cwd)) continue
    const isReached = subfolder !== '' && isLink(place)
    for (const name of listed(place, cwd).names.sort()) {
      const path = join(place, name)
      if (!name.endsWith(ending) || name.startsWith('.') || kindOf(path) === 'folder') continue
      const text = readBytes(path, cwd).toString('utf8')
      found.set(slashed(join(subfolder, name)), { text, isPlain: !isReached && !isLink(path) })
    }
  }
  return found
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** Whether there is anything of that name, be it a link to nothing. */
export function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** The names of all that stands right in a folder. */
export function namesIn(folder: string, cwd: string): readonly string[] {
  return listed(folder, cwd).names
}

/** Whether there is a folder, no link to one, with nothing in it. */
export function isEmptyFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory() && readdirSync(path).length === 0
  } catch {
    return false
  }
}

/** A path as people know it: from the current directory where it lies inside, with `/`. */
export function shown(path: string, cwd: string): string {
  const from = relative(cwd, path)
  const outside = from === '..' || from.startsWith(`..${sep}`)
  return slashed(from === '' ? '.' : outside ? path : from)
}

function readBytes(path: string, cwd: string): Buffer {
  // A pipe would keep whoever reads it waiting.
  if (kindOf(path) === 'other') {
    throw new Failure(
      `cannot read ${shown(path, cwd)}: it is no file but a pipe, a device or a socket`,
    )
  }
  try {
    return readFileSync(path)
  } catch (error) {
    if (isMissing(error) && exists(path)) {
      throw new Failure(`cannot read ${shown(path, cwd)}: it is a link to nothing`)
    }
    throw failureOf(error, `read ${shown(path, cwd)}`)
  }
}

/**
 * The wanted files of a folder and its subfolders, links to nothing and pipes among them: a file that silently was not there
 * could hide who is on call.
 */
function filesIn(
  folder: string,
  wanted: (name: string) => boolean,
  cwd: string,
  above: readonly string[] = [],
): string[] {
  const { real, names } = listed(folder, cwd)
  // A link to a folder above would lead round and round.
  if (above.includes(real)) return []
  return names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      const kind = kindOf(path)
      if (kind === 'folder') return filesIn(path, wanted, cwd, [...above, real])
      return wanted(name) ? [path] : []
    })
}

function listed(folder: string, cwd: string): { real: string; names: string[] } {
  try {
    return { real: realpathSync(folder), names: readdirSync(folder) }
  } catch (error) {
    throw failureOf(error, `read ${shown(folder, cwd)}`)
  }
}

/** What a name stands for; a broken one leads nowhere, or in a circle, or must not be looked at. */
function kindOf(path: string): 'folder' | 'file' | 'other' | 'broken' {
  try {
    const stat = statSync(path)
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other'
  } catch {
    return 'broken'
  }
}

function isFolder(path: string, cwd: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw failureOf(error, `look at ${shown(path, cwd)}`)
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
