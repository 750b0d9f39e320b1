/** The manual, `man rotate`: made of the same records as the help, and shown by what people read manuals with. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.ts'
import { ENVIRONMENT } from '../../src/cli/environment.ts'
import { optionsOf } from '../../src/cli/format.ts'
import { manual } from '../../src/cli/manual.ts'
import { rotate } from '../cli/world.ts'
import { ROOT } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'rotate-manual-'))
const path = join(folder, 'rotate.1')
afterAll(() => rmSync(folder, { recursive: true }))

let source = ''
beforeAll(async () => {
  source = await manual()
  writeFileSync(path, source)
})

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Programs that show a manual, and one that only reads it; each on a machine where it is installed. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  man: ['--warnings', '-l'],
  // Of its warnings one is that a manual should have a date; this one would be another with each build then.
  mandoc: ['-T', 'utf8', '-W', 'error'],
  groff: ['-ww', '-man', '-T', 'utf8', '-P', '-cbou'],
}

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

const show = (program: string): ReturnType<typeof spawnSync> =>
  spawnSync(program, [...(READERS[program] ?? []), path], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', MAN_KEEP_FORMATTING: '' },
  })

for (const program of Object.keys(READERS)) {
  const where = isThere(program) ? describe : describe.skip
  where(`${program}${isThere(program) ? '' : ' (which is not installed here)'}`, () => {
    it('shows it without a warning', () => {
      const { stdout, stderr, status } = show(program)
      expect([stderr, status]).toEqual(['', 0])
      expect(plain(String(stdout))).toContain('on-call rotations as YAML in git')
    })

    it('shows every command with all that it takes, and nothing beyond the line', async () => {
      // Of a bold letter some write itself, a step back, and itself again.
      const shown = String(show(program).stdout).replaceAll(/.[\b]/g, '')
      for (const { name, summary, load } of COMMANDS) {
        const command = await load()
        expect(plain(shown)).toContain(plain(summary))
        expect(shown).toMatch(new RegExp(`^ {3,}rotate ${name}\\b`, 'm'))
        for (const { flag } of optionsOf(command)) expect(plain(shown)).toContain(flag)
        expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
        for (const [example] of command.examples) expect(plain(shown)).toContain(plain(example))
      }
    })
  })
}

it('is read by at least one program here, or this says that it is not', () => {
  const readers = Object.keys(READERS).filter(isThere)
  if (readers.length === 0)
    console.warn('no man, mandoc or groff is installed: nobody has looked at the manual')
  expect(source).toMatch(/^\.TH ROTATE 1 /m)
})

it('has no line that a reader would take for a request of its own', () => {
  const known = /^\.(?:\\"|TH|SH|SS|PP|TP|IP|EX|EE|ad|nr|br|B|I)\b|^\.\\"/
  for (const line of source.split('\n').filter((one) => /^[.']/.test(one))) {
    expect(line).toMatch(known)
  }
})

it('names no page that is not in the package, where all of docs/ is', async () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    files: string[]
  }
  expect(files).toContain('docs/*.md')
  const helps = await Promise.all(
    COMMANDS.map(async ({ name }) => (await rotate(`${name} --help`)).out),
  )
  const named = [source, ...helps].flatMap((text) => text.match(/\bdocs\/[a-z-]+\.md\b/g) ?? [])
  expect(named.length).toBeGreaterThan(8)
  for (const page of new Set(named))
    expect([page, existsSync(join(ROOT, page))]).toEqual([page, true])
})

it('names every variable of the environment that the program reads', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const read = files
    .filter((file) => file.endsWith('.ts') && !file.startsWith('simulator'))
    .flatMap((file) => [
      ...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/\benv\['([A-Z_]+)'\]/g),
    ])
    .map(([, name = '']) => name)
  const told = ENVIRONMENT.flatMap(([names]) => names.split(', '))
  // What a shell, a terminal or a service of CI sets by itself is nobody's to set.
  const theirs =
    /^(PWD|TERM|COLORTERM|WT_SESSION|LANG|LC_.*|CI_.*|GITHUB_.*|.*_PULL_REQUEST.*|.*_PR_.*|DRONE_.*|TRAVIS_.*|TF_BUILD)$/
  expect(read.filter((name) => !told.includes(name) && !theirs.test(name))).toEqual([])
})
