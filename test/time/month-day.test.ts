import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import {
  isMonthDay,
  monthDaysBetween,
  readMonthDay,
  writeMonthDay,
  type MonthDay,
} from '../../src/time/month-day.ts'
import { dayOf, writeDay } from '../../src/time/wall.ts'

/** The days of 2027 that a text names, without the year. */
const days = (text: string): string[] =>
  monthDaysBetween([read(text)], dayOf(2027, 1, 1), dayOf(2027, 12, 31)).map((day) =>
    writeDay(day).slice(5),
  )

function read(text: string): MonthDay {
  const found = readMonthDay(text)
  if (found === undefined) throw new Error(`${text} is no day of the month`)
  return found
}

describe('a day of the month', () => {
  it.each([
    ['first monday', '01-04 02-01 03-01 04-05 05-03 06-07 07-05 08-02 09-06 10-04 11-01 12-06'],
    ['last friday', '01-29 02-26 03-26 04-30 05-28 06-25 07-30 08-27 09-24 10-29 11-26 12-31'],
    ['15th', '01-15 02-15 03-15 04-15 05-15 06-15 07-15 08-15 09-15 10-15 11-15 12-15'],
  ])('%s is once a month', (text, expected) => {
    expect(days(text).join(' ')).toBe(expected)
  })

  it('a month without a fifth one has none', () => {
    expect(days('fifth sunday')).toEqual(['01-31', '05-30', '08-29', '10-31'])
  })

  it('of a date that a shorter month lacks it is the last day', () => {
    expect(days('31st')).toEqual(days('last day'))
    expect(days('30th').slice(0, 4)).toEqual(['01-30', '02-28', '03-30', '04-30'])
  })

  it.each([
    ['1st Monday', 'first monday'],
    ['5TH  fri', 'fifth friday'],
    ['Last sun', 'last sunday'],
    ['22nd', '22nd'],
    ['11th', '11th'],
    ['31st', 'last day'],
  ])('%s reads as %s', (text, written) => {
    expect(writeMonthDay(read(text))).toBe(written)
  })

  it.each([
    'first',
    'last',
    '0th',
    '32nd',
    '1th',
    '11st',
    '15',
    'first day',
    'sixth monday',
    '0th monday',
    'first mon-fri',
    'first monday of',
    'monday',
    '',
  ])(`'%s' is none`, (text) => {
    expect(readMonthDay(text)).toBeUndefined()
  })

  it('what is found between two days is what each day says of itself', () => {
    const aMonthDay = fc.oneof(
      fc.record({
        kind: fc.constant('weekday' as const),
        nth: fc.integer({ min: 0, max: 5 }),
        weekday: fc.integer({ min: 0, max: 6 }),
      }),
      fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
    )
    fc.assert(
      fc.property(
        fc.array(aMonthDay, { maxLength: 4 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: -2, max: 200 }),
        (monthDays, first, length) => {
          const all = Array.from({ length: Math.max(0, length + 1) }, (_, i) => first + i)
          const expected = all.filter((day) => isMonthDay(monthDays, day))
          expect(monthDaysBetween(monthDays, first, first + length)).toEqual(expected)
        },
      ),
    )
  })
})
