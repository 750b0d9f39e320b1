/**
 * What the pages say is true: whole workspaces in them load, and commands answer what is printed below them.
 *
 * - ```yaml           a whole workspace: it must load without problems
 * - ```yaml fragment  a part of one: not loaded
 * - ```yaml broken    with a mistake in it, on purpose
 * - ```console        typed, line by line, into a folder with the last YAML above it in the same section, or else
 *                     with the example of this repository; `console empty`: into an empty folder; `console pagerduty`:
 *                     with the example, and a PagerDuty in which things rang, on the Monday after
 *
 * `UPDATE_DOCS=1 npm test -- test/docs` writes into the pages what the commands answer now.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { blocksIn, type Block } from './markdown.ts'
import { weeksWithPages } from './pager.ts'
import { isWorkspace, loadText, pageAt, PAGES, ROOT, updating, workspaceAbove } from './pages.ts'
import { typeAll } from './terminal.ts'

describe.each(PAGES)('%s', (path) => {
  const page = pageAt(path)
  const blocks = blocksIn(page)
  const answers = new Map<Block, readonly string[]>()

  it('is a page with a title', () => {
    expect(page).toMatch(/^# \S/)
  })

  for (const block of blocks.filter(isWorkspace)) {
    it(`line ${block.first}: the workspace loads`, () => {
      const { problems } = loadText(block.lines.join('\n'))
      expect(problems.map(({ message }) => message)).toEqual([])
    })
  }

  for (const block of blocks.filter(({ info }) => /^console( |$)/.test(info))) {
    it(`line ${block.first}: the commands answer that`, async () => {
      const workspace = block.info === 'console empty' ? null : workspaceAbove(page, block)
      const pager = block.info === 'console pagerduty' ? await weeksWithPages() : undefined
      const { lines } = await typeAll(block.lines, workspace, pager?.env)
      await pager?.simulator.close()
      answers.set(block, lines)
      if (!updating) expect(lines.join('\n')).toBe(block.lines.join('\n'))
    })
  }

  afterAll(() => {
    if (!updating || answers.size === 0) return
    const lines = page.split('\n')
    for (const [block, answer] of [...answers].reverse()) {
      lines.splice(block.first, block.lines.length, ...answer)
    }
    writeFileSync(join(ROOT, path), lines.join('\n'))
  })
})
