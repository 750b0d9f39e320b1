/** Runs the jobs that stand in the pages as CI would: in a clone of a real repository, with what CI sets. */
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load as loadYaml } from 'js-yaml'
import { blocksIn } from './markdown.ts'
import { pageAt, ROOT } from './pages.ts'

/** Jobs of one file that a page shows: what is run in each, command by command. */
export type Jobs = Readonly<Record<string, readonly string[]>>

interface Written {
  readonly script?: readonly string[]
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

interface Step {
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

/** The jobs of the block that begins with the name of a file, `# .gitlab-ci.yml`. */
export function jobsIn(page: string, file: string): Jobs {
  const block = blocksIn(pageAt(page)).find(({ lines }) => lines[0] === `# ${file}`)
  if (block === undefined) throw new Error(`${page} shows no ${file}`)
  const written = loadYaml(block.lines.join('\n')) as Written & Readonly<Record<string, Written>>
  if (written.jobs !== undefined) {
    return Object.fromEntries(
      Object.entries(written.jobs).map(([name, { steps }]) => [name, steps.flatMap(runOf)]),
    )
  }
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, { script }]) => (script ? [[name, script]] : [])),
  )
}

/** A step of GitHub Actions as a shell of its own, its expressions given by what the test sets. */
function runOf({ run, env, 'working-directory': folder = '.' }: Step): string[] {
  if (run === undefined) return []
  const set = Object.entries(env ?? {}).map(([name, value]) => {
    const known = /^\$\{\{ github\.([a-z.]+) \}\}$/.exec(value)?.[1]
    return `export ${name}="$TEST_${known?.toUpperCase().replaceAll('.', '_')}"\n`
  })
  return [`(cd ${folder}\n${set.join('')}${run})`]
}

export interface Ran {
  readonly exit: number
  readonly out: string
}

/** A repository, what was pushed to it, and machines of CI that clone it. */
export class Ci {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'rotate-ci-'))
  readonly origin: string = join(this.folder, 'origin.git')
  readonly work: string = join(this.folder, 'work')

  constructor() {
    this.git(this.folder, 'init', '-q', '--bare', '-b', 'main', this.origin)
    this.git(this.folder, 'init', '-q', '-b', 'main', this.work)
    this.git(this.work, 'remote', 'add', 'origin', `file://${this.origin}`)
    mkdirSync(join(this.folder, 'bin'))
    this.tool('rotate', `exec '${process.execPath}' '${join(ROOT, 'bin/rotate.js')}' "$@"`)
    // What is installed there is installed here, or stands in `tools`.
    for (const name of ['apt-get', 'npm']) this.tool(name, 'exit 0')
  }

  /** A program of the machine. */
  tool(name: string, script: string): void {
    const path = join(this.folder, 'bin', name)
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
  }

  git(folder: string, ...words: string[]): string {
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      env: this.env({}),
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  }

  /** Commits a workspace to a branch and pushes it; gives the commit's name. */
  push(branch: string, yaml: string): string {
    this.git(this.work, 'checkout', '-q', '-B', branch)
    mkdirSync(join(this.work, 'rotations'), { recursive: true })
    writeFileSync(join(this.work, 'rotations', 'team.yaml'), yaml)
    this.git(this.work, 'add', '-A')
    this.git(this.work, 'commit', '-q', '-m', branch)
    this.git(this.work, 'push', '-q', '-f', 'origin', branch)
    return this.git(this.work, 'rev-parse', 'HEAD')
  }

  /** A machine's clone, at a commit and on no branch; `words` as behind `git clone`. */
  clone(commit: string, ...words: string[]): string {
    const folder = mkdtempSync(join(this.folder, 'job-'))
    this.git(this.folder, 'clone', '-q', ...words, `file://${this.origin}`, folder)
    this.git(folder, 'checkout', '-q', '--detach', commit)
    return folder
  }

  /** Runs a job as a runner does: one command after the other, in a shell that stops at the first that fails. */
  run(
    folder: string,
    commands: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<Ran> {
    const script = `set -eo pipefail\n${commands.join('\n')}\n`
    return new Promise((done) => {
      execFile('bash', ['-c', script], { cwd: folder, env: this.env(env) }, (error, out, err) => {
        // The jobs of the pages run by the real clock, and would say nothing of it.
        const said = (out + err).replaceAll(/^ROTATE_NOW says .*\n/gm, '')
        done({ exit: error === null ? 0 : Number(error.code ?? 1), out: said })
      })
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private env(more: Readonly<Record<string, string>>): Record<string, string> {
    return {
      PATH: `${join(this.folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: this.folder,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      ROTATE_NOW: '2027-01-06T12:00Z',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
      ...more,
    }
  }
}
