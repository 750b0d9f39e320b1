import { expect, it } from '@jest/globals'
import { shorten, table } from '../../src/views/table.ts'

const COLUMNS = [
  { title: 'WHEN' },
  { title: 'LONG', spare: 1 as const },
  { title: 'WHO', least: 6 },
  { title: 'WHY', least: 5, spare: 2 as const },
]
const ROWS = [
  ['Mon 16:00', '1 d', 'Alice Lindqvist', 'because of that'],
  ['Tue', '', '田中', ''],
]

const at = (width: number): string => `\n${table(COLUMNS, ROWS, width)}`

it('is as wide as it must be, and on narrow lines loses what can be spared', () => {
  expect(at(Infinity)).toMatchInlineSnapshot(`
   "
   WHEN       LONG  WHO              WHY
   Mon 16:00  1 d   Alice Lindqvist  because of that
   Tue              田中
   "
  `)
  expect(at(47)).toMatchInlineSnapshot(`
   "
   WHEN       WHO              WHY
   Mon 16:00  Alice Lindqvist  because of that
   Tue        田中
   "
  `)
  expect(at(30)).toMatchInlineSnapshot(`
   "
   WHEN       WHO           WHY
   Mon 16:00  Alice Lindq…  beca…
   Tue        田中
   "
  `)
  expect(at(20)).toMatchInlineSnapshot(`
   "
   WHEN       WHO
   Mon 16:00  Alice Li…
   Tue        田中
   "
  `)
  expect(at(12)).toMatchInlineSnapshot(`
   "
   WHEN  Mon 1…
   LONG  1 d
   WHO   Alice…
   WHY   becau…

   WHEN  Tue
   WHO   田中
   "
  `)
})

it('has no line of headings where they are empty', () => {
  expect(table([{ title: '' }, { title: '' }], [['a', 'b']], 80)).toBe('a  b\n')
})

it('may be very long', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => [String(i)])
  expect(table([{ title: 'N' }], rows, 80)).toMatch(/\n199999\n$/)
})

it('cuts by the width of characters', () => {
  expect(shorten('Alice', 5)).toBe('Alice')
  expect(shorten('Alice', 4)).toBe('Ali…')
  expect(shorten('Al ice', 4)).toBe('Al…')
  expect(shorten('田中花子', 5)).toBe('田中…')
})
