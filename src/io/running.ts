/** Who is at work: a run that says so in the name of a file or in a lock, and whether it still is. */
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A run, as others know it. */
export interface Run {
  readonly pid: number
  /** Where its number means something: the machine since it was started, or the container. */
  readonly where: string
  /** When the process was started, as the system counts; empty where it does not tell. */
  readonly since: string
}

let own: Run | undefined

/** The run that asks. */
export function thisRun(): Run {
  own ??= { pid: process.pid, where: whereNow(), since: startOf(process.pid) }
  return own
}

/** Whether a run is over: `undefined` where nobody can tell from here, since it is or was on another machine. */
export function isOver(run: Run): boolean | undefined {
  const here = thisRun()
  if (run.where !== here.where) return undefined
  if (!isAlive(run.pid)) return true
  // Its number was given out again.
  return run.since !== startOf(run.pid)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Eight hexadecimal digits for the host, its start and the container: within them no two processes share a number. */
function whereNow(): string {
  const boot = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const container = told(() => readlinkSync('/proc/self/ns/pid'))
  let hash = 0x811c_9dc5
  for (const character of `${hostname()}\n${boot}\n${container}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The 22nd field of `stat` (proc(5)); the second holds the name, in which anything may stand, so count from behind it. */
function startOf(pid: number): string {
  const stat = told(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function told(ask: () => string): string {
  try {
    return ask()
  } catch {
    return ''
  }
}
