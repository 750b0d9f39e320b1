/** One run at a time on one machine: a file that says who is at work. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { wait } from './deadline.ts'
import { Failure } from './failure.ts'

const PAUSE = 250
/** A run is over within minutes; whoever waits for longer than this is told. */
const LONGEST = 300_000
/** A lock this old was left by somebody of whom nobody can tell, such as a container that was stopped. */
const OLDEST = 900_000

/**
 * Does something while holding the lock, waiting for whoever has it. The lock of a process that is gone is taken
 * over; where no file can be written (a read-only checkout) there is none.
 */
export async function locked<T>(
  path: string,
  tell: (text: string) => void,
  run: () => Promise<T>,
): Promise<T> {
  const text = `${process.pid} ${hostname()}\n`
  let isHeld = false
  for (let waited = 0; ; waited += PAUSE) {
    try {
      writeFileSync(path, text, { flag: 'wx' })
      isHeld = true
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) break
      if (isLeft(path)) {
        rmSync(path, { force: true })
        continue
      }
      if (waited === 0) tell('another run of rotate is at work here: waiting for it')
      if (waited >= LONGEST) {
        throw new Failure(`another run of rotate does not end (${path} says which)`, 3)
      }
      await wait(PAUSE)
    }
  }
  try {
    return await run()
  } finally {
    if (isHeld) rmSync(path, { force: true })
  }
}

/** Whether whoever wrote the lock is gone; of another machine only its age tells. */
function isLeft(path: string): boolean {
  try {
    const [pid = '', host] = readFileSync(path, 'utf8').trim().split(' ')
    if (Date.now() - statSync(path).mtimeMs > OLDEST) return true
    if (host !== undefined && host !== hostname()) return false
    if (Number(pid) === process.pid) return false
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
