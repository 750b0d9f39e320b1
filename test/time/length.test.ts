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
    ['3 hours', `expected a length such as '1 week' (a number of days or weeks)`],
    ['2', `expected a length such as '2 weeks' (a number of days or weeks)`],
    ['soon', `expected a length such as '1 week' (a number of days or weeks)`],
    ['99999999 days', `expected a number of at most seven digits`],
  ])('not %s', (text, expected) => {
    expect(readLength(text, ['days', 'weeks'])).toBe(expected)
  })

  it.each([
    ['1week', '1 week'],
    ['2w', '2 weeks'],
    ['12h', '12 hours'],
    ['12 h', '12 hours'],
    ['90 min', '90 minutes'],
    ['15m', '15 minutes'],
    ['1mo', '1 month'],
    ['3d', '3 days'],
  ])('%s is %s', (text, long) => {
    const read = readLength(text, ['minutes', 'hours', 'days', 'weeks', 'months'])
    expect(typeof read === 'string' ? read : writeLength(read)).toBe(long)
  })

  it.each([
    ['weekly', '1 week'],
    ['Biweekly', '2 weeks'],
    ['bi-weekly', '2 weeks'],
    ['fortnightly', '2 weeks'],
    ['1 fortnight', '2 weeks'],
    ['daily', '1 day'],
    ['monthly', '1 month'],
    ['quarterly', '3 months'],
    ['1 year', '12 months'],
    ['every week', '1 week'],
    ['every 2 weeks', '2 weeks'],
    ['every other week', '2 weeks'],
    ['a week', '1 week'],
    ['two weeks', '2 weeks'],
    ['week', '1 week'],
    ['1 Week', '1 week'],
    ['7 Days', '7 days'],
    ['1 wk', '1 week'],
    ['1-week', '1 week'],
    ['P1W', '1 week'],
    ['P7D', '7 days'],
    ['PT12H', '12 hours'],
    ['P1M', '1 month'],
    ['1M', '1 month'],
    ['604800', '1 week'],
    ['86400 seconds', '1 day'],
    ['168:00:00', '1 week'],
    ['1.5 days', '36 hours'],
    ['1d12h', '36 hours'],
    ['120 minutes', '2 hours'],
    ['2 turns', '2 shifts'],
  ])('%s of a turn is told to write %s', (text, right) => {
    const units = ['hours', 'days', 'months', 'shifts', 'weeks'] as const
    expect(readLength(text, units)).toBe(`write '${right}'`)
    expect(typeof readLength(right, units)).not.toBe('string')
  })

  it.each([
    ['1h30m', '90 minutes'],
    ['1 hour 30 minutes', '90 minutes'],
    ['1 hour and 30 minutes', '90 minutes'],
    ['1.5 hours', '90 minutes'],
    ['0,5 h', '30 minutes'],
    ['half', undefined],
    ['0:45', '45 minutes'],
    ['01:00', '1 hour'],
    ['45 mins', '45 minutes'],
    ['2 hrs', '2 hours'],
    ['PT1H30M', '90 minutes'],
    ['1 day', '24 hours'],
    ['3600', '1 hour'],
    ['30', undefined],
    ['1 month', undefined],
    ['an hour', '1 hour'],
  ])('%s of a meeting is told to write %s', (text, right) => {
    const units = ['hours', 'minutes'] as const
    const told = readLength(text, units)
    if (right === undefined) expect(told).toMatch(/^expected a length such as '\d+ minutes?'/)
    else expect(told).toBe(`write '${right}'`)
  })

  it('as elapsed time has days of 24 hours', () => {
    expect(elapsed({ count: 15, unit: 'minutes' })).toBe(900_000)
    expect(elapsed({ count: 2, unit: 'hours' })).toBe(7_200_000)
    expect(elapsed({ count: 2, unit: 'days' })).toBe(48 * 3_600_000)
  })
})
