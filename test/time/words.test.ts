import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '../../src/time/instant.ts'
import { dayOf } from '../../src/time/wall.ts'
import {
  sayDate,
  sayDay,
  sayElapsed,
  sayFullTime,
  sayOffset,
  sayTime,
  sayTimeOfDay,
} from '../../src/time/words.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'

const at = Date.parse('2026-11-30T16:00Z')

describe('times in words', () => {
  it('leave out the year where it is this one, in the zone', () => {
    expect(sayTime(UTC, at, at)).toBe('Mon 30 Nov 16:00')
    expect(sayTime(UTC, at, Date.parse('2027-01-01'))).toBe('Mon 30 Nov 2026 16:00')
    const chatham = zoneNamed('Pacific/Chatham') ?? UTC
    const newYear = Date.parse('2026-12-31T12:00Z')
    expect(sayDate(UTC, newYear, newYear)).toBe('Thu 31 Dec')
    expect(sayDate(chatham, newYear, Date.parse('2026-12-31T08:00Z'))).toBe('Fri 1 Jan 2027')
  })

  it('or always have it', () => {
    expect(sayFullTime(zoneNamed('Asia/Kathmandu') ?? UTC, at)).toBe('Mon 30 Nov 2026 21:45')
    expect(sayDay(dayOf(2028, 2, 29))).toBe('Tue 29 Feb 2028')
    expect(sayTimeOfDay(zoneNamed('America/St_Johns') ?? UTC, at)).toBe('12:30')
  })

  it.each([
    ['UTC', 'UTC'],
    ['Europe/London', 'UTC'],
    ['Europe/Amsterdam', 'UTC+1'],
    ['America/St_Johns', 'UTC-3:30'],
    ['Asia/Kathmandu', 'UTC+5:45'],
    ['Pacific/Chatham', 'UTC+13:45'],
  ])('the offset of %s is %s in November', (name, expected) => {
    expect(sayOffset(zoneNamed(name) ?? UTC, at)).toBe(expected)
  })

  it.each([
    [0, '0 min'],
    [15 * MINUTE, '15 min'],
    [3 * HOUR, '3 h'],
    [3 * HOUR + 20 * MINUTE, '3 h 20 min'],
    [6 * DAY + 4 * HOUR + 59 * MINUTE, '6 d 4 h'],
    [6 * DAY + 59 * MINUTE, '6 d'],
  ])('%d ms is %s', (time, expected) => {
    expect(sayElapsed(time)).toBe(expected)
  })
})
