import { expect, it } from '@jest/globals'
import { HOUR } from '../../src/time/instant.ts'
import { askFirst } from '../../src/time/zone.ts'
import { changed, rotate } from './world.ts'

it('check says once that zone data are too old for a zone of the workspace, and for no other', async () => {
  const files = changed('team', 'Asia/Tokyo', 'Asia/Almaty')
  expect((await rotate('check', {})).err).not.toContain('zone data')
  // As a Node of 2023 would have it.
  askFirst((name) => (name === 'Asia/Almaty' ? () => 6 * HOUR : undefined))
  const { err, out, exit } = await rotate('check --format json', { files })
  expect(err.replace(/\(\d{4}[a-z]\)/, '(RELEASE)')).toMatchInlineSnapshot(`
   "The zone data of this Node (RELEASE) do not know the time of Asia/Almaty (since 2024a): other machines say other times. A newer Node of the same line knows it ('rotate --version' says what one has).
   "
  `)
  expect([exit, out.includes('zone')]).toEqual([0, false])
})

it('export says it as well, since others read what it writes, and so does sync', async () => {
  askFirst((name) => (name === 'America/Asuncion' ? () => -4 * HOUR : undefined))
  const files = changed('team', 'Asia/Tokyo', 'America/Asuncion')
  const old = /^The zone data of this Node .* do not know the time of America\/Asuncion/
  for (const words of ['export ics', 'export html', 'sync --dry-run']) {
    expect([words, (await rotate(words, { files })).err]).toEqual([
      words,
      expect.stringMatching(old),
    ])
  }
})

it('nor for the zones to which somebody or a meeting moves', async () => {
  const files = {
    'rotations/a.yaml': `people:
  ann: { changes: [{ from: 2027-02-01, timezone: America/Asuncion }] }
meetings:
  weekly: { days: mon, at: 16:00, duration: 1 hour, changes: [{ from: 2027-02-01, timezone: Asia/Qostanay }] }
`,
  }
  askFirst((name) =>
    /Asuncion|Qostanay/.test(name) ? () => (name.startsWith('Asia') ? 6 : -4) * HOUR : undefined,
  )
  const { err } = await rotate('check', { files })
  expect(err).toMatch(/do not know the time of America\/Asuncion .*, Asia\/Qostanay/)
})
