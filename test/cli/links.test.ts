/** Files of a workspace that are links: what lies out of the repository is not for the eyes of whoever reads a log. */
import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { folderWith, rotate, TEAM } from './world.ts'

const SECRET = 'ghs-0123456789'
const FORMS = [
  'check',
  'check --json',
  'check --format github',
  'check --format gitlab',
  'who',
  'shifts',
  'diff',
  'export ics',
]

/** A repository with a link in its workspace to a file outside. */
function linked(text: string, where = 'rotations/env.yaml'): string {
  const outside = folderWith({ 'secret.yaml': text })
  const cwd = folderWith(TEAM)
  execFileSync('git', ['init', '-q', cwd])
  if (where.endsWith('.yaml')) symlinkSync(join(outside, 'secret.yaml'), join(cwd, where))
  else symlinkSync(outside, join(cwd, where))
  return cwd
}

const TEXTS = [
  `PATH=/bin\0TOKEN=${SECRET}\0`,
  `TOKEN=${SECRET}`,
  `- ${SECRET}`,
  `TOKEN: ${SECRET}`,
  `${SECRET}: 1`,
  `people: ${SECRET}`,
  `people: { bob: { timezone: ${SECRET} } }`,
  `people: { bob: {} }\nchecks: { ${SECRET}: off }`,
  `rotations: { x: { follows: ${SECRET} } }`,
  `overrides: [{ rotation: ${SECRET}, who: bob, on: ${SECRET} }]`,
  `a: &a [*${SECRET}]`,
  `a: !${SECRET} b`,
  `holidays: { x: { country: ${SECRET} } }`,
  `"${SECRET}`,
]

it.each(TEXTS)(
  'nothing of a file that is a link out of the repository is quoted: %j',
  async (text) => {
    for (const where of ['rotations/env.yaml', 'rotations/sub']) {
      const cwd = linked(text, where)
      for (const line of FORMS) {
        const { out, err } = await rotate(line, { cwd })
        expect(out + err).not.toContain(SECRET)
      }
    }
  },
)

it('nor of a workspace that is a link out of it', async () => {
  const outside = folderWith({ 'a.yaml': `TOKEN: ${SECRET}` })
  const cwd = folderWith({})
  execFileSync('git', ['init', '-q', cwd])
  symlinkSync(outside, join(cwd, 'rotations'))
  const { out, err } = await rotate('check --rewrite', { cwd })
  expect(out + err).not.toContain(SECRET)
  expect(out).toContain('rotations/a.yaml:1:1')
})

it('it is told where something is wrong and why it is not shown', async () => {
  const { out, exit } = await rotate('check --rewrite', { cwd: linked(`TOKEN: ${SECRET}`) })
  expect(exit).toBe(2)
  const about = out.split('\n').filter((line) => line.startsWith('rotations/env.yaml'))
  expect(about).toMatchInlineSnapshot(`
   [
     "rotations/env.yaml:1:1: error: the file is a link out of the repository, so that nothing in it is quoted: put the file itself here to see what is wrong  [unknown-key]",
   ]
  `)
})

it('a link to another file of the repository is quoted as any other', async () => {
  const cwd = folderWith({ ...TEAM, 'shared/more.yaml': 'peple: 1' })
  execFileSync('git', ['init', '-q', cwd])
  symlinkSync('../shared/more.yaml', join(cwd, 'rotations/more.yaml'))
  const { out } = await rotate('check --rewrite', { cwd })
  expect(out).toContain("'peple'")
  expect(out).toContain('    peple: 1\n')
})
