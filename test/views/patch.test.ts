import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import { edited, type Edit } from '../../src/model/edit.ts'
import { plain } from '../../src/views/paint.ts'
import { sayPatch, unifiedDiff } from '../../src/views/patch.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const LINES = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`).join('')

function at(text: string, where: string, fresh: string, length = 0): Edit {
  const from = text.indexOf(where)
  return { path: 'a.yaml', from, to: from + length, text: fresh }
}

it('shows lines more, with three around them, and hunks that are near as one', () => {
  const edits = [at(LINES, 'line 5\n', 'new\n'), at(LINES, 'line 11\n', 'more\nthan one\n')]
  expect(unifiedDiff([{ path: 'a.yaml', text: LINES }], edits)).toMatchInlineSnapshot(`
   "--- a/a.yaml
   +++ b/a.yaml
   @@ -2,12 +2,15 @@
    line 2
    line 3
    line 4
   +new
    line 5
    line 6
    line 7
    line 8
    line 9
    line 10
   +more
   +than one
    line 11
    line 12
    line 13
   "
  `)
})

it('what is put behind the end of a line, or before the beginning of one, leaves that line alone', () => {
  const text = 'line 1\nline 2\nline 3\n'
  const behind = [at(text, '\nline 2', '\nmore')]
  const before = [at(text, 'line 3', 'more\n  than\n')]
  expect([behind, before].map((edits) => unifiedDiff([{ path: 'a.yaml', text }], edits)))
    .toMatchInlineSnapshot(`
   [
     "--- a/a.yaml
   +++ b/a.yaml
   @@ -1,3 +1,4 @@
    line 1
   +more
    line 2
    line 3
   ",
     "--- a/a.yaml
   +++ b/a.yaml
   @@ -1,3 +1,5 @@
    line 1
    line 2
   +more
   +  than
    line 3
   ",
   ]
  `)
  expect(unifiedDiff([{ path: 'a.yaml', text }], [at(text, 'line 2', 'line 2', 6)])).toBe('')
})

it.each<[string, string, Edit[]]>([
  ['in the middle', LINES, [at(LINES, 'line 5\n', 'new\n')]],
  ['far apart', LINES, [at(LINES, 'line 5\n', 'a\n'), at(LINES, 'line 25\n', 'b\n')]],
  ['two in one place', LINES, [at(LINES, 'line 9\n', 'a\n'), at(LINES, 'line 9\n', 'b\n')]],
  [
    'within lines',
    LINES,
    [at(LINES, 'ne 5', 'XX'), at(LINES, ' 5\n', ', y'), at(LINES, 'e 6', '', 2)],
  ],
  ['at the beginning', LINES, [{ path: 'a.yaml', from: 0, to: 0, text: 'first\n' }]],
  ['at the end', LINES, [{ path: 'a.yaml', from: LINES.length, to: LINES.length, text: 'end\n' }]],
  ['without a last line break', 'a\nb', [{ path: 'a.yaml', from: 3, to: 3, text: '\nc' }]],
  ['before a last line without one', 'a\nb', [{ path: 'a.yaml', from: 2, to: 2, text: 'c\n' }]],
  ['with CRLF', 'a\r\nb\r\n', [{ path: 'a.yaml', from: 3, to: 3, text: 'c\r\n' }]],
  ['in an empty file', '', [{ path: 'a.yaml', from: 0, to: 0, text: 'c\n' }]],
  ['taken away', LINES, [at(LINES, 'line 5\n', '', 14)]],
])('is what git apply takes: %s', (_, text, edits) => {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-patch-'))
  folders.push(folder)
  const sources = [{ path: 'a.yaml', text }]
  writeFileSync(join(folder, 'a.yaml'), text)
  execFileSync('git', ['apply', '-'], {
    cwd: folder,
    input: unifiedDiff(sources, edits),
    env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
  })
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(edited(sources, edits)[0]?.text)
})

it('reaches a terminal without what could do harm there', () => {
  const text = 'a: \u001b[31m\r\nb\tc\r\n'
  const diff = unifiedDiff(
    [{ path: 'a.yaml', text }],
    [{ path: 'a.yaml', from: 10, to: 10, text: 'x\r\n' }],
  )
  expect(sayPatch(diff, plain)).toBe(
    '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,3 @@\n a: \uFFFD[31m\n+x\n b c\n',
  )
})
