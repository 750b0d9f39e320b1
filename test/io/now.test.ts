import { expect, it } from '@jest/globals'
import { nowOr } from '../../src/io/now.ts'

it.each([
  ['2026-11-30T16:00Z', '2026-11-30T16:00:00.000Z'],
  ['2026-11-30T16:00', '2026-11-30T16:00:00.000Z'],
  ['2026-11-30 16:00', '2026-11-30T16:00:00.000Z'],
  ['2026-11-30T16:00:05.250Z', '2026-11-30T16:00:05.250Z'],
  ['2026-11-30T16:00+01:00', '2026-11-30T15:00:00.000Z'],
  ['2026-11-30', '2026-11-30T00:00:00.000Z'],
])('ROTATE_NOW=%s is %s', (text, instant) => {
  expect(new Date(nowOr(text)).toISOString()).toBe(instant)
})

it.each([
  'x',
  '2026-02-30',
  '2026-13-01',
  '2026-11-30T25:00Z',
  '1969-12-31',
  '2201-01-01',
  'monday',
])('ROTATE_NOW=%s is a mistake', (text) => {
  expect(() => nowOr(text)).toThrow(
    `ROTATE_NOW '${text}': expected a time such as '2026-11-30T16:00Z'`,
  )
})

it('is the clock where it is empty or not set', () => {
  const before = Date.now()
  for (const text of ['', undefined]) expect(nowOr(text)).toBeGreaterThanOrEqual(before)
})
