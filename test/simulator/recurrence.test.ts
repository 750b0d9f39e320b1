/** RFC 5545 rules, against dates worked out by hand from a calendar. */
import { describe, expect, it } from '@jest/globals'
import { readRecurrence, startsOf } from '../../src/simulator/shifts/recurrence.ts'

/** The starts as UTC, `12-07 16:00`. */
function starts(lines: readonly string[], first: string, zone: string, until: string): string[] {
  const rule = readRecurrence(lines, zone)
  if (typeof rule === 'string') throw new Error(rule)
  return startsOf(rule, Date.parse(first), zone, Date.parse(until)).map((at) =>
    new Date(at).toISOString().slice(5, 16).replace('T', ' '),
  )
}

describe('a rule', () => {
  it.each<[string, string[], string]>([
    ['every week', ['RRULE:FREQ=WEEKLY'], '11-30 16:00, 12-07 16:00, 12-14 16:00, 12-21 16:00'],
    ['every other week', ['RRULE:FREQ=WEEKLY;INTERVAL=2'], '11-30 16:00, 12-14 16:00'],
    [
      'weekdays by name, from the first one on',
      ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE,SU;UNTIL=20261210T000000Z'],
      '11-30 16:00, 12-02 16:00, 12-06 16:00, 12-07 16:00, 12-09 16:00',
    ],
    [
      'every other week counts its weeks from Monday',
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU'],
      '11-30 16:00, 12-06 16:00, 12-14 16:00, 12-20 16:00',
    ],
    [
      'or from the day of WKST',
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU'],
      '11-30 16:00, 12-13 16:00, 12-14 16:00',
    ],
    ['so many', ['RRULE:FREQ=DAILY;COUNT=2'], '11-30 16:00, 12-01 16:00'],
    [
      'until an instant, included',
      ['RRULE:FREQ=DAILY;UNTIL=20261202T160000Z'],
      '11-30 16:00, 12-01 16:00, 12-02 16:00',
    ],
    [
      'until a day, included',
      ['RRULE:FREQ=DAILY;UNTIL=20261202'],
      '11-30 16:00, 12-01 16:00, 12-02 16:00',
    ],
    [
      'days of the week only',
      ['RRULE:FREQ=DAILY;BYDAY=SA,SU;COUNT=3'],
      '12-05 16:00, 12-06 16:00, 12-12 16:00',
    ],
    ['hours', ['RRULE:FREQ=HOURLY;INTERVAL=12;COUNT=3'], '11-30 16:00, 12-01 04:00, 12-01 16:00'],
    [
      'without some and with others',
      ['RRULE:FREQ=WEEKLY', 'EXDATE:20261207T160000Z,20261214T160000Z', 'RDATE:20261208T160000Z'],
      '11-30 16:00, 12-08 16:00, 12-21 16:00',
    ],
    [
      'without a day, or a time in a zone',
      [
        'RRULE:FREQ=WEEKLY',
        'EXDATE;VALUE=DATE:20261207',
        'EXDATE;TZID=Europe/Amsterdam:20261214T170000',
      ],
      '11-30 16:00, 12-21 16:00',
    ],
  ])('%s', (_, lines, expected) => {
    expect(
      starts(lines, '2026-11-30T16:00:00Z', 'Etc/UTC', '2026-12-22T00:00:00Z').join(', '),
    ).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['the 31st of months that have one', 'FREQ=MONTHLY', '01-31, 03-31, 05-31'],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '01-31, 02-28, 03-31, 04-30, 05-31'],
    ['the first Monday', 'FREQ=MONTHLY;BYDAY=1MO', '02-01, 03-01, 04-05, 05-03'],
    ['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', '02-26, 03-26, 04-30, 05-28'],
    ['every Monday of it', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=MO', '04-05, 04-12, 04-19, 04-26'],
  ])('every month, %s', (_, rule, expected) => {
    const found = starts(
      [`RRULE:${rule}`],
      '2027-01-31T09:00:00Z',
      'Etc/UTC',
      '2027-06-01T00:00:00Z',
    )
    expect(found.map((one) => one.slice(0, 5)).join(', ')).toBe(expected)
  })

  it('keeps nine o’clock across the clock changes of Amsterdam and New York', () => {
    const daily = ['RRULE:FREQ=DAILY']
    expect(
      starts(daily, '2027-03-27T08:00:00Z', 'Europe/Amsterdam', '2027-03-30T00:00:00Z'),
    ).toEqual(['03-27 08:00', '03-28 07:00', '03-29 07:00'])
    expect(
      starts(daily, '2027-03-13T14:00:00Z', 'America/New_York', '2027-03-16T00:00:00Z'),
    ).toEqual(['03-13 14:00', '03-14 13:00', '03-15 13:00'])
    expect(
      starts(daily, '2026-10-31T13:00:00Z', 'America/New_York', '2026-11-02T23:00:00Z'),
    ).toEqual(['10-31 13:00', '11-01 14:00', '11-02 14:00'])
  })

  it('reads a skipped time with the offset before it, and takes the first of two', () => {
    const daily = ['RRULE:FREQ=DAILY']
    expect(
      starts(daily, '2027-03-27T01:30:00Z', 'Europe/Amsterdam', '2027-03-30T00:00:00Z'),
    ).toEqual(['03-27 01:30', '03-28 01:30', '03-29 00:30'])
    expect(
      starts(daily, '2026-10-24T00:30:00Z', 'Europe/Amsterdam', '2026-10-27T00:00:00Z'),
    ).toEqual(['10-24 00:30', '10-25 00:30', '10-26 01:30'])
  })

  it('counts elapsed hours, whatever the clock does', () => {
    expect(
      starts(
        ['RRULE:FREQ=HOURLY;INTERVAL=6'],
        '2027-03-27T23:00:00Z',
        'Europe/Amsterdam',
        '2027-03-28T18:00:00Z',
      ),
    ).toEqual(['03-27 23:00', '03-28 05:00', '03-28 11:00', '03-28 17:00'])
  })

  it.each([
    [['FREQ=DAILY'], 'exactly one RRULE'],
    [['RRULE:FREQ=SECONDLY'], 'FREQ'],
    [['RRULE:FREQ=DAILY;INTERVAL=0'], 'INTERVAL'],
    [['RRULE:FREQ=DAILY;COUNT=1;UNTIL=20270101'], 'both'],
    [['RRULE:FREQ=WEEKLY;BYDAY=XX'], 'BYDAY'],
    [['RRULE:FREQ=WEEKLY;BYDAY=1MO'], 'MONTHLY'],
    [['RRULE:FREQ=DAILY;BYSETPOS=1'], 'BYSETPOS'],
    [['RRULE:FREQ=DAILY', 'EXDATE:tomorrow'], 'EXDATE'],
  ])('%j is refused', (lines, why) => {
    expect(readRecurrence(lines, 'Etc/UTC')).toContain(why)
  })
})
