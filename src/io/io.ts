/** The world as a command sees it: streams, the clock, the environment, somebody to ask. */
import type { Waits } from './deadline.ts'
import { codeOf, Failure, failureOf } from './failure.ts'
import { late } from './late.ts'
import { nowOr } from './now.ts'
import { standard, type Stream } from './stream.ts'
import { zoneOfIntl, zoneOfViewer } from './zones.ts'

export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Answers. */
  readonly out: Stream
  /** Everything else. */
  readonly err: Stream
  /** The current instant, or what `ROTATE_NOW` says. For answers only: never for waits and deadlines. */
  readonly now: () => number
  /** The name of the zone of whoever looks. */
  readonly zone: () => string
  /** Whether there is somebody to ask. */
  readonly canAsk: boolean
  /** Asks on stderr and gives the line that was typed; undefined where somebody would rather leave (Ctrl-C, Ctrl-D). */
  readonly ask: (question: string) => Promise<string | undefined>
  /** All that comes in on standard input; the real one where not given. */
  readonly input?: () => Promise<string>
  /** Deadlines and waits; the real ones where not given. */
  readonly waits?: Waits
  /** How long (ms) somebody waits before they are told that it works; a second where not given. */
  readonly patience?: number
}

/** What is left of the world where looking at it fails: streams. */
export function bareIo(): Pick<Io, 'err'> {
  return {
    err: {
      write: (text) => standard(2).write(text),
      isTerminal: false,
      columns: Infinity,
      rows: Infinity,
    },
  }
}

/** Fails with a sentence where it was deleted while somebody was in it. */
function currentFolder(name = ''): string {
  try {
    return process.cwd()
  } catch (error) {
    const which = name === '' ? '' : ` (${name})`
    const gone = codeOf(error) === 'ENOENT'
    if (!gone) throw failureOf(error, `tell what the current folder is${which}`)
    throw new Failure(`the current folder${which} is not there any more: change to another one`, 2)
  }
}

/** The real world. */
export function realIo(): Io {
  const { env } = process
  const err = standard(2)
  const zone = zoneOfViewer(env['TZ'])
  return {
    cwd: currentFolder(env['PWD']),
    env,
    out: standard(1),
    err,
    now: () => nowOr(env['ROTATE_NOW']),
    zone: () => zone ?? zoneOfIntl(),
    canAsk: err.isTerminal && late('node:tty').isatty(0),
    ask,
  }
}

async function ask(question: string): Promise<string | undefined> {
  // Few commands ask, and all of them should start fast.
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-C and Ctrl-D close the input without an answer, and the question would never be settled.
  const left = new Promise<undefined>((settle) => {
    lines.once('close', () => settle(undefined))
  })
  const answer = await Promise.race([lines.question(question).catch(() => undefined), left])
  if (answer === undefined) process.stderr.write('\n')
  lines.close()
  return answer?.trim()
}
