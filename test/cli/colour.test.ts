import { expect, it } from '@jest/globals'
import { changed, rotate, type Wishes } from './world.ts'

const coloured = async (wishes: Wishes, line = 'who primary'): Promise<boolean> =>
  (await rotate(line, wishes)).out.includes('\u001b[')

it('colours only where a person looks', async () => {
  expect(await coloured({ columns: 80 })).toBe(true)
  expect(await coloured({})).toBe(false)
  expect(await coloured({ columns: 80, env: { TERM: 'dumb' } })).toBe(false)
})

it('NO_COLOR and --no-color take it away, FORCE_COLOR brings it; empty ones do nothing', async () => {
  expect(await coloured({ columns: 80, env: { NO_COLOR: '1' } })).toBe(false)
  expect(await coloured({ columns: 80, env: { NO_COLOR: '' } })).toBe(true)
  expect(await coloured({ env: { FORCE_COLOR: '1' } })).toBe(true)
  expect(await coloured({ env: { FORCE_COLOR: '' } })).toBe(false)
  expect(await coloured({ columns: 80, env: { FORCE_COLOR: '0' } })).toBe(false)
  expect(await coloured({ columns: 80, env: { FORCE_COLOR: 'false' } })).toBe(false)
  expect(await coloured({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false)
  expect(await coloured({ env: { FORCE_COLOR: '1' } }, 'who primary --no-color')).toBe(false)
})

it('does not count for the width of a line', async () => {
  const esc = new RegExp(String.raw`${'\u001b'}\[\d+m`, 'g')
  for (const line of ['status', 'who', 'shifts', 'meetings', 'check']) {
    const { out } = await rotate(line, { columns: 72 })
    const plain = await rotate(`${line} --no-color`, { columns: 72 })
    expect(out.replaceAll(esc, '')).toBe(plain.out)
  }
})

it.each([60, 80, 140])('no line is longer than a terminal of %i columns', async (columns) => {
  const files = changed('team', 'Bob Okafor', 'Bartholomew Featherstonehaugh-Cholmondeley')
  for (const line of ['status', 'who', 'shifts --to 2027-04-01', 'meetings', 'check']) {
    const { out } = await rotate(`${line} --no-color`, { columns, files })
    // A command that is offered is copied as one line.
    const prose = out.split('\n').filter((each) => !each.startsWith('    rotate '))
    expect(prose.filter((each) => each.length > columns)).toEqual([])
  }
})
