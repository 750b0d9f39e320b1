/** Each block of docs/library.md is run, by the library as it was built, and prints what stands below it. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { blocksIn, type Block } from './markdown.ts'
import { pageAt, ROOT, updating } from './pages.ts'

const PATH = 'docs/library.md'
const page = pageAt(PATH)
const blocks = blocksIn(page)
const said = new Map<Block, string>()

const programs = blocks.flatMap((block, i) => {
  const answer = blocks[i + 1]
  return block.info === 'js' && answer?.info === 'text' ? [{ block, answer }] : []
})

it('shows what each of its programs says', () => {
  expect(programs).toHaveLength(blocks.filter(({ info }) => info === 'js').length)
  expect(programs.length).toBeGreaterThan(0)
})

it.each(programs)('line $block.first: the program says that', ({ block, answer }) => {
  const out = execFileSync(process.execPath, ['--input-type=module'], {
    cwd: ROOT,
    input: block.lines.join('\n'),
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', NO_COLOR: '1' },
  }).trimEnd()
  said.set(answer, out)
  if (!updating) expect(out).toBe(answer.lines.join('\n'))
})

afterAll(() => {
  if (!updating || said.size === 0) return
  const lines = page.split('\n')
  for (const [{ first, lines: old }, out] of [...said].reverse())
    lines.splice(first, old.length, ...out.split('\n'))
  writeFileSync(join(ROOT, PATH), lines.join('\n'))
})
