/** For the tests of commands: a folder with YAML, a terminal or a pipe, and what was written to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli/main.ts'
import type { Io } from '../../src/io/io.ts'

export interface Terminal {
  readonly yaml: string
  /** How wide it is; a pipe where left out. */
  readonly columns?: number
  /** The locale is Unicode and nothing has colours unless this says otherwise. */
  readonly env?: Io['env']
  readonly now?: string
  readonly zone?: string
}

export interface Ran {
  readonly out: string
  readonly err: string
  readonly exit: number
}

/** Runs `rotate` with some words in a folder that holds the YAML as `rotations/x.yaml`. */
export async function run(words: readonly string[], terminal: Terminal): Promise<Ran> {
  const cwd = mkdtempSync(join(tmpdir(), 'rotate-'))
  mkdirSync(join(cwd, 'rotations'))
  writeFileSync(join(cwd, 'rotations', 'x.yaml'), terminal.yaml)
  const text = { out: '', err: '' }
  const stream = (name: keyof typeof text): Io['out'] => ({
    write: (more) => void (text[name] += more),
    isTerminal: terminal.columns !== undefined,
    columns: terminal.columns ?? Infinity,
  })
  const io: Io = {
    cwd,
    env: terminal.env ?? { LANG: 'C.UTF-8', NO_COLOR: '1' },
    out: stream('out'),
    err: stream('err'),
    now: () => Date.parse(terminal.now ?? '2026-12-02T12:00Z'),
    zone: () => terminal.zone ?? 'UTC',
    canAsk: false,
    ask: () => Promise.resolve(''),
  }
  try {
    return { exit: await main(words, io), ...text }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
