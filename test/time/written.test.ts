import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '../../src/time/instant.ts'
import { writeDay, writeUtc, writeWall } from '../../src/time/wall.ts'
import {
  momentIn,
  readDay,
  readDayRange,
  readTimeOfDay,
  readWritten,
  startOfDay,
} from '../../src/time/written.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'

const said = (text: string): string => {
  const written = readWritten(text)
  if (typeof written === 'string') return written
  const offset = written.offset === undefined ? '' : ` ${written.offset / MINUTE}`
  return `${writeWall(written.wall)}${offset}${written.dateOnly ? ' date' : ''}`
}

describe('a time as it is written', () => {
  it.each([
    ['2026-11-30 16:00', '2026-11-30 16:00'],
    ['2026-11-30T16:00', '2026-11-30 16:00'],
    ['2026-11-30 16:00:05', '2026-11-30 16:00:05'],
    ['2026-11-30T16:00:00.000Z', '2026-11-30 16:00 0'],
    ['2026-11-30', '2026-11-30 00:00 date'],
    ['2026-11-30T16:00Z', '2026-11-30 16:00 0'],
    ['2026-11-30 16:00+05:45', '2026-11-30 16:00 345'],
    ['2026-11-30T16:00-0330', '2026-11-30 16:00 -210'],
    ['2026-11-30T16:00+01', '2026-11-30 16:00 60'],
    ['1970-01-01', '1970-01-01 00:00 date'],
    ['2200-12-31 23:59', '2200-12-31 23:59'],
    ['2028-02-29', '2028-02-29 00:00 date'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it.each([
    ['1969-12-31', 'the year 1969 is outside 1970 to 2200'],
    ['2201-01-01', 'the year 2201 is outside 1970 to 2200'],
    ['2026-02-29', 'there is no 2026-02-29: that month has 28 days'],
    ['2026-13-32', 'there is no month 13'],
    ['2026-11-00', 'there is no 2026-11-00: that month has 30 days'],
    ['2026-11-30 24:00', `24:00 is 00:00 of the next day: write '2026-12-01 00:00'`],
    ['2026-11-30 25:00', 'there is no time 25:00'],
    ['2026-11-30 16:60', 'there is no time 16:60'],
    ['2026-11-30 9:00', `write '2026-11-30 09:00'`],
    ['2026-1-5', `write '2026-01-05'`],
    ['30.11.2026', `write '2026-11-30'`],
    ['2026-11-30 16:00 CET', `the zone is said by 'timezone': write '2026-11-30 16:00'`],
    ['2026-11-30T16:00+99:00', 'there is no offset +99:00'],
    ['soon', `expected a time such as '2026-11-30 16:00' or a date`],
  ])('not %s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it('with an offset is that instant, read on the wall clock of the zone that applies', () => {
    const kathmandu = zoneNamed('Asia/Kathmandu') ?? UTC
    const written = readWritten('2026-11-30T16:00Z')
    const moment = momentIn(
      kathmandu,
      typeof written === 'string' ? { wall: 0, dateOnly: false } : written,
    )
    expect([writeUtc(moment.instant), writeWall(moment.wall)]).toEqual([
      '2026-11-30T16:00:00Z',
      '2026-11-30 21:45',
    ])
  })

  it('a day begins at its midnight, or where the clock skips that, after it', () => {
    const cairo = zoneNamed('Africa/Cairo') ?? UTC
    expect(writeWall(cairo.wallAt(startOfDay(cairo, Date.parse('2026-04-24') / DAY)))).toBe(
      '2026-04-24 01:00',
    )
  })
})

describe('dates, ranges and times of day', () => {
  it('a range holds both its ends', () => {
    const read = readDayRange('2026-12-24..2027-01-01')
    expect(typeof read === 'string' ? read : [writeDay(read.first), writeDay(read.last)]).toEqual([
      '2026-12-24',
      '2027-01-01',
    ])
    const one = readDayRange('2026-12-24')
    expect(typeof one === 'string' ? one : one.first === one.last).toBe(true)
  })

  it.each([
    ['2027-01-01..2026-12-24', `the range ends before it begins: write '2026-12-24..2027-01-01'`],
    ['2026-12-24..', `expected a date or a range such as '2026-12-24..2027-01-01'`],
    [
      '2026-12-24..2026-12-25..2026-12-26',
      `expected a date or a range such as '2026-12-24..2027-01-01'`,
    ],
    ['2026-12-24...2026-12-26', `write '2026-12-24..2026-12-26'`],
  ])('not %s', (text, expected) => {
    expect(readDayRange(text)).toBe(expected)
  })

  it('a date is no time', () => {
    expect(readDay('2026-11-30 16:00')).toBe(`a date has no time of day: write '2026-11-30'`)
  })

  it.each([
    ['00:00', 0],
    ['09:30', 9.5 * HOUR],
    ['09:30:15', 9.5 * HOUR + 15_000],
    ['24:00', DAY],
    ['24:01', 'there is no time 24:01'],
    ['9:00', `write '09:00'`],
    ['soon', `expected a time of day such as '09:00'`],
  ])('the time of day %s', (text, expected) => {
    expect(readTimeOfDay(text)).toBe(expected)
  })
})
