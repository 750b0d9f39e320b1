/** Files that were read, rewritten: all of them or none, also where the run is killed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { shown } from './disk.ts'
import { Failure, failureOf } from './failure.ts'
import { leadsOut } from './top.ts'
import { isJournal, isLeft, journalIn, removeFile, writeWhole } from './write.ts'

/** A text that was read, and what is to stand in its place. */
export interface Rewrite {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * Writes files whole that were read a while ago: none of them where somebody has changed one meanwhile. A byte order
 * mark, which reading leaves out, stays. Several files are one edit: a journal in `folder` tells it before the first is
 * touched, and whoever opens the folder after a kill finishes it. Where the disk fails, those before are as they were.
 */
export function rewrite(files: readonly Rewrite[], folder: string, cwd: string): void {
  const whole = files.map((file) => asOnDisk(file, cwd))
  if (whole.length < 2) {
    for (const { path, after } of whole) writeWhole(path, after, cwd)
    return
  }
  const journal = journalIn(folder)
  writeWhole(journal, told(whole, folder), cwd)
  const done: Rewrite[] = []
  try {
    for (const file of whole) {
      writeWhole(file.path, file.after, cwd)
      done.push(file)
    }
  } catch (error) {
    for (const { path, before } of done) writeWhole(path, before, cwd)
    removeFile(journal, cwd)
    throw error
  }
  removeFile(journal, cwd)
}

/** The same texts with the byte order mark that stands on the disk; ends where the file was changed. */
function asOnDisk(file: Rewrite, cwd: string): Rewrite {
  const now = currentText(file.path, cwd)
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (now !== mark + file.before) {
    throw new Failure(
      `${shown(file.path, cwd)} was changed meanwhile: nothing was written, run it again`,
      3,
    )
  }
  return { ...file, before: now, after: mark + file.after }
}

/** What was left of an edit of several files. */
export interface Finished {
  /** The files that say it now. */
  readonly finished: readonly string[]
  /** Those that somebody has changed since; they are left alone. */
  readonly changed: readonly string[]
}

/** Finishes the edits that killed runs have begun in a folder. Those of a run that may still be going on are left alone. */
export function finishRewrites(folder: string, cwd: string): Finished {
  const [finished, changed]: [string[], string[]] = [[], []]
  for (const name of namesIn(folder).filter(isJournal)) {
    const journal = join(folder, name)
    if (!isLeft(journal)) continue
    const isOutside = leadsOut(folder)
    for (const { path, before, after } of untold(journal, folder)) {
      // A journal may have come with somebody's repository: nothing else is written by what it says.
      const isOurs = /\.ya?ml$/i.test(path) && path.startsWith(join(folder, sep))
      if (!isOurs || isOutside(path)) continue
      const now = currentText(path, cwd)
      if (now === before) {
        writeWhole(path, after, cwd)
        finished.push(shown(path, cwd))
      } else if (now !== after) changed.push(shown(path, cwd))
    }
    removeFile(journal, cwd)
  }
  return { finished, changed }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Whoever reads the folder says why.
    return []
  }
}

/** Paths are told from the folder: it may be found somewhere else, as in a container. */
function told(files: readonly Rewrite[], folder: string): string {
  return JSON.stringify(files.map((file) => ({ ...file, path: relative(folder, file.path) })))
}

/** What a journal tells; nothing where it is none of ours. */
function untold(journal: string, folder: string): Rewrite[] {
  try {
    const all: unknown = JSON.parse(readFileSync(journal, 'utf8'))
    return Array.isArray(all)
      ? all.filter(isRewrite).map((one) => ({ ...one, path: resolve(folder, one.path) }))
      : []
  } catch {
    return []
  }
}

function isRewrite(value: unknown): value is Rewrite {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['path', 'before', 'after'].every((key) => typeof Reflect.get(value, key) === 'string')
  )
}

function currentText(path: string, cwd: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw failureOf(error, `read ${shown(path, cwd)}`)
  }
}
