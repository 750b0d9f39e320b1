/** Every code is known to those who read docs/problems.md, and its example there has that problem and no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/insight/check/check.ts'
import { RULES } from '../../src/insight/check/rules.ts'
import { DAY } from '../../src/time/instant.ts'
import { HISTORY_CHECKS } from '../../src/model/checks.ts'
import { CODES } from '../../src/workspace/codes.ts'
import { daysFor } from '../insight/check/checking.ts'
import { loaded } from './texts.ts'

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')
const PAGE = readFileSync(join(ROOT, 'docs/problems.md'), 'utf8')

/** The codes that have a section, and the example in it. */
const SECTIONS = [...PAGE.matchAll(/^### `([a-z-]+)`\n[^]*?^```yaml.*\n([^]*?)^```$/gm)].map(
  ([, code = '', example = '']) => [code, example] as const,
)

const NAMES = RULES.map(({ name }) => name)

describe('docs/problems.md', () => {
  it('has a section for each code, and for no other', () => {
    const headings = [...PAGE.matchAll(/^### `(.*)`$/gm)].map((found) => found[1])
    expect(new Set(headings)).toEqual(new Set([...CODES, ...NAMES]))
    // Each once, with an example.
    expect(SECTIONS.map(([code]) => code)).toEqual([...new Set(headings)])
  })

  it('shows an edit that rewrites history, and the line that would not', () => {
    const section = PAGE.slice(PAGE.indexOf('### `rewrites-history`'))
    const [before = '', after = ''] = [...section.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(
      (found) => found[1] ?? '',
    )
    const start = Date.UTC(2026, 10, 30)
    const within = { start, end: start + 90 * DAY }
    const found = (text: string): string[] =>
      check(loaded(text).workspace, within, undefined, {
        now: start,
        before: loaded(before).workspace,
      }).map((problem) => `${problem.code} ${problem.message}`)
    expect(found(after)).toEqual([
      expect.stringMatching(/^rewrites-history .*\{ who: erin, from: 2026-12-07 \}/),
    ])
    expect(found(after.replace('bob, erin]', 'bob, { who: erin, from: 2026-12-07 }]'))).toEqual([])
  })

  const alone = SECTIONS.filter(([code]) => !HISTORY_CHECKS.some((name) => name === code))
  it.each(alone)('the example of %s has it', (code, example) => {
    const { workspace, problems } = loaded(example)
    const start = Date.UTC(2026, 10, 30)
    const found =
      problems.length > 0 ? problems : check(workspace, { start, end: start + daysFor(code) * DAY })
    expect([...new Set(found.map((problem) => problem.code))]).toEqual([code])
  })
})

describe('the tests', () => {
  const texts = readdirSync(HERE)
    .filter((name) => name.endsWith('-problems.test.ts'))
    .map((name) => readFileSync(join(HERE, name), 'utf8'))

  it.each(CODES)('show the whole text of %s', (code) => {
    expect(texts.some((text) => text.includes(`  [${code}]\n`))).toBe(true)
  })
})
