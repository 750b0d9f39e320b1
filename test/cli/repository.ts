/** For tests of commands that ask git: a real repository in a temporary folder, and `rotate` run in it. */
import { execFileSync, type StdioOptions } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
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

/** An empty repository of git's, made once for a file of tests: to copy it costs less than to start git. */
let empty: string | undefined

afterAll(() => {
  if (empty !== undefined) rmSync(empty, { recursive: true, force: true })
})

function emptyRepository(): string {
  if (empty === undefined) {
    empty = mkdtempSync(join(tmpdir(), 'rotate-empty-'))
    gitIn(empty, ['init', '-q', '-b', 'main', '--template='])
  }
  return join(empty, '.git')
}

function gitIn(folder: string, words: readonly string[]): string {
  const options = { encoding: 'utf8' as const, env: ENV, stdio: STDIO }
  return execFileSync('git', ['-C', folder, ...words], options).trim()
}

export class Repository {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'rotate-'))

  write(path: string, text: string): void {
    const whole = join(this.folder, path)
    mkdirSync(dirname(whole), { recursive: true })
    writeFileSync(whole, text)
  }

  /** Makes it a repository of git's, on `main`; until then it is a folder. */
  init(): void {
    cpSync(emptyRepository(), join(this.folder, '.git'), { recursive: true })
  }

  git(...words: string[]): string {
    return gitIn(this.folder, words)
  }

  /** Writes a file and commits it. */
  commit(path: string, text: string, message = 'change'): void {
    this.write(path, text)
    this.commitAll(message)
  }

  /** Commits all that is there. */
  commitAll(message = 'change'): void {
    this.git('add', '-A')
    // Nothing tidies up behind it: git would be started once more for that.
    this.git('-c', 'maintenance.auto=false', 'commit', '-q', '-m', message)
  }

  /** The name of the last commit. */
  get head(): string {
    return this.git('rev-parse', 'HEAD')
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  run(words: readonly string[], now: string, env: Scene['env'] = {}): Promise<Ran> {
    return program(words, { cwd: this.folder, now, env })
  }
}
