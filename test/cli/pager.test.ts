/** What is longer than the screen goes to a pager; these pagers are real programs, that write what they are given to a file. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { folderWith, rotate, TEAM, type Seen } from './world.ts'

const LONG = 'shifts --to +20w'

interface Looked extends Seen {
  /** What the pager was given; undefined where none was started. */
  readonly paged: string | undefined
}

/** A command line at a terminal of some lines, where `PAGED` in a pager is the file into which it writes. */
async function look(
  line: string,
  env: Record<string, string>,
  {
    rows = 12,
    files = TEAM,
    answers,
  }: { rows?: number; files?: typeof TEAM; answers?: string[] } = {},
): Promise<Looked> {
  const cwd = folderWith(files)
  const file = join(cwd, 'paged')
  const seen = await rotate(line, {
    cwd,
    columns: 120,
    rows,
    answers,
    env: Object.fromEntries(
      Object.entries({ NO_COLOR: '1', LANG: 'C.UTF-8', ...env }).map(([name, value]) => [
        name,
        value.replace('PAGED', file),
      ]),
    ),
  })
  return { ...seen, paged: existsSync(file) ? readFileSync(file, 'utf8') : undefined }
}

const plain = async (line: string): Promise<string> =>
  (await look(line, {}, { rows: Infinity })).out

it('what is longer than the screen goes to the pager, and nowhere else', async () => {
  const { paged, out, err, exit } = await look(LONG, { PAGER: 'cat >PAGED' })
  expect([out, err, exit]).toEqual(['', '', 0])
  expect(paged).toBe(await plain(LONG))
})

it('what fits is printed, and so is what goes to no terminal', async () => {
  const fits = await look(LONG, { PAGER: 'cat >PAGED' }, { rows: 100 })
  expect([fits.paged, fits.out]).toEqual([undefined, await plain(LONG)])
  const cwd = folderWith(TEAM)
  const piped = await rotate(LONG, { cwd, env: { PAGER: `cat >${join(cwd, 'paged')}` } })
  expect([existsSync(join(cwd, 'paged')), piped.out]).toEqual([false, await plain(LONG)])
})

it.each([
  ['a line that the terminal breaks counts as often as it is broken', 'x'.repeat(480)],
  ['so does one of fewer signs that are twice as wide', '漢'.repeat(240)],
])('%s', async (_, path) => {
  const place = `place: https://meet.example.com/${path}`
  const meetings = (TEAM['rotations/meetings.yaml'] ?? '').replace(/place: .*/, place)
  const files = { ...TEAM, 'rotations/meetings.yaml': meetings }
  const env = { PAGER: 'cat >PAGED' }
  const line = 'meetings --limit 1'
  const lines = (await look(line, env, { files, rows: 99 })).out.split('\n').length - 1
  // Of a width of 500 four lines more are made where 120 fit, and the prompt stands below.
  expect((await look(line, env, { files, rows: lines + 5 })).paged).toBeUndefined()
  expect((await look(line, env, { files, rows: lines + 4 })).paged).toBeDefined()
})

it.each([
  ['ROTATE_PAGER comes before PAGER', { ROTATE_PAGER: 'cat >PAGED', PAGER: 'false' }, LONG, true],
  ['empty is none, though PAGER names one', { ROTATE_PAGER: '', PAGER: 'cat >PAGED' }, LONG, false],
  ['cat is none', { PAGER: 'cat' }, LONG, false],
  ['--no-pager', { PAGER: 'cat >PAGED' }, `${LONG} --no-pager`, false],
  ['--no-pager before the command', { PAGER: 'cat >PAGED' }, `--no-pager ${LONG}`, false],
  ['a variable is set for it', { PAGER: 'X=1 dd of=PAGED status=none' }, LONG, true],
  ['a terminal that can do nothing', { PAGER: 'cat >PAGED', TERM: 'dumb' }, LONG, false],
])('%s', async (_, env, line, isPaged) => {
  const { paged, out } = await look(line, env)
  expect([paged !== undefined, out !== '']).toEqual([isPaged, !isPaged])
})

it.each([
  ['nosuchpager', `rotate: the pager 'nosuchpager' cannot be started\n`],
  [
    'nosuchpager --quiet "$HOME"',
    `rotate: the pager 'nosuchpager --quiet "$HOME"' cannot be started\n`,
  ],
])('a pager that cannot be started is no failure: %s', async (PAGER, expected) => {
  const { out, err, exit } = await look(LONG, { PAGER })
  expect([err, exit]).toEqual([expected, 0])
  expect(out).toBe(await plain(LONG))
})

it('whoever leaves the pager early has done nothing wrong, and the exit code stays', async () => {
  const line = 'check --to +20y --strict'
  const { paged, err, exit } = await look(line, { PAGER: 'head -n 1 >PAGED' })
  expect(paged?.split('\n')).toHaveLength(2)
  expect([err, exit]).toEqual(['', 1])
  expect((await look(LONG, { PAGER: 'true' })).exit).toBe(0)
})

it('what is wrong with the files comes first, and what is said besides stays in its place', async () => {
  const files = { ...TEAM, 'rotations/odd.yaml': 'rotations: { odd: { follows: primry } }\n' }
  const { paged, err, exit } = await look(LONG, { PAGER: 'cat >PAGED' }, { files })
  expect(err).toContain('[unknown-rotation]')
  expect(paged).toContain('odd: not known')
  expect(exit).toBe(2)
})

it('help goes to it, too', async () => {
  expect((await look('--help', { PAGER: 'cat >PAGED' })).paged).toContain('Usage: rotate COMMAND')
  expect((await look('who --help', { PAGER: 'cat >PAGED' })).paged).toContain('Usage: rotate who')
  expect((await look('--no-pager --help', { PAGER: 'cat >PAGED' })).out).toContain(
    'Usage: rotate C',
  )
})

it('what asks does not, but where it stops after showing', async () => {
  const line = 'swap alice bob'
  const asked = await look(line, { PAGER: 'cat >PAGED' }, { answers: ['n'], rows: 5 })
  expect(asked.paged).toBeUndefined()
  expect(asked.both).toMatch(/\+\+\+ b\/rotations[^]*\? .*n\n/)
  const shown = await look(`${line} --dry-run`, { PAGER: 'cat >PAGED' }, { rows: 5 })
  expect(shown.paged).toContain('+++ b/rotations/primary.yaml')
  expect(shown.paged).toContain('Nothing was written (--dry-run).')
})

it('it is told what less needs for colours, unless somebody said it otherwise', async () => {
  const env = { PATH: process.env['PATH'] ?? '', PAGER: 'echo "$LESS $LV" >PAGED' }
  expect((await look(LONG, env)).paged).toBe('FRX -c\n')
  expect((await look(LONG, { ...env, LESS: 'S' })).paged).toBe('S -c\n')
})

/** What gives a program a terminal, and what it is to be shown by. */
const TOOLS = ['script', 'less']
const areThere = TOOLS.every((tool) => spawnSync(tool, ['--version']).error === undefined)
const atTerminal = areThere ? it : it.skip

atTerminal(
  `less, at a real terminal${areThere ? '' : ' (script and less are not installed here)'}`,
  () => {
    const cwd = folderWith(TEAM)
    const program = `"${process.execPath}" "${resolve('bin/rotate.js')}"`
    const typed = `stty rows 8 columns 80; ${program} ${LONG} --strict; ${program} ${LONG}; echo "exit $?"`
    const { stdout } = spawnSync(TOOLS[0] ?? '', ['-qec', typed, '/dev/null'], {
      cwd,
      encoding: 'utf8',
      // Whoever presses q has seen enough.
      input: 'q',
      timeout: 50_000,
      env: {
        PATH: process.env['PATH'],
        TERM: 'xterm',
        LANG: 'C.UTF-8',
        ROTATE_NOW: '2026-12-09T03:12Z',
      },
    })
    expect(stdout).toContain(`unknown option '--strict'`)
    // The first screen, and no more of it.
    expect(stdout.match(/\d\d:\d\d {2}/g)?.length).toBeLessThan(20)
    expect(stdout).toContain('exit 0')
  },
)
