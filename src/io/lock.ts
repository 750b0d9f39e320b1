/**
 * One run at a time: a file that says who is at work. It is made in one step with its content, taken over in one
 * step by one run, and removed only by whoever it names.
 */
import {
  linkSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { elapsedNow, wait } from './deadline.ts'
import { codeOf, Failure, failureOf } from './failure.ts'
import { isAlive, isOver, thisRun } from './running.ts'
import { sweep, temporaryName } from './write.ts'

const PAUSE = 250
/** A run is over within minutes; whoever waits for longer than this is told. */
const LONGEST = 300_000
/** How often a run says that it is still at work, for those who cannot see its process. */
const SIGN = 5000
/** Who gives no sign for so long (as the one who waits counts) is gone: another machine, a container that was stopped. */
const SILENT = 45_000
/** A lock that tells nothing is some program's that is just writing it; after this it is left. */
const UNREADABLE = 1000
/** Where nothing can be written, by this run or by any, there is no lock. */
const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT'])

/**
 * Does something while holding the lock, waiting for whoever has it. The lock of a process that is gone is taken
 * over; where no file can be written (a read-only checkout) there is none.
 */
export async function locked<T>(
  path: string,
  tell: (text: string) => void,
  run: () => Promise<T>,
): Promise<T> {
  const { pid, where, since } = thisRun()
  const unique = Math.random().toString(36).slice(2)
  const text = `${pid} ${hostname()} ${where} ${since || '-'} ${unique}\n`
  const watched: Watched = new Map()
  const start = elapsedNow()
  let isTold = false
  for (;;) {
    const got = take(path, text, watched)
    if (got === 'impossible') return run()
    if (got === 'taken') break
    if (elapsedNow() - start >= LONGEST) {
      throw new Failure(`another run of rotate does not end (${path} says which)`, 3)
    }
    if (!isTold && got === 'held') {
      tell('another run of rotate is at work here: waiting for it')
      isTold = true
    }
    await wait(PAUSE)
  }
  const signs = setInterval(() => giveSign(path, text), SIGN)
  signs.unref()
  try {
    sweep(dirname(path))
    return await run()
  } finally {
    clearInterval(signs)
    release(path, text)
  }
}

/** What was seen of locks while waiting: their last change, and since when there was none. */
type Watched = Map<string, { readonly seen: string; readonly since: number }>

/** `gone`: it was somebody's a moment ago. `impossible`: nothing can be written there. */
type Outcome = 'taken' | 'held' | 'gone' | 'impossible'

/**
 * Tries once. Of several who find that a lock was left, the one who gets a lock on that (named after what stands in it)
 * takes it over; nobody else can have replaced it meanwhile, and whoever looked before that finds it changed.
 */
function take(path: string, text: string, watched: Watched): Outcome {
  const made = make(path, text)
  if (made !== 'held') return made
  const held = contentOf(path)
  if (held === undefined) return 'gone'
  if (!isLeft(path, held, watched)) return 'held'
  const claim = `${path}.${held.replaceAll(/[^a-z0-9]/gi, '').slice(-60) || 'empty'}`
  const claimed = take(claim, text, watched)
  if (claimed !== 'taken') return claimed
  try {
    if (contentOf(path) !== held) return 'gone'
    const temporary = temporaryName(path)
    writeFileSync(temporary, text, { flag: 'wx' })
    renameSync(temporary, path)
    return 'taken'
  } catch (error) {
    throw failureOf(error, `write ${path}`)
  } finally {
    release(claim, text)
  }
}

/** Makes a lock that is not there, whole: a file is written under another name, and then given this one too. */
function make(path: string, text: string): Outcome {
  const temporary = temporaryName(path)
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
  } catch (error) {
    quietly(() => unlinkSync(temporary))
    if (READ_ONLY.has(codeOf(error))) return 'impossible'
    throw failureOf(error, `write ${path}`)
  }
  try {
    linkSync(temporary, path)
    return 'taken'
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'held'
    // Not every disk knows a second name for a file (FAT).
    return makeWithoutLink(path, text)
  } finally {
    quietly(() => unlinkSync(temporary))
  }
}

function makeWithoutLink(path: string, text: string): Outcome {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return 'taken'
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? 'held' : 'impossible'
  }
}

/** Removed only while it is ours: whoever took it over has another text in it. */
function release(path: string, text: string): void {
  quietly(() => {
    if (contentOf(path) === text) unlinkSync(path)
  })
}

function giveSign(path: string, text: string): void {
  quietly(() => {
    if (contentOf(path) !== text) return
    const now = new Date()
    utimesSync(path, now, now)
  })
}

/** Whether whoever wrote a lock is gone. */
function isLeft(path: string, held: string, watched: Watched): boolean {
  const [number = '', host, where, since] = held.trim().split(' ')
  const pid = Number(number)
  if (!/^\d+$/.test(number) || host === undefined)
    return silentFor(path, held, watched) >= UNREADABLE
  if (where !== undefined && since !== undefined) {
    const over = isOver({ pid, where, since: since === '-' ? '' : since })
    if (over !== undefined) return over
  } else if (host === hostname() && (pid === process.pid || !isAlive(pid))) {
    // Of an earlier version, which did not say more.
    return true
  }
  return silentFor(path, held, watched) >= SILENT
}

/** For how long the one who waits has seen no sign of life in a lock. */
function silentFor(path: string, held: string, watched: Watched): number {
  const now = elapsedNow()
  const seen = `${statSync(path, { throwIfNoEntry: false })?.mtimeMs} ${held}`
  const before = watched.get(path)
  if (before?.seen === seen) return now - before.since
  watched.set(path, { seen, since: now })
  return 0
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // It does not matter here.
  }
}
