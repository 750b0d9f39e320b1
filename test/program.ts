/** The program run inside a test: a world of its own, and what people see of it. The one world that is made up. */
import { main } from '../src/cli/main.ts'
import type { Io } from '../src/io/io.ts'

export interface Scene {
  readonly cwd: string
  /** What time it is: as a text, or asked each time. */
  readonly now: string | (() => number)
  /** The zone of whoever looks; UTC where left out. */
  readonly zone?: string
  readonly env?: Io['env']
  /** A terminal so many columns wide; a pipe where left out. */
  readonly columns?: number | undefined
  /** So many lines high; so that everything fits where left out. */
  readonly rows?: number | undefined
  /** What somebody types when asked, or does first; after that they leave. Nobody is there where left out. */
  readonly answers?: readonly (string | (() => string))[] | undefined
  /** What is another world than that. */
  readonly io?: Partial<Io>
}

export interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** Both, as a terminal shows them: in the order in which they came. */
  readonly both: string
}

/** Runs the program with some words. */
export async function program(words: readonly string[], scene: Scene): Promise<Said> {
  const { cwd, now, zone = 'UTC', env = {}, columns, rows, answers } = scene
  const said = { out: '', err: '', both: '' }
  const say = (to: 'out' | 'err', text: string): void => {
    said[to] += text
    said.both += text
  }
  const stream = (to: 'out' | 'err'): Io['out'] => ({
    write: (text) => say(to, text),
    isTerminal: columns !== undefined,
    columns: columns ?? Infinity,
    rows: rows ?? Infinity,
  })
  const left = [...(answers ?? [])]
  const exit = await main(words, {
    cwd,
    env,
    out: stream('out'),
    err: stream('err'),
    now: typeof now === 'string' ? () => Date.parse(now) : now,
    zone: () => zone,
    canAsk: answers !== undefined,
    // However slow the machine is: what it says meanwhile is no part of an answer.
    patience: Infinity,
    ask: async (question) => {
      say('err', question)
      const next = left.shift()
      const answer = typeof next === 'function' ? next() : next
      say('err', `${answer ?? ''}\n`)
      return answer
    },
    ...scene.io,
  })
  return { exit, ...said }
}
