/** For tests of commands that ask git: a real repository in a temporary folder, and `rotate` run in it. */
import { execFileSync, type StdioOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../src/cli/main.ts'
import type { Io, Stream } from '../../src/io/io.ts'

/** Git must not see the settings of whoever runs the tests, nor the repository they stand in. */
const ENV = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
}

const STDIO: StdioOptions = ['ignore', 'pipe', 'ignore']

export interface Ran {
  readonly out: string
  readonly err: string
  readonly exit: number
}

export class Repository {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'rotate-'))

  write(path: string, text: string): void {
    const whole = join(this.folder, path)
    mkdirSync(dirname(whole), { recursive: true })
    writeFileSync(whole, text)
  }

  git(...words: string[]): string {
    const options = { encoding: 'utf8' as const, env: ENV, stdio: STDIO }
    return execFileSync('git', ['-C', this.folder, ...words], options).trim()
  }

  /** Writes a file and commits it; gives the commit's name. */
  commit(path: string, text: string, message = 'change'): string {
    this.write(path, text)
    this.git('add', '-A')
    this.git('commit', '-q', '-m', message)
    return this.git('rev-parse', 'HEAD')
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  async run(words: readonly string[], now: string, env: Io['env'] = {}): Promise<Ran> {
    const out: string[] = []
    const err: string[] = []
    const io: Io = {
      cwd: this.folder,
      env,
      out: streamTo(out),
      err: streamTo(err),
      now: () => Date.parse(now),
      zone: () => 'UTC',
      canAsk: false,
      ask: () => Promise.resolve(''),
    }
    const exit = await main(words, io)
    return { out: out.join(''), err: err.join(''), exit }
  }
}

function streamTo(texts: string[]): Stream {
  return { write: (text) => void texts.push(text), isTerminal: false, columns: Infinity }
}
