import * as fc from 'fast-check'
import { expect, it } from '@jest/globals'
import stringWidth from 'fast-string-width'
import { table, type Row, type Table } from '../../src/views/table.ts'
import { unbroken } from '../../src/views/wrap.ts'

const SHIFTS: Table<'when' | 'long' | 'who' | 'why'> = {
  columns: { when: 'WHEN', long: 'LONG', who: 'WHO', why: 'WHY' },
  narrower: [
    { leave: 'long' },
    { wrap: 'why', to: 8 },
    { below: 'why' },
    { wrap: 'who', to: 6 },
    { below: 'who' },
  ],
}
const ROWS: Row<'when' | 'long' | 'who' | 'why'>[] = [
  {
    when: unbroken('Mon 16:00'),
    long: '1 d',
    who: `${unbroken('Alice Lindqvist')} and ${unbroken('Bob Okafor')}`,
    why: 'because of that',
  },
  { when: 'Tue', who: '田中' },
]

const at = (width: number): string => `\n${table(SHIFTS, ROWS, { width })}`

it('is as wide as it must be, and gives way in the order that the table says', () => {
  expect(at(Infinity)).toMatchInlineSnapshot(`
   "
   WHEN       LONG  WHO                             WHY
   Mon 16:00  1 d   Alice Lindqvist and Bob Okafor  because of that
   Tue              田中
   "
  `)
  expect(at(60)).toMatchInlineSnapshot(`
   "
   WHEN       WHO                             WHY
   Mon 16:00  Alice Lindqvist and Bob Okafor  because of that
   Tue        田中
   "
  `)
  expect(at(52)).toMatchInlineSnapshot(`
   "
   WHEN       WHO                             WHY
   Mon 16:00  Alice Lindqvist and Bob Okafor  because
                                              of that
   Tue        田中
   "
  `)
  expect(at(48)).toMatchInlineSnapshot(`
   "
   WHEN       LONG  WHO
     WHY
   Mon 16:00  1 d   Alice Lindqvist and Bob Okafor
     because of that
   Tue              田中
   "
  `)
  expect(at(36)).toMatchInlineSnapshot(`
   "
   WHEN       WHO              WHY
   Mon 16:00  Alice Lindqvist  because
              and Bob Okafor   of that
   Tue        田中
   "
  `)
  expect(at(28)).toMatchInlineSnapshot(`
   "
   WHEN       WHO
     WHY
   Mon 16:00  Alice Lindqvist
              and Bob Okafor
     because of that
   Tue        田中
   "
  `)
  expect(at(8)).toMatchInlineSnapshot(`
   "
   WHEN
   Mon 16:00
   LONG  1
         d
   WHO
   Alice Lindqvist
   and
   Bob Okafor
   WHY
   because
   of that

   WHEN
   Tue
   WHO
   田中
   "
  `)
})

it('what went comes back where a later step has made room', () => {
  const form: Table<'a' | 'b' | 'c'> = {
    columns: { a: 'A', b: 'B', c: 'C' },
    narrower: [{ leave: 'a' }, { leave: 'c' }],
  }
  expect(table(form, [{ a: 'aa', b: 'bb', c: 'cccccccc' }], { width: 6 })).toBe('A   B\naa  bb\n')
})

it('a name may stand above its row', () => {
  const form: Table<'who' | 'hours' | 'nights'> = {
    columns: { who: 'PERSON', hours: 'HOURS', nights: 'NIGHTS' },
    right: ['hours', 'nights'],
    narrower: [{ above: 'who' }],
  }
  const rows = [
    { who: unbroken('Alice Lindqvist'), hours: '12', nights: '1' },
    { who: 'Bo', hours: '9' },
  ]
  expect(`\n${table(form, rows, { width: 20 })}`).toMatchInlineSnapshot(`
   "
   PERSON
     HOURS  NIGHTS
   Alice Lindqvist
        12       1
   Bo
         9
   "
  `)
})

it('has no line of headings where they are empty, and no column in which nothing stands', () => {
  const bare = { columns: { a: '', b: '', c: '' } }
  const rows = [
    { a: unbroken('Mon 16:00'), b: 'b' },
    { a: 'Tue', b: '' },
  ]
  expect(table(bare, rows, { width: 80 })).toBe('Mon 16:00  b\nTue\n')
  const named = { columns: { a: 'A', b: 'B' } }
  expect(table(named, [{ a: 'a' }], { width: 80 })).toBe('A\na\n')
  expect(table(named, [], { width: 80 })).toBe('')
})

it('without headings a row that is too long goes on below', () => {
  const bare = { columns: { a: '', b: '', c: '' } }
  const rows = [
    { a: unbroken('Mon 16:00'), b: 'primary', c: unbroken('Alice Lindqvist') },
    { a: 'Tue' },
  ]
  expect(`\n${table(bare, rows, { width: 20 })}`).toMatchInlineSnapshot(`
   "
   Mon 16:00  primary
     Alice Lindqvist
   Tue
   "
  `)
})

it('may be very long', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => ({ n: String(i) }))
  expect(table({ columns: { n: 'N' } }, rows, { width: 80 })).toMatch(/\n199999\n$/)
})

it('says every name and every word whole on lines that are not too long, however narrow', () => {
  const name = fc
    .array(
      fc.constantFrom(
        'Alice',
        'Lindqvist',
        '田中花子',
        '👩‍🚀 Zoë',
        'Wolfeschlegelsteinhausenbergerdorff',
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((words) => words.join(' '))
  const row = fc.record({ who: fc.array(name, { minLength: 1, maxLength: 3 }), why: name })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1 }),
      fc.integer({ min: 40, max: 200 }),
      (all, width) => {
        const rows = all.map(({ who, why }) => ({
          when: unbroken('Mon 30 Nov 16:00'),
          long: '1 d',
          who: who.map(unbroken).join(' '),
          why,
        }))
        const text = table(SHIFTS, rows, { width })
        const names = all.flatMap(({ who }) => who)
        expect(names.filter((each) => !text.includes(each))).toEqual([])
        const longest = Math.max(...names.map((each) => stringWidth(each)))
        const most = Math.max(width, longest + 4)
        expect(text.split('\n').filter((line) => stringWidth(line) > most)).toEqual([])
        expect(text).not.toMatch(/\u00A0|…/)
      },
    ),
  )
})
