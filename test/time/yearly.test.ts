import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { dayOf, writeDay } from '../../src/time/wall.ts'
import { isInYearly, readYearly, writeYearly, yearlyBetween } from '../../src/time/yearly.ts'

function read(text: string): Exclude<ReturnType<typeof readYearly>, string> {
  const found = readYearly(text)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const between = (text: string, first: number, last: number): string[] =>
  yearlyBetween([read(text)], dayOf(first, 1, 1), dayOf(last, 12, 31)).map(
    (range) => `${writeDay(range.first)}..${writeDay(range.last)}`,
  )

describe('days of every year', () => {
  it.each(['12-24', '12-31..01-01', '02-29', '02-20..02-29'])(
    '%s is written as it is read',
    (text) => {
      expect(writeYearly(read(text))).toBe(text)
    },
  )

  it.each([
    ['24-12', "there is no month 24: the month comes first, '12-24'"],
    ['13-32', 'there is no month 13'],
    ['02-30', 'there is no 02-30: that month has 29 days'],
    ['1-5', "expected month and day with two digits each, such as '12-24'"],
    ['12-24..2027-01-01', "expected month and day with two digits each, such as '12-24'"],
  ])('%s: %s', (text, why) => {
    expect(readYearly(text)).toBe(why)
  })

  it('a range may go over the end of the year', () => {
    expect(between('12-31..01-01', 2027, 2027)).toEqual([
      '2026-12-31..2027-01-01',
      '2027-12-31..2028-01-01',
    ])
  })

  it('29 February is in leap years only', () => {
    expect(between('02-29', 2027, 2028)).toEqual(['2028-02-29..2028-02-29'])
    expect(between('02-28..02-29', 2027, 2028)).toEqual([
      '2027-02-28..2027-02-28',
      '2028-02-28..2028-02-29',
    ])
    expect(between('02-29..03-01', 2027, 2027)).toEqual(['2027-03-01..2027-03-01'])
  })

  it('the ranges between two days are the days that are in it', () => {
    const aDate = fc
      .integer({ min: dayOf(2000, 1, 1), max: dayOf(2000, 12, 31) })
      .map((day) => writeDay(day).slice(5))
    fc.assert(
      fc.property(
        aDate,
        aDate,
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 500 }),
        (a, b, first, length) => {
          const range = read(`${a}..${b}`)
          const all = Array.from({ length }, (_, i) => first + i)
          const found = yearlyBetween([range], first, first + length - 1)
          const inside = (day: number): boolean =>
            found.some((one) => one.first <= day && day <= one.last)
          expect(all.filter(inside)).toEqual(all.filter((day) => isInYearly([range], day)))
        },
      ),
    )
  })
})
