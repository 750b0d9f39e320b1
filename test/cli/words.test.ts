import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { folderWith, mistake, mistakes, rotate, TEAM } from './world.ts'

it('a slip is answered with what to type', async () => {
  expect(
    await mistakes([
      'who --foo',
      'who --jsno',
      '--foo',
      'whoo',
      'primary',
      'okafor',
      'zzz',
      'sick alice',
      'ill',
      'override',
      'override alice bob',
      'trade alice bob',
      'override alice 2026-12-24',
      'cover primary --by bob',
      'next',
      'when bob',
      'when',
      'vacation bob',
      'schedule',
      'lint',
      'swop alice bob',
      'help whoo',
      'who --at',
      'who --at --json',
      'export ics --out --prune',
      'who --at monday --at tuesday',
      'who -3d',
      'schema infrastructure',
      'export',
      'export pdf',
      'status --person alice',
      'stats --user alice',
      'swap alice bob --when tonight',
      'calendar --to 2026-12-24',
      'swap alice bob tonight',
      'cover alice --date tomorrow',
      'shifts --until friday',
      'shifts --count 3',
      'who --timezone Asia/Tokyo',
      'who alcie',
      'who lindqvst',
      'away bbo today',
      'completion',
      'completion tcsh',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate who --foo
   rotate: unknown option '--foo': see 'rotate who --help'
   exit 2
   $ rotate who --jsno
   rotate: unknown option '--jsno' (did you mean --json?): see 'rotate who --help'
   exit 2
   $ rotate --foo
   rotate: unknown option '--foo': see 'rotate status --help'
   exit 2
   $ rotate whoo
   rotate: there is no command 'whoo' (did you mean 'who'?): see 'rotate --help'
   exit 2
   $ rotate primary
   rotate: there is no command 'primary': 'rotate who primary' says who is on call, or what somebody holds
   exit 2
   $ rotate okafor
   rotate: there is no command 'okafor': 'rotate who okafor' says who is on call, or what somebody holds
   exit 2
   $ rotate zzz
   rotate: there is no command 'zzz': see 'rotate --help'
   exit 2
   $ rotate sick alice
   rotate: there is no command 'sick': 'rotate away alice tomorrow --why ill' does that (see 'rotate --help')
   exit 2
   $ rotate ill
   rotate: there is no command 'ill': 'rotate away me tomorrow --why ill' does that (see 'rotate --help')
   exit 2
   $ rotate override
   rotate: there is no command 'override': 'rotate cover me --on tonight --by OTHER' does that (see 'rotate --help')
   exit 2
   $ rotate override alice bob
   rotate: there is no command 'override': 'rotate cover alice --on tonight --by bob' does that (see 'rotate --help')
   exit 2
   $ rotate trade alice bob
   rotate: there is no command 'trade': 'rotate swap alice bob' does that (see 'rotate --help')
   exit 2
   $ rotate override alice 2026-12-24
   rotate: there is no command 'override': 'rotate cover alice --on tonight --by OTHER' does that (see 'rotate --help')
   exit 2
   $ rotate cover primary --by bob
   rotate: 'primary' is a rotation, and no person: 'rotate who primary' says who holds it
   exit 2
   $ rotate next
   rotate: there is no command 'next': 'rotate me' does that (see 'rotate --help')
   exit 2
   $ rotate when bob
   rotate: there is no command 'when': 'rotate me bob' does that (see 'rotate --help')
   exit 2
   $ rotate when
   rotate: there is no command 'when': 'rotate me' does that (see 'rotate --help')
   exit 2
   $ rotate vacation bob
   rotate: there is no command 'vacation': 'rotate away bob 2026-12-21..2027-01-03' does that (see 'rotate --help')
   exit 2
   $ rotate schedule
   rotate: there is no command 'schedule': 'rotate shifts' does that (see 'rotate --help')
   exit 2
   $ rotate lint
   rotate: there is no command 'lint': 'rotate check' does that (see 'rotate --help')
   exit 2
   $ rotate swop alice bob
   rotate: there is no command 'swop' (did you mean 'swap'?): see 'rotate --help'
   exit 2
   $ rotate help whoo
   rotate: there is no command 'whoo' (did you mean 'who'?): see 'rotate --help'
   exit 2
   $ rotate who --at
   rotate: --at <time> needs a value: see 'rotate who --help'
   exit 2
   $ rotate who --at --json
   rotate: --at needs a value, and '--json' looks like an option
   exit 2
   $ rotate export ics --out --prune
   rotate: --out needs a value, and '--prune' looks like an option
   exit 2
   $ rotate who --at monday --at tuesday
   rotate: --at is given twice ('monday' and 'tuesday'): once is enough
   exit 2
   $ rotate who -3d
   rotate: unknown option '-3d': see 'rotate who --help'
   exit 2
   $ rotate schema infrastructure
   rotate: 'rotate schema' takes no 'infrastructure': see 'rotate schema --help'
   exit 2
   $ rotate export
   rotate: 'rotate export' must be told what to write (ics, html, or both): see 'rotate export --help'
   exit 2
   $ rotate export pdf
   rotate: export: unknown kind 'pdf': expected ics or html
   exit 2
   $ rotate status --person alice
   rotate: unknown option '--person' ('rotate me NAME' says what concerns somebody): see 'rotate status --help'
   exit 2
   $ rotate stats --user alice
   rotate: unknown option '--user' (did you mean --person?): see 'rotate stats --help'
   exit 2
   $ rotate swap alice bob --when tonight
   rotate: unknown option '--when' (did you mean --at?): see 'rotate swap --help'
   exit 2
   $ rotate calendar --to 2026-12-24
   rotate: unknown option '--to' (did you mean --weeks?): see 'rotate calendar --help'
   exit 2
   $ rotate swap alice bob tonight
   rotate: 'rotate swap' takes no 'tonight' (did you mean --at tonight?): see 'rotate swap --help'
   exit 2
   $ rotate cover alice --date tomorrow
   rotate: unknown option '--date' (did you mean --on?): see 'rotate cover --help'
   exit 2
   $ rotate shifts --until friday
   rotate: unknown option '--until' (did you mean --to?): see 'rotate shifts --help'
   exit 2
   $ rotate shifts --count 3
   rotate: unknown option '--count' (did you mean --limit?): see 'rotate shifts --help'
   exit 2
   $ rotate who --timezone Asia/Tokyo
   rotate: unknown option '--timezone' (did you mean --tz?): see 'rotate who --help'
   exit 2
   $ rotate who alcie
   rotate: unknown rotation or person 'alcie' (did you mean 'alice'?)
   exit 2
   $ rotate who lindqvst
   rotate: unknown rotation or person 'lindqvst' (did you mean 'alice'?)
   exit 2
   $ rotate away bbo today
   rotate: unknown person 'bbo' (did you mean 'bob'?)
   exit 2
   $ rotate completion
   rotate: name a shell: bash, zsh or fish
   exit 2
   $ rotate completion tcsh
   rotate: name a shell: bash, zsh or fish
   exit 2
   "
  `)
})

it('an empty value is a mistake, as of a variable that is not set', async () => {
  expect(await mistake(['who', '--dir', ''])).toBe('rotate: --dir: the value is empty\nexit 2')
  expect(await mistake(['who', '--at='])).toBe('rotate: --at: the value is empty\nexit 2')
  expect((await rotate(['check', '--ignore', ''])).exit).toBe(0)
})

it('a value may look like an option where it is said to be one', async () => {
  const folder = folderWith({ '--odd/a.yaml': 'people: { ann: {} }' })
  expect((await rotate('who --dir=--odd', { cwd: folder })).out).toContain('There are no rotations')
})

it('options may stand before the command, with their values', async () => {
  const cwd = folderWith({ 'who/a.yaml': TEAM['rotations/team.yaml'] ?? '' })
  expect((await rotate('--dir who who --json', { cwd })).out).toContain('"rotations": []')
  expect((await rotate('--dir=who --tz UTC who', { cwd })).out).toContain('Times in UTC')
})

it('-- ends the options', async () => {
  expect(await mistake('who -- --json')).toContain(`unknown rotation or person '--json'`)
  expect((await rotate('who -- primary')).exit).toBe(0)
  expect((await rotate('-- primary')).out).toContain('ON CALL NOW')
})

const firstLine = async (line: string, wishes: Parameters<typeof rotate>[1]): Promise<unknown> =>
  (await rotate(line, wishes)).out.split('\n')[0]

it('the folder is found from below, or named by --dir or ROTATE_DIR; an empty ROTATE_DIR is none', async () => {
  const cwd = folderWith({ ...TEAM, 'a/b/c.txt': '', 'other/x.yaml': 'people: { ann: {} }' })
  const below = { cwd: join(cwd, 'a', 'b') }
  expect(await firstLine('who', below)).toBe('Infrastructure primary (primary)')
  expect(await firstLine('who', { ...below, env: { ROTATE_DIR: '' } })).toContain('primary')
  expect(await firstLine('who', { cwd, env: { ROTATE_DIR: 'other' } })).toBe(
    'There are no rotations.',
  )
  expect(await firstLine('who --dir rotations', { cwd, env: { ROTATE_DIR: 'other' } })).toContain(
    'prim',
  )
  expect(await firstLine(`who --dir ../../rotations/.`, below)).toContain('primary')
  expect(await firstLine(`who --dir ${join(cwd, 'other')}`, below)).toBe('There are no rotations.')
})

it('a folder that is not there, or is a file, is named as it was said', async () => {
  expect(await mistake('who --dir nope')).toMatchInlineSnapshot(`
   "rotate: --dir nope: there is no such folder
   exit 2"
  `)
  expect(await mistake('who', { env: { ROTATE_DIR: 'nope' } })).toMatchInlineSnapshot(`
   "rotate: ROTATE_DIR=nope: there is no such folder
   exit 2"
  `)
  expect(await mistake('who --dir rotations/team.yaml')).toMatchInlineSnapshot(`
   "rotate: --dir rotations/team.yaml is not a folder: name the one it is in
   exit 2"
  `)
  expect(await mistake('who', { cwd: folderWith() })).toMatchInlineSnapshot(`
   "rotate: there is no folder 'rotations' here or above: 'rotate init' makes one, --dir names another
   exit 2"
  `)
})

it.each(['-C else', '-Celse', '--dir else', '--dir=else'])(
  'a name for a command is looked for in the folder that %s names',
  async (dir) => {
    const cwd = folderWith({ 'else/team.yaml': TEAM['rotations/team.yaml'] ?? '' })
    const said =
      "rotate: there is no command 'carol': 'rotate who carol' says who is on call, or what somebody holds\nexit 2"
    expect(await mistake(`carol ${dir}`, { cwd })).toBe(said)
    expect(await mistake(`${dir} carol`, { cwd })).toBe(said)
  },
)

it('a bug ends with 3 and says so, since 1 is an answer', async () => {
  const { main } = await import('../../src/cli/main.ts')
  const said: string[] = []
  const broken = {
    write: () => {
      throw new TypeError('oh\u001b[31m')
    },
    isTerminal: false,
    columns: 80,
  }
  const err = { ...broken, write: (text: string) => void said.push(text) }
  const exit = await main(['--version'], { out: broken, err, env: {} } as unknown as Parameters<
    typeof main
  >[1])
  expect(exit).toBe(3)
  expect(said.join('')).toMatch(
    /^rotate: this is a bug in rotate, please report it.*\nTypeError: oh\uFFFD\[31m\n/,
  )
})
