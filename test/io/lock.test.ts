import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { locked } from '../../src/io/lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'rotate-lock-'))
const path = join(folder, '.rotate.lock')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['is empty', ''],
  ['tells nothing', 'abc'],
  ['names a process that is gone', `4194000 ${hostname()}\n`],
  ['names our own number, of an earlier container', `${process.pid} ${hostname()}\n`],
])('a lock that %s is taken over at once, and nothing is left', async (_, text) => {
  writeFileSync(path, text)
  const held = await locked(
    path,
    () => undefined,
    async () => readFileSync(path, 'utf8'),
  )
  expect(held).toContain(`${process.pid} ${hostname()} `)
  expect(readdirSync(folder)).toEqual([])
})

it('of several who find a lock that was left, one at a time holds it', async () => {
  writeFileSync(path, `4194000 ${hostname()}\n`)
  let holders = 0
  let most = 0
  const run = async (): Promise<void> => {
    holders += 1
    most = Math.max(most, holders)
    await new Promise((resolve) => setTimeout(resolve, 20))
    holders -= 1
  }
  await Promise.all([1, 2, 3].map(() => locked(path, () => undefined, run)))
  expect(most).toBe(1)
  expect(existsSync(path)).toBe(false)
})

it('a lock that somebody else has taken meanwhile is not removed', async () => {
  await locked(
    path,
    () => undefined,
    async () => writeFileSync(path, 'theirs\n'),
  )
  expect(readFileSync(path, 'utf8')).toBe('theirs\n')
})
