/** `--format` in every command that answers, and `--json`, which is one of its forms. */
import { describe, expect, it } from '@jest/globals'
import { sayList } from '../../src/time/list.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { FLAG, optionsOf } from '../../src/cli/format.ts'
import { ANSWERS, formsOf } from './forms.ts'
import { folderWith, mistake, rotate, TEAM } from './world.ts'

describe.each(ANSWERS)('rotate %s', (name) => {
  it('gives each of its forms, another text each', async () => {
    const formats = await formsOf(name)
    const texts = await Promise.all(
      formats.map(async (format) => (await rotate(`${name} --format ${format}`)).out),
    )
    expect(formats).toContain('json')
    expect(new Set(texts).size).toBe(formats.length)
    expect(texts).not.toContain('')
    expect((await rotate(name)).out).toBe(texts[0])
    expect((await rotate(`${name} --json`)).out).toBe(texts[formats.indexOf('json')])
  })

  it('is told one form, not two', async () => {
    for (const format of await formsOf(name)) {
      expect(await mistake(`${name} --json --format ${format}`)).toBe(
        `rotate: --json is --format json, and --format ${format} is given too: one of them\nexit 2`,
      )
    }
  })

  it('says which forms there are', async () => {
    const forms = sayList(await formsOf(name), 'or')
    expect(await mistake(`${name} --format xml`)).toContain(`--format 'xml': expected ${forms}\n`)
  })
})

it('every command that has --json has --format too, json among its forms, and each is known', async () => {
  for (const { name, load } of COMMANDS) {
    const command = await load()
    const flags = optionsOf(command).map(({ flag }) => flag)
    expect([name, flags.includes(FLAG)]).toEqual([name, flags.includes('--json')])
    if (!flags.includes('--json')) continue
    expect(await formsOf(name)).toContain('json')
  }
})

it('the form may stand before the command', async () => {
  const cwd = folderWith(TEAM)
  const { out, exit } = await rotate('--format json who', { cwd })
  expect(exit).toBe(0)
  expect(out).toBe((await rotate('who --json', { cwd })).out)
})

it('a gap that is there now is said from this minute on, not from the second at which somebody looks', async () => {
  const files = { 'rotations/x.yaml': 'rotations: { primary: {} }\n' }
  for (const line of ['check', 'status']) {
    const { out, err } = await rotate(line, { files, now: '2026-12-09T03:12:34Z' })
    expect(`${out}${err}`).not.toContain(':34')
  }
  const { out } = await rotate('check', { files, now: '2026-12-09T03:12:34Z' })
  expect(out).toContain("nobody is on call for 'primary' from Wed 9 Dec 2026 03:12 to")
})
