import { expect, it } from '@jest/globals'
import { ANSWERS, formsOf } from './forms.ts'
import { changed, rotate } from './world.ts'

// A title that is set, a line that is cleared, text from right to left, a bell, a formula, Markdown.
const NAME = String.raw`"=1+1 \x1b]0;x\x07\x1b[2J\x9b31m \u202egro\u2066 \u2028 | **[b](http://x)** <b>\r\nEVIL"`
const FILES = changed('team', 'Bob Okafor', NAME)
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

it.each(ANSWERS)('rotate %s lets no control of a terminal through, in any form', async (name) => {
  const files = { ...FILES, 'rotations/\u001b[31m.yaml': 'meetings: { "a\\x1b": { days: mon } }' }
  for (const form of await formsOf(name)) {
    const line = `${name} --format ${form}`
    const { out, err } = await rotate(line, { files, env: { NO_COLOR: '1' }, columns: 80 })
    // Of CSV each line ends so.
    const text = out.replaceAll('\r\n', '\n') + err
    expect([form, CONTROLS.exec(text)]).toEqual([form, null])
    expect(text).not.toMatch(/^EVIL/m)
  }
})

it('JSON keeps what a name says', async () => {
  const files = changed('primary', 'name: Weekly', String.raw`name: "W\u202e\x9b"`)
  const { out } = await rotate('who primary --json', { files })
  expect(out).toContain(String.raw`"W\u202e\u009b"`)
})

it('a cell of CSV is no formula and one line', async () => {
  const { out } = await rotate('shifts primary --format csv --to +1d', { files: FILES })
  const rows = out.trimEnd().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain(`,bob,'=1+1 `)
  expect(rows.join('')).not.toMatch(CONTROLS)
})

it('a cell of Markdown is text', async () => {
  const { out } = await rotate('shifts primary --format md --to +1d', { files: FILES })
  expect(out.trimEnd().split('\n')).toHaveLength(3)
  expect(out).toContain(String.raw`\| \*\*\[b\](http:&#8203;//x)\*\* \<b\> EVIL |`)
})

it('what is typed comes back clean', async () => {
  for (const line of [
    ['\u001b[31m'],
    ['who', '\u001b[31m'],
    ['who', '--\u001b[31m'],
    ['shifts', '--person', '\u009b1m'],
  ]) {
    expect((await rotate(line)).err).not.toMatch(CONTROLS)
  }
})
