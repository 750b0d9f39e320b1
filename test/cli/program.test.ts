/** The built program, as it is started: what only a process of its own shows. `npm test` builds it before. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { constants, openSync, readFileSync, readSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { folderWith, rotate, TEAM } from './world.ts'

const PROGRAM = resolve('bin/rotate.js')
/** What people are told before an answer that goes by another clock. */
const AS_OF = 'ROTATE_NOW says that it is 2026-12-09T03:12:00Z\n'
const env = { ...process.env, ROTATE_NOW: '2026-12-09T03:12Z', TZ: 'Asia/Kathmandu', NO_COLOR: '' }

const start = (
  words: readonly string[],
  cwd: string,
  more: object = {},
): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [PROGRAM, ...words], { cwd, env, encoding: 'utf8', ...more })

const shell = (line: string, cwd: string): ReturnType<typeof spawnSync> =>
  spawnSync('bash', ['-c', line.replaceAll('rotate', `"${process.execPath}" "${PROGRAM}"`)], {
    cwd,
    env,
    encoding: 'utf8',
  })

it('answers as it does here, with a zone data of its own and the clock of ROTATE_NOW', async () => {
  const cwd = folderWith(TEAM)
  for (const line of ['who', 'shifts --json', 'meetings']) {
    const { stdout, stderr, status } = start(line.split(' '), cwd)
    expect([stderr, status]).toEqual([line.includes('--json') ? '' : AS_OF, 0])
    expect(stdout).toBe((await rotate(line, { cwd, zone: 'Asia/Kathmandu' })).out)
  }
})

it('a reader who has seen enough ends it quietly, and the exit code stays the answer', () => {
  const files = {
    ...TEAM,
    'rotations/site.yaml': `rotations: { site: { follows: primary, by: 0 } }`,
  }
  const cwd = folderWith(files)
  const line = 'rotate shifts --to 2040-01-01 | head -1; echo ${PIPESTATUS[0]}'
  const seen = shell(line, cwd)
  expect(String(seen.stdout).split('\n')[0]).toMatch(/^START/)
  expect([seen.stderr, String(seen.stdout).split('\n')[1]]).toEqual([AS_OF, '0'])
  const checked = shell('rotate check --to 2040-01-01 | head -0; echo ${PIPESTATUS[0]}', cwd)
  expect([checked.stdout, checked.stderr]).toEqual(['1\n', AS_OF])
})

it('an answer that cannot be written is a failure', () => {
  const cwd = folderWith(TEAM)
  const full = openSync('/dev/full', 'w')
  const { stderr, status } = start(['who'], cwd, { stdio: ['ignore', full, 'pipe'] })
  expect([stderr, status]).toEqual([
    `${AS_OF}rotate: cannot write the answer: the disk is full\n`,
    3,
  ])
  expect(start(['who'], cwd, { stdio: ['ignore', full, full] }).status).toBe(3)
  expect(start(['who', 'x'], cwd, { stdio: ['ignore', 'pipe', full] }).status).toBe(3)
  const closed = openSync(join(cwd, 'rotations/team.yaml'), 'r')
  const unwritable = start(['who'], cwd, { stdio: ['ignore', closed, 'pipe'] })
  expect([unwritable.stderr, unwritable.status]).toEqual([
    `${AS_OF}rotate: cannot write the answer: EBADF\n`,
    3,
  ])
})

it('a reader who is slower than a pipe that does not wait gets all of it', async () => {
  const cwd = folderWith(TEAM)
  const words = ['shifts', '--to', '2050-01-01', '--json']
  const pipe = join(cwd, 'pipe')
  shell('mkfifo pipe', cwd)
  const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
  // Whatever Node starts has streams that wait, so it is started by a shell.
  const line = `exec "${process.execPath}" "${PROGRAM}" ${words.join(' ')} >&3`
  const child = spawn('bash', ['-c', line], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'ignore', end],
  })
  const ended = once(child, 'exit')
  const read: Buffer[] = []
  while (child.exitCode === null || read.at(-1) !== undefined) {
    const part = Buffer.alloc(20_000)
    try {
      read.push(part.subarray(0, readSync(end, part)))
    } catch (error) {
      expect(error).toMatchObject({ code: 'EAGAIN' })
      if (child.exitCode !== null) break
    }
    await wait(10)
  }
  expect(await ended).toEqual([0, null])
  const whole = start(words, cwd, { maxBuffer: Infinity }).stdout
  expect(whole.length).toBeGreaterThan(200_000)
  expect(Buffer.concat(read).toString() === whole).toBe(true)
})

it('a mistake is told without a stack trace', () => {
  const { stdout, stderr, status } = start(['who', '--at', 'x'], folderWith(TEAM))
  expect([stdout, status]).toEqual(['', 2])
  expect(String(stderr).split('\n')).toHaveLength(2)
})

it('killed at any moment, an export leaves every calendar whole: the old one or the new one', async () => {
  const cwd = folderWith(TEAM)
  const out = join(cwd, 'public')
  const calendars = (): Map<string, string> =>
    new Map(
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, readFileSync(path, 'utf8')]),
    )
  start(['export', 'ics'], cwd)
  const began = Date.now()
  start(['export', 'ics'], cwd)
  const usual = Date.now() - began
  for (let round = 0; round < 6; round += 1) {
    const team = (TEAM['rotations/team.yaml'] ?? '').replace('Infrastructure', `Team ${round}`)
    writeFileSync(join(cwd, 'rotations', 'team.yaml'), team.replaceAll('name: ', `name: ${round} `))
    // Another name of the team is another team.
    const words = [PROGRAM, 'export', 'ics', '--adopt']
    const child = spawn(process.execPath, words, { cwd, env, stdio: 'ignore' })
    const ended = new Promise((settle) => child.once('exit', settle))
    setTimeout(() => child.kill('SIGKILL'), usual * (0.7 + round / 10))
    await ended
    for (const [path, text] of calendars()) {
      if (path.endsWith('.ics'))
        expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
      else expect(path).toMatch(/\/\.[^/]*\.tmp$/)
    }
  }
  expect(start(['export', 'ics', '--adopt'], cwd).status).toBe(0)
  expect(start(['export', 'ics'], cwd).stdout).toContain('nothing has changed')
})

/** Ends the process before the nth call by which it changes the disk. */
const KILLER = `const fs = require('node:fs')
let left = Number(process.env.KILLED_AT)
for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'unlinkSync', 'rmSync', 'mkdirSync']) {
  const real = fs[name]
  fs[name] = (...words) => {
    const isWrite = name !== 'openSync' || (typeof words[1] === 'string' && words[1] !== 'r')
    if (isWrite && (left -= 1) < 0) process.kill(process.pid, 'SIGKILL')
    return real(...words)
  }
}
`

const bothOf = (cwd: string): string =>
  ['team', 'primary']
    .map((name) => readFileSync(join(cwd, `rotations/${name}.yaml`), 'utf8'))
    .join('---\n')

it('killed before any write, an edit of two files is done or not at all for whoever comes next', async () => {
  const team = (TEAM['rotations/team.yaml'] ?? '') + 'overrides: []   # of the night\n'
  const primary = (TEAM['rotations/primary.yaml'] ?? '').replace(/ {4}overrides:\n.*\n/, '')
  const files = {
    ...TEAM,
    'rotations/team.yaml': team,
    'rotations/primary.yaml': primary.replace(
      'follows: primary',
      'follows: primary\n    overrides: []',
    ),
  }
  const swap = ['swap', 'alice', 'bob', '--yes']
  const cwd = folderWith({ ...files, 'kill.cjs': KILLER })
  const old = bothOf(cwd)
  expect(start(swap, cwd).status).toBe(0)
  const fresh = bothOf(cwd)
  const [isTeam, isPrimary] = fresh.split('---\n').map((text, i) => text !== old.split('---\n')[i])
  expect([isTeam, isPrimary]).toEqual([true, true])
  const seen = { old: 0, new: 0, finished: 0 }
  for (let nth = 0; ; nth += 1) {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text)
    const more = {
      env: { ...env, KILLED_AT: String(nth), NODE_OPTIONS: `--require ${join(cwd, 'kill.cjs')}` },
    }
    const ended = start(swap, cwd, more)
    const next = await rotate('who --json', { cwd })
    const text = bothOf(cwd)
    expect([nth, text === old || text === fresh]).toEqual([nth, true])
    seen[text === old ? 'old' : 'new'] += 1
    if (next.err.includes('cut short')) seen.finished += 1
    if (ended.status === 0) break
    expect(ended.signal).toBe('SIGKILL')
  }
  // How many files Node opens and closes for it depends on its version.
  expect(Math.min(seen.old, seen.new, seen.finished)).toBeGreaterThan(2)
  start(swap, cwd)
  const left = readdirSync(join(cwd, 'rotations')).filter((name) => name.startsWith('.'))
  expect(left.every((name) => !name.startsWith('.edit.'))).toBe(true)
})

it('a disk that takes no more is told in a sentence, and all is as it was', () => {
  const cwd = folderWith(TEAM)
  start(['export', 'ics', 'html'], cwd)
  const files = (): (readonly [string, string])[] =>
    readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')] as const)
  writeFileSync(
    join(cwd, 'rotations', 'team.yaml'),
    (TEAM['rotations/team.yaml'] ?? '').replaceAll('name: ', 'name: New '),
  )
  const before = files()
  // To the program a limit of files is what a full disk is, and every machine can set one.
  for (const line of ['export ics html', 'init --dir other/rotations']) {
    const { stderr, status } = shell(`ulimit -f 0; rotate ${line}; exit $?`, cwd)
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /^(?:.*\n)?rotate: cannot write \S+: it would be larger than files may be here\n$/,
    )
    expect(files()).toEqual(before)
  }
})

const typed = (...words: string[]): string =>
  `COMP_WORDS=(rotate ${words.join(' ')}); COMP_CWORD=${words.length}; _rotate; echo "\${COMPREPLY[*]}"`

it('completes in a real bash', () => {
  const lines = [
    `rotate() { "${process.execPath}" "${PROGRAM}" "$@"; }`,
    'source <(rotate completion bash)',
    typed('who', `''`),
    typed('shifts', '--person', 'c'),
    typed('shifts', '--format', '=', 'm'),
  ]
  const { stdout, stderr } = spawnSync('bash', ['-c', lines.join('\n')], {
    cwd: folderWith(TEAM),
    env,
    encoding: 'utf8',
  })
  expect([stdout, stderr]).toEqual([
    'primary secondary alice bob carol dave erin me\ncarol\nmd\n',
    '',
  ])
})

it.each(['who', 'check', 'diff', 'completion bash', 'export ics html', 'stats', 'explain gap'])(
  '%s reads nothing of PagerDuty',
  (line) => {
    const counts = `process.on('exit', () => process.stderr.write(String(Object.keys(require.cache).filter((path) => path.includes('pdjs')))))`
    const cwd = folderWith(TEAM)
    writeFileSync(join(cwd, 'counts.cjs'), counts)
    const words = ['--require', './counts.cjs', PROGRAM, ...line.split(' ')]
    const { stderr } = spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' })
    expect(stderr).not.toContain('pdjs')
  },
)

it('a quick answer into a pipe is written without the streams of Node, which take longer to make', () => {
  const names = `process.on('exit', () => {
    const made = process.moduleLoadList.filter((name) => / (stream|tty|net|zlib)$/.test(name))
    require('node:fs').writeSync(2, String(made))
  })`
  const cwd = folderWith({ ...TEAM, 'names.cjs': names })
  const words = ['--require', './names.cjs', PROGRAM, 'who']
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' })
  expect(stdout).toContain('Bob Okafor')
  expect(stderr).toBe(AS_OF)
})

it('the way in holds nothing that an old Node cannot read', () => {
  const way = readFileSync(PROGRAM, 'utf8')
  expect(way).not.toMatch(/\?\.|\?\?|\bimport\b|\bawait\b|#[a-z]|\|\|=/)
  const old = way.replace('process.versions.node.split', `'18.20.4'.split`)
  expect(old).not.toBe(way)
  const cwd = folderWith({ 'old.cjs': old.replace(/^#!.*/, '') })
  const { stderr, status } = spawnSync(process.execPath, ['old.cjs', 'who'], {
    cwd,
    encoding: 'utf8',
  })
  expect([stderr, status]).toEqual([
    `rotate: needs Node 20 or later, and this is ${process.versions.node}\n`,
    2,
  ])
})

it('a current folder that was deleted is told in a sentence', () => {
  const cwd = folderWith({ 'gone/x': '' })
  const { stderr, stdout } = shell(`cd gone && rm -r ../gone && rotate who; echo $?`, cwd)
  expect(stdout).toBe('2\n')
  expect(stderr).toMatch(
    /^rotate: the current folder \(.*gone\) is not there any more: change to another one\n$/,
  )
})

it.each(['status', 'who', 'shifts', 'calendar', 'meetings', 'check', 'stats', 'export ics html'])(
  '%s answers without a home, in a terminal without width, and with stdin closed',
  (line) => {
    const cwd = folderWith(TEAM)
    const bare = 'env -i PATH= ROTATE_NOW=2026-12-09T03:12Z COLUMNS=0 TMPDIR=/nowhere HOME=/nowhere'
    const { stderr, status } = shell(`/usr/bin/${bare} rotate ${line} <&-; exit $?`, cwd)
    expect(status).toBeLessThan(2)
    expect(stderr).not.toMatch(/bug in rotate|Error|^\s+at /m)
    expect(shell(`/usr/bin/${bare} rotate ${line} <&- >&-; exit $?`, cwd).status).toBeLessThan(2)
  },
)
