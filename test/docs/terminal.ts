/** Runs what stands in a ```console block, as a reader would who types it. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../program.ts'
import { ROOT } from './pages.ts'

/** Where and when the pages say that they are, unless a command names its own. */
const WORLD = { ROTATE_NOW: '2026-11-24T10:00Z', TZ: 'Europe/Amsterdam', LANG: 'C.UTF-8' }

/** What a terminal would show, the commands themselves included. */
export interface Shown {
  readonly lines: readonly string[]
  /** The exit code of each command. */
  readonly exits: readonly number[]
}

/**
 * Types the lines that begin with `$ ` into a folder of their own, one after the other.
 * @param more what the environment has besides, or instead
 * @param workspace the text of `rotations/team.yaml`; the example where left out; none where null
 */
export async function typeAll(
  lines: readonly string[],
  workspace: string | null | undefined,
  more: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  const cwd = mkdtempSync(join(tmpdir(), 'rotate-docs-'))
  try {
    const folder = join(cwd, 'rotations')
    // Under Jest an error of Node's is no `instanceof Error`, so that a folder which is not there yet is no folder.
    mkdirSync(join(cwd, 'public'))
    if (workspace === undefined) {
      cpSync(join(ROOT, 'rotations'), folder, { recursive: true })
    } else if (workspace !== null) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'team.yaml'), `${workspace}\n`)
    }
    const shown: string[] = []
    const exits: number[] = []
    for (const line of lines.filter((each) => each.startsWith('$ '))) {
      const { text, exit } = await type(line.slice(2), cwd, exits.at(-1) ?? 0, {
        ...WORLD,
        ...more,
      })
      exits.push(exit)
      shown.push(line, ...text.replace(/\n$/, '').split('\n'))
      if (text === '') shown.pop()
    }
    // What is not seen on a page does not stay in it: spaces at the end of a line, and the line ends of CSV.
    return { lines: shown.map((line) => line.trimEnd()), exits }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

async function type(
  command: string,
  cwd: string,
  last: number,
  world: Readonly<Record<string, string>>,
): Promise<{ text: string; exit: number }> {
  if (command === 'echo $?') return { text: `${last}\n`, exit: last }
  const [first = '', ...filters] = command.split(' | ')
  const words = wordsOf(first)
  const env: Record<string, string> = { ...world }
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', ...value] = (words.shift() ?? '').split('=')
    env[name] = value.join('=')
  }
  if (words[0] !== 'rotate') return shell(command, cwd)
  const { ROTATE_NOW: now = '', ...others } = env
  const { both: text, exit } = await program(words.slice(1), {
    cwd,
    now,
    zone: env['TZ'] ?? 'UTC',
    // Pages do not show on every picture that their clock is that of ROTATE_NOW; they say it once.
    env: now === world['ROTATE_NOW'] ? others : env,
  })
  return filters.length === 0 ? { text, exit } : shell(filters.join(' | '), cwd, text)
}

function shell(command: string, cwd: string, input = ''): { text: string; exit: number } {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
    cwd,
    input,
    encoding: 'utf8',
  })
  return { text: `${stdout}${stderr}`, exit: status ?? 1 }
}

/** The words of a command line, quotes taken off. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  )
}
