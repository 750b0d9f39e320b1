/** Where a command writes to: a terminal, a pipe or a file. */
import { fstatSync, writeSync } from 'node:fs'
import { codeOf, failureOf } from './failure.ts'

export interface Stream {
  readonly write: (text: string) => void
  /** Whether a person looks at it. */
  readonly isTerminal: boolean
  /** How many characters fit on a line; Infinity where nobody counts them. */
  readonly columns: number
  /** How many lines are seen at once; Infinity where nobody looks. */
  readonly rows: number
}

/** Standard output, or standard error. */
export function standard(fd: 1 | 2): Stream {
  // Making a stream of Node's takes longer than answering most questions: a pipe and a file do without.
  if (!isDevice(fd)) return onto(fd)
  const stream = fd === 1 ? process.stdout : process.stderr
  stream.on('error', (error) => failed(error, fd))
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns || 80 : Infinity,
    // A terminal that does not tell its size has 0.
    rows: stream.isTTY ? stream.rows || Infinity : Infinity,
  }
}

/** Whether it may be a terminal. */
function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice()
  } catch {
    return true
  }
}

/** A pipe or a file: each text is written to its end before the next line of the program runs. */
function onto(fd: 1 | 2): Stream {
  let isOpen = true
  const write = (text: string): void => {
    let left = Buffer.from(text)
    while (isOpen && left.length > 0) {
      try {
        left = left.subarray(writeSync(fd, left))
      } catch (error) {
        // A pipe that somebody made so that it does not wait, and whose reader is slower than we are.
        if (codeOf(error) === 'EAGAIN') Atomics.wait(NEVER, 0, 0, 2)
        else {
          isOpen = false
          failed(error, fd)
        }
      }
    }
  }
  return { write, isTerminal: false, columns: Infinity, rows: Infinity }
}

const NEVER = new Int32Array(new SharedArrayBuffer(4))

/** A reader who has seen enough (`| head -1`) is no failure: the exit code stays what the answer makes it. */
function failed(error: unknown, fd: 1 | 2): void {
  if (codeOf(error) === 'EPIPE') return
  // Of stderr nothing can be said anywhere.
  if (fd === 1) process.stderr.write(`rotate: ${failureOf(error, 'write the answer').message}\n`)
  process.once('exit', () => {
    process.exitCode = 3
  })
}
