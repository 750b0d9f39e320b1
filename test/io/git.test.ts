import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { lastCommit } from '../../src/io/commits.ts'
import { refused } from '../../src/io/git.ts'

const folder = mkdtempSync(join(tmpdir(), 'rotate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const git = (when: string, ...words: string[]): void => {
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
    env: { ...process.env, GIT_COMMITTER_DATE: when },
    stdio: 'ignore',
  })
}
const commit = (path: string, when: string): void => {
  writeFileSync(join(folder, path), when)
  git(when, 'add', '.')
  git(when, 'commit', '-m', path)
}

it('the last commit that touched the folder, not the last of all; nothing outside git', () => {
  mkdirSync(join(folder, 'w'))
  expect(lastCommit(join(folder, 'w'))).toBeUndefined()
  git('', 'init')
  expect(lastCommit(join(folder, 'w'))).toBeUndefined()
  commit('w/a.yaml', '2026-11-01T00:00:00Z')
  commit('README.md', '2026-12-01T00:00:00Z')
  expect(lastCommit(join(folder, 'w'))?.time).toBe(Date.UTC(2026, 10, 1))
  expect(lastCommit(join(folder, 'none'))).toBeUndefined()
})

it.each([
  ['fatal: bad config line 6\n', 'bad config line 6'],
  [
    'warning: odd\nfatal: unknown extensions found:\n\tone\n\ttwo\nhint: no\n',
    'unknown extensions found: one two',
  ],
  ['', 'it does not say why'],
])('what git refuses is said in its own words, with those below a colon: %j', (err, said) => {
  expect(refused('/top', err).message).toBe(
    `git cannot read the repository in /top: ${said}. Nothing was compared; 'git -C /top status' may tell more`,
  )
})
