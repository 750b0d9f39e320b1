/** The code that the program keeps of itself between two runs, in the cache of whoever runs it. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { FLAG } from '../../src/cli/format.ts'
import { answering } from '../../src/cli/options.ts'
import { folderWith, TEAM } from './world.ts'

const BIN = resolve('bin/rotate.js')

interface Asking {
  readonly cache: string
  readonly ask: (more?: object, words?: string, program?: string) => string
}

/** A team, and a folder for what is kept. */
function scene(): Asking {
  const cwd = folderWith(TEAM)
  const cache = folderWith()
  const { PATH } = process.env
  const usual = { PATH, ROTATE_NOW: '2026-12-09T03:12Z', TZ: 'UTC', XDG_CACHE_HOME: cache }
  return {
    cache,
    ask: (more = {}, words = 'who', program = BIN) => {
      const env = { ...usual, ...more }
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [program, ...words.split(' ')],
        {
          cwd,
          env,
          encoding: 'utf8',
        },
      )
      return `${stdout}${stderr}exit ${status}`
    },
  }
}

const fileIn = (cache: string): string => {
  const [name = ''] = readdirSync(join(cache, 'rotate'))
  return join(cache, 'rotate', name)
}

it('answers the same from what was kept, which only its owner can read', () => {
  const { cache, ask } = scene()
  const first = ask()
  expect(first).toContain('Bob Okafor')
  const path = fileIn(cache)
  const { mode, ino } = statSync(path)
  expect(mode & 0o777).toBe(0o600)
  expect(ask()).toBe(first)
  expect(statSync(path).ino).toBe(ino)
  expect(readdirSync(join(cache, 'rotate'))).toHaveLength(1)
})

it.each<[string, (path: string) => void]>([
  ['cut short', (path) => truncateSync(path, 100_000)],
  ['empty', (path) => truncateSync(path, 0)],
  ['nothing but zeros', (path) => writeFileSync(path, Buffer.alloc(800_000))],
  ['overwritten', (path) => writeFileSync(path, 'not code at all, and not whole')],
  [
    'changed in one place',
    (path) => {
      const bytes = readFileSync(path)
      bytes[200_000] = (bytes[200_000] ?? 0) ^ 1
      writeFileSync(path, bytes)
    },
  ],
  ['writable for others', (path) => chmodSync(path, 0o666)],
])('what is %s is not used, and kept anew', (_, spoil) => {
  const { cache, ask } = scene()
  const first = ask()
  const path = fileIn(cache)
  const size = statSync(path).size
  spoil(path)
  expect(ask()).toBe(first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(Math.abs(statSync(path).size - size)).toBeLessThan(size / 10)
  expect(ask()).toBe(first)
})

it('nothing is kept in CI, where Node is told not to, under flags, or where there is no place for it', () => {
  const { cache, ask } = scene()
  const first = ask({ CI: 'true' })
  expect(ask({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(first)
  expect(ask({ NODE_OPTIONS: '--no-warnings' })).toBe(first)
  expect(ask({ XDG_CACHE_HOME: 'here' })).toBe(first)
  expect(ask({ XDG_CACHE_HOME: '' })).toBe(first)
  expect(existsSync(join(cache, 'rotate'))).toBe(false)
  const file = join(cache, 'a file')
  writeFileSync(file, '')
  expect(ask({ XDG_CACHE_HOME: file })).toBe(first)
})

it('the help, which is quick as it is, keeps nothing', () => {
  const { cache } = scene()
  execFileSync(process.execPath, [BIN, '--help'], {
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: cache },
  })
  expect(readdirSync(cache)).toEqual([])
})

it.each([
  ['--json who', 'who'],
  ['-C rotations --tz UTC who', 'who'],
  ['who alice', 'who'],
])('rotate %s keeps what the command %s needs', (words, command) => {
  const { cache, ask } = scene()
  ask({}, words)
  expect(readdirSync(join(cache, 'rotate'))).toEqual([expect.stringMatching(`-${command}$`)])
})

it.each(['swap me bob', 'away me tomorrow', 'help who', '-C who export', 'export --out who'])(
  'rotate %s keeps nothing: a command that is quick is not what it runs',
  (words) => {
    const { cache, ask } = scene()
    ask({}, words)
    expect(readdirSync(cache)).toEqual([])
  },
)

/** The options that may stand before a command and take a value. */
const VALUED = [...answering.map(({ flag }) => flag), FLAG]
  .filter((flag) => flag.includes('<'))
  .flatMap((flag) => flag.match(/-+[a-zA-Z]+/g) ?? [])

it.each(VALUED)('the word behind %s is its value, and the command comes after that', (option) => {
  const { cache, ask } = scene()
  ask({}, `${option} status who`)
  expect(readdirSync(join(cache, 'rotate'))).toEqual([expect.stringMatching(/-who$/)])
})

it('of two programs in two places the one that ran last is kept, and not both', () => {
  const { cache, ask } = scene()
  const first = ask()
  const { size } = statSync(fileIn(cache))
  const other = folderWith()
  for (const path of ['bin', 'dist', 'package.json'])
    cpSync(path, join(other, path), { recursive: true })
  const there = join(other, 'bin/rotate.js')
  expect(ask({}, 'who', there)).toBe(first)
  expect(ask({}, 'who', there)).toBe(first)
  expect(statSync(fileIn(cache)).size).toBeLessThan(size * 1.2)
})

const asRoot = process.getuid?.() === 0 ? it : it.skip

asRoot(
  "in somebody else's folder nothing is kept (skipped but as root, who may write there)",
  () => {
    const { cache, ask } = scene()
    chownSync(cache, 4242, 4242)
    expect(ask()).toContain('Bob Okafor')
    expect(ask({ XDG_CACHE_HOME: join(cache, 'more') })).toContain('Bob Okafor')
    expect(readdirSync(cache)).toEqual([])
  },
)
