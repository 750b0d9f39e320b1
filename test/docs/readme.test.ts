/** The README begins with what people want; and no table is wider than a terminal. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.ts'
import { Repository } from '../cli/repository.ts'
import { rotate } from '../cli/world.ts'
import { pageAt, PAGES, ROOT } from './pages.ts'

const readme = pageAt('README.md')

/** The rows of the first table: what somebody wants, and what they type. */
const rows = readme
  .slice(readme.indexOf('| ---'), readme.indexOf('\n\n', readme.indexOf('| ---')))
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

const typed = rows.flatMap(([, , lines = '']) => [...lines.matchAll(/`(rotate[^`]*)`/g)])

it('begins with what people want, in twelve rows', () => {
  expect(readme.split('\n').findIndex((line) => line.startsWith('| I want to ...'))).toBeLessThan(6)
  expect(rows).toHaveLength(12)
})

describe('what the first table says is typed', () => {
  const repository = new Repository()
  beforeAll(() => {
    cpSync(join(ROOT, 'rotations'), join(repository.folder, 'rotations'), { recursive: true })
    repository.init()
    repository.commit('README.md', 'ours\n')
  })
  afterAll(() => repository.remove())

  it.each(typed.map(([, line = '']) => line))('%s', async (line) => {
    const words = line.split(' ').slice(1)
    const entry = COMMANDS.find(({ name }) => name === words[0])
    const more = entry?.group === 'change' ? ['--dry-run'] : []
    const { out, err, exit } = await rotate([...words, ...more], {
      cwd: repository.folder,
      now: '2026-11-24T10:00Z',
      env: { ROTATE_ME: 'grace', LANG: 'C.UTF-8' },
    })
    // PagerDuty wants a key.
    const isFine = err.includes('PAGERDUTY_TOKEN') || (exit === 0 && out !== '')
    expect([line, isFine, err]).toEqual([line, true, err])
  })
})

/** In these the tables are lists of keys and rooms, which nobody reads through. */
const REFERENCE = ['docs/architecture.md', 'docs/format.md', 'docs/json.md']

it.each(PAGES.filter((path) => !REFERENCE.includes(path)))(
  'no table of %s is wider than 100 columns',
  (path) => {
    const outside = pageAt(path).replaceAll(/^```.*\n[^]*?^```$/gm, '')
    const wide = outside.split('\n').filter((line) => line.startsWith('|') && line.length > 100)
    expect(wide).toEqual([])
  },
)
