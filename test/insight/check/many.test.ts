/** Many of a kind: more than a call takes arguments. */
import { expect, it } from '@jest/globals'
import { check } from '../../../src/insight/check/check.ts'
import { load } from '../../../src/workspace/load.ts'

it('turns of an hour over thirty years are said in one sentence each', () => {
  const text = `people: { a: {}, b: {} }
rotations:
  r: { start: 2000-01-01, turn: 1 hour, members: [a, b] }
`
  const { workspace } = load([{ path: 'a.yaml', text }])
  const within = { start: Date.UTC(2000, 0, 1), end: Date.UTC(2030, 0, 1) }
  expect(
    check(workspace, within).map(({ code, people }) => [code, ...(people ?? [])].join(' ')),
  ).toEqual(['min-rest a', 'min-rest b'])
})
