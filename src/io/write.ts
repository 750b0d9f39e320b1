/** Files written whole: whoever reads one gets the old text or the new one, never a part. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shown } from './disk.ts'
import { codeOf, Failure, failureOf } from './failure.ts'

/**
 * Writes a file whole: to a hidden temporary name beside it, flushed to the disk, then renamed, so that a power
 * cut does no harm either. A link stays one, and a file that is there keeps its permissions.
 */
export function writeWhole(path: string, text: string, cwd: string): void {
  try {
    makeFolder(dirname(path), cwd)
    replace(behindLinks(path), text)
  } catch (error) {
    throw error instanceof Failure ? error : failureOf(error, `write ${shown(path, cwd)}`)
  }
}

/** A text that was read, and what is to stand in its place. */
export interface Rewrite {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * Writes files whole that were read a while ago: none of them where somebody has changed one meanwhile. A byte order
 * mark, which reading leaves out, stays. Where the disk fails at one, those before it are written, and it says so.
 */
export function rewrite(files: readonly Rewrite[], cwd: string): void {
  const texts = files.map((file) => {
    const now = currentText(file.path, cwd)
    const mark = now.startsWith('\uFEFF') ? '\uFEFF' : ''
    if (now !== mark + file.before) {
      throw new Failure(
        `${shown(file.path, cwd)} was changed meanwhile: nothing was written, run it again`,
        3,
      )
    }
    return mark + file.after
  })
  const done: string[] = []
  for (const [i, { path }] of files.entries()) {
    try {
      writeWhole(path, texts[i] ?? '', cwd)
    } catch (error) {
      if (!(error instanceof Failure) || done.length === 0) throw error
      throw new Failure(`${error.message} (done so far: ${done.join('; ')}; run it again)`)
    }
    done.push(`wrote ${shown(path, cwd)}`)
  }
}

function currentText(path: string, cwd: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw failureOf(error, `read ${shown(path, cwd)}`)
  }
}

/**
 * Makes a folder and those above it that are missing, one by one. Node's own way to do that tries for ever where the
 * one above is there and yet nothing can be made in it (`/proc`).
 */
function makeFolder(path: string, cwd: string): void {
  const missing: string[] = []
  for (let folder = path; !isThere(folder); folder = dirname(folder)) missing.unshift(folder)
  for (const folder of missing) {
    try {
      mkdirSync(folder)
    } catch (error) {
      // Another run made it meanwhile.
      if (codeOf(error) === 'EEXIST' && isThere(folder)) continue
      const known = {
        EEXIST: 'it is a link to nothing',
        ENOENT: 'the system lets nobody make one there',
      }[codeOf(error)]
      if (known === undefined) throw error
      throw new Failure(`cannot make the folder ${shown(folder, cwd)}: ${known}`)
    }
  }
}

/** Whether there is anything; a link to nothing is none. */
function isThere(path: string): boolean {
  return dirname(path) === path || statSync(path, { throwIfNoEntry: false }) !== undefined
}

function replace(path: string, text: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode
  const temporary = temporaryName(path)
  const file = openSync(temporary, 'wx')
  try {
    try {
      writeFileSync(file, text)
      if (mode !== undefined) fchmodSync(file, mode & 0o777)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    // What went wrong first is what to say, also where the disk does not let go of the rest.
    quietly(() => unlinkSync(temporary))
    throw error
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

/** Makes a folder that is not there yet, with all its files or not at all: under a hidden name beside it, then renamed. */
export function writeFolder(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
  cwd: string,
): void {
  const temporary = temporaryName(folder)
  try {
    mkdirSync(temporary, { recursive: true })
    for (const { path, text } of files) replace(join(temporary, path), text)
    renameSync(temporary, folder)
  } catch (error) {
    quietly(() => rmSync(temporary, { recursive: true, force: true }))
    throw failureOf(error, `write ${shown(folder, cwd)}`)
  }
}

/** What `temporaryName` makes: nobody else's file is called so. */
const TEMPORARY = /^\..+\.rotate-\d+-[a-z0-9]+\.tmp$/

function temporaryName(path: string): string {
  const unique = `${process.pid}-${Math.random().toString(36).slice(2, 10)}`
  return join(dirname(path), `.${basename(path)}.rotate-${unique}.tmp`)
}

/** Longer than any write takes: a temporary file that old belongs to a run that was killed. */
const STALE = 3_600_000

/**
 * Removes temporary files, in a folder and those in it, that killed runs have left. Those of a run that may still
 * be going on are left alone, and so is what cannot be removed.
 */
export function sweep(folder: string): void {
  quietly(() => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) sweep(path)
      else if (entry.isFile() && TEMPORARY.test(entry.name)) {
        quietly(() => {
          if (Date.now() - statSync(path).mtimeMs > STALE) unlinkSync(path)
        })
      }
    }
  })
}

/** The file that a link leads to, so that the link is not replaced by a file. */
function behindLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // It does not matter here.
  }
}
