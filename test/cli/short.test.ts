/** The short flags: those that hands type already, since other programs have them. */
import { describe, expect, it } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.ts'
import { optionsOf } from '../../src/cli/format.ts'
import { folderWith, mistake, out, rotate, TEAM } from './world.ts'

/** Each short flag, and the long one that it stands for in every command that has it. */
const SHORT: Readonly<Record<string, string>> = {
  '--dir': '-C',
  '--format': '-o',
  '--limit': '-n',
  '--person': '-p',
  '--quiet': '-q',
}

it.each(COMMANDS.map(({ name, load }) => [name, load] as const))(
  'a short flag means the same in rotate %s as everywhere',
  async (_, load) => {
    for (const { flag } of optionsOf(await load())) {
      const [, short, long = ''] = /^(?:(-\w), )?(--[a-z-]+)/.exec(flag) ?? []
      expect([flag, short]).toEqual([flag, SHORT[long]])
    }
  },
)

it.each([
  ['shifts -p bob -n 2 -o csv', 'shifts --person bob --limit 2 --format csv'],
  ['shifts -pbob -n2 -ojson', 'shifts --person bob --limit 2 --json'],
  ['-C rotations -o json who', '--dir rotations --format json who'],
  ['who -C rotations', 'who --dir rotations'],
  ['me bob -n 1', 'me bob --limit 1'],
])('rotate %s is rotate %s', async (short, long) => {
  const cwd = folderWith(TEAM)
  const { out: text, exit } = await rotate(short, { cwd })
  expect([text, exit]).toEqual([(await rotate(long, { cwd })).out, 0])
  expect(text).not.toBe('')
})

it('what looks like the folder of an export is no form of its answer', async () => {
  expect(await mistake('export ics -o public/')).toBe(
    `rotate: --format 'public/': expected text or json (did you mean --out public/?)\nexit 2`,
  )
})

describe('--quiet', () => {
  it('check says with its exit code alone whether something is wrong', async () => {
    expect(await out('check -q')).toBe('\n')
    expect(await out('check --strict -q')).toBe('\nexit 1\n')
    const wrong = { ...TEAM, 'rotations/odd.yaml': 'rotations: { odd: { follows: primry } }\n' }
    expect(await out('check -q', { files: wrong })).toBe('\nexit 2\n')
  })

  it('export says what is odd, and nothing where all is well', async () => {
    expect(await out('export ics -q')).toBe('\n')
    expect(await out('shifts -q')).toContain(`unknown option '-q'`)
  })

  it('asks nobody about what it does not show', async () => {
    const { both, exit } = await rotate('swap alice bob -q', { answers: ['y'], columns: 100 })
    expect(both).toBe(
      'Nothing was written: nobody is there to say yes (--yes does, --dry-run only shows).\n',
    )
    expect(exit).toBe(2)
    expect(await out('swap alice bob -q --yes')).toBe('\n')
  })
})
