/** The world as a command sees it: streams, the clock, the environment, somebody to ask. */
import { Failure } from './failure.ts'
import { machineZone } from './zones.ts'

export interface Stream {
  readonly write: (text: string) => void
  /** Whether a person looks at it. */
  readonly isTerminal: boolean
  /** How many characters fit on a line; Infinity where nobody counts them. */
  readonly columns: number
}

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
  /** Asks on stderr and gives the line that was typed; empty where the input has ended. */
  readonly ask: (question: string) => Promise<string>
}

/** The real world. */
export function realIo(): Io {
  const { env } = process
  const zone = env['TZ'] || machineZone()
  return {
    cwd: process.cwd(),
    env,
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    now: () => nowOr(env['ROTATE_NOW']),
    zone: () => zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    ask,
  }
}

/** An instant from `ROTATE_NOW` (ISO 8601, UTC where it names no offset), else the clock's. */
export function nowOr(text: string | undefined): number {
  if (text === undefined || text === '') return Date.now()
  const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text)
  const instant =
    iso === null ? NaN : Date.parse(iso[1] === undefined || iso[4] ? text : `${text}Z`)
  if (Number.isNaN(instant)) {
    throw new Failure(`ROTATE_NOW: expected a time such as '2026-11-30T16:00Z'`, 2)
  }
  return instant
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns || 80 : Infinity,
  }
}

async function ask(question: string): Promise<string> {
  // Few commands ask, and all of them should start fast.
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-D closes the input without an answer, and the question would never be settled.
  const closed = new Promise<string>((settle) => lines.once('close', () => settle('')))
  const answer = await Promise.race([lines.question(question), closed])
  lines.close()
  return answer.trim()
}
