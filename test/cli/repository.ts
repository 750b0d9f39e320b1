/** For tests of commands that ask git: a real repository in a temporary folder, and `rotate` run in it. */
import { execFileSync, type StdioOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { program, type Said, type Scene } from '../program.ts'

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

export type Ran = Said

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

  run(words: readonly string[], now: string, env: Scene['env'] = {}): Promise<Ran> {
    return program(words, { cwd: this.folder, now, env })
  }
}
