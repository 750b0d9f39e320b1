import { describe, expect, it } from '@jest/globals'
import { elapsed, readLength, writeLength } from '../../src/time/length.ts'

describe('a length', () => {
  it.each(['1 hour', '12 hours', '1 day', '2 weeks', '1 month', '3 shifts', '9999999 hours'])(
    '%s',
    (text) => {
      const length = readLength(text, ['hours', 'days', 'weeks', 'months', 'shifts'])
      expect(typeof length === 'string' ? length : writeLength(length)).toBe(text)
    },
  )

  it('may have one unit in the plural, several in the singular', () => {
    expect(readLength('1 weeks', ['weeks'])).toEqual({ count: 1, unit: 'weeks' })
    expect(readLength('2 week', ['weeks'])).toEqual({ count: 2, unit: 'weeks' })
  })

  it.each([
    ['0 weeks', 'expected a whole number of weeks, at least 1'],
    ['-1 weeks', 'expected a whole number of weeks, at least 1'],
    ['1.5 weeks', 'expected a whole number of weeks, at least 1'],
    ['1e2 weeks', 'expected a whole number of weeks, at least 1'],
    ['weekly', `expected a length such as '1 week' (a number of days or weeks)`],
    ['1week', `expected a length such as '1 week' (a number of days or weeks)`],
    ['3 hours', `expected a length such as '1 week' (a number of days or weeks)`],
  ])('not %s', (text, expected) => {
    expect(readLength(text, ['days', 'weeks'])).toBe(expected)
  })

  it('of minutes or hours is elapsed time', () => {
    expect(elapsed({ count: 15, unit: 'minutes' })).toBe(900_000)
    expect(elapsed({ count: 2, unit: 'hours' })).toBe(7_200_000)
  })
})
