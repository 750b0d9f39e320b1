/** Files written whole: whoever reads one gets the old text or the new one, never a part. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
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
  type Dirent,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shown } from './disk.ts'
import { codeOf, Failure, failureOf } from './failure.ts'
import { isOver, thisRun } from './running.ts'

/**
 * Writes a file whole: to a hidden temporary name beside it, flushed to the disk, then renamed, so that a power
 * cut does no harm either. A link stays one, and a file that is there keeps its permissions and its group; what is there
 * and is no file (a pipe, a device) is left alone.
 */
export function writeWhole(path: string, text: string, cwd: string): void {
  try {
    makeFolder(dirname(path), cwd)
    replace(behindLinks(path), text)
  } catch (error) {
    throw error instanceof Failure ? error : failureOf(error, `write ${shown(path, cwd)}`)
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
  const before = statSync(path, { throwIfNoEntry: false })
  if (before !== undefined && !before.isFile() && !before.isDirectory()) {
    throw new Failure(`cannot write ${path}: it is no file but a pipe, a device or a socket`)
  }
  const temporary = temporaryName(path)
  const file = openSync(temporary, 'wx')
  try {
    try {
      writeFileSync(file, text)
      if (before !== undefined) {
        // First, since it takes some permissions away. A group of which one is no member cannot be given.
        quietly(() => fchownSync(file, process.getuid?.() === 0 ? before.uid : -1, before.gid))
        fchmodSync(file, before.mode & 0o777)
      }
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

/** A file that is to be new, by its path from a folder. */
interface NewText {
  readonly path: string
  readonly text: string
}

/**
 * Makes a folder with all its files or not at all: under a hidden name beside it, then renamed, which also takes the
 * place of an empty folder.
 */
export function writeFolder(folder: string, files: readonly NewText[], cwd: string): void {
  const temporary = temporaryName(folder)
  try {
    makeFolder(dirname(folder), cwd)
    mkdirSync(temporary)
    for (const { path, text } of files) replace(join(temporary, path), text)
    renameSync(temporary, folder)
  } catch (error) {
    quietly(() => rmSync(temporary, { recursive: true, force: true }))
    throw error instanceof Failure ? error : failureOf(error, `write ${shown(folder, cwd)}`)
  }
}

/**
 * Puts new files into a folder that has others: all or none, and none over another. All are written to a hidden folder
 * in it first, which stays until each has its place too; whoever comes after a kill takes back what lies in both.
 */
export function writeAmong(folder: string, files: readonly NewText[], cwd: string): void {
  const temporary = temporaryName(join(folder, NEW))
  try {
    mkdirSync(temporary)
    for (const { path, text } of files) replace(join(temporary, path), text)
    for (const { path, text } of files) {
      const whole = temporaryName(join(folder, path))
      try {
        replace(whole, text)
        // Unlike a rename it never takes another's place.
        linkSync(whole, join(folder, path))
      } finally {
        quietly(() => unlinkSync(whole))
      }
    }
    rmSync(temporary, { recursive: true, force: true })
  } catch (error) {
    quietly(() => takeBack(folder, temporary))
    throw error instanceof Failure
      ? error
      : failureOf(error, `write ${shown(join(folder, files[0]?.path ?? ''), cwd)}`)
  }
}

/** What the hidden folder of `writeAmong` is made from. */
const NEW = 'new'

/** Removes of half a set of new files those that nobody has touched since, then the hidden folder that tells them. */
function takeBack(folder: string, temporary: string): void {
  for (const name of readdirSync(temporary)) {
    quietly(() => {
      const path = join(folder, name)
      const isSame = readFileSync(path, 'utf8') === readFileSync(join(temporary, name), 'utf8')
      if (isSame && lstatSync(path).isFile()) unlinkSync(path)
    })
  }
  rmSync(temporary, { recursive: true, force: true })
}

/** What `temporaryName` makes: nobody else's file is called so. */
const TEMPORARY = /^\..+\.rotate-(\d+)(?:-([0-9a-f]{8})-(\d*))?-[a-z0-9]+\.tmp$/

/** A hidden name beside a path that says whose it is, short enough for any disk. */
export function temporaryName(path: string): string {
  const { pid, where, since } = thisRun()
  const unique = `${pid}-${where}-${since}-${Math.random().toString(36).slice(2, 10)}`
  return join(dirname(path), `.${beginning(basename(path))}.rotate-${unique}.tmp`)
}

/** A disk counts bytes, and a name may have four for each character. */
function beginning(name: string): string {
  let cut = name.slice(0, 150)
  while (Buffer.byteLength(cut) > 150) cut = cut.slice(0, -1)
  return cut
}

/** Longer than any write takes: what a run of another machine left so long ago is of one that was killed. */
const STALE = 3_600_000

/**
 * Removes temporary files, in a folder and those in it, that killed runs have left. Those of a run that may still
 * be going on are left alone, and so is what cannot be removed.
 */
export function sweep(folder: string): void {
  quietly(() => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (isLeft(path)) quietly(() => sweepOne(folder, entry))
      else if (entry.isDirectory() && !TEMPORARY.test(entry.name)) sweep(path)
    }
  })
}

/** The same for what killed runs have left right in a folder, such as new folders beside others. */
export function sweepBeside(folder: string): void {
  quietly(() => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isLeft(join(folder, entry.name))) quietly(() => sweepOne(folder, entry))
    }
  })
}

function sweepOne(folder: string, entry: Dirent): void {
  const path = join(folder, entry.name)
  // What it tells has still to be done.
  if (isJournal(entry.name)) return
  if (entry.isFile()) unlinkSync(path)
  else if (!entry.isDirectory()) return
  else if (entry.name.startsWith(`.${NEW}.`)) takeBack(folder, path)
  else rmSync(path, { recursive: true, force: true })
}

/** What the journal of a rewrite is called after. */
const EDIT = 'edit'

/** A hidden name in a folder for the journal of a rewrite. */
export function journalIn(folder: string): string {
  return temporaryName(join(folder, EDIT))
}

export function isJournal(name: string): boolean {
  return name.startsWith(`.${EDIT}.`) && TEMPORARY.test(name)
}

/** Whether a name is a temporary one of a run that is over. */
export function isLeft(path: string): boolean {
  const found = TEMPORARY.exec(basename(path))
  if (found === null) return false
  const [, pid, where, since = ''] = found
  const over = where === undefined ? undefined : isOver({ pid: Number(pid), where, since })
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return over ?? (stat !== undefined && Date.now() - stat.mtimeMs > STALE)
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
