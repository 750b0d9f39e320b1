import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DateTime } from 'luxon'
import { DAY } from '../../src/time/instant.ts'
import {
  addMonths,
  dateOf,
  dayOf,
  daysInMonth,
  WEEKDAYS,
  weekdayOf,
  writeDay,
  writeTimeOfDay,
  writeUtc,
  writeWall,
} from '../../src/time/wall.ts'

const aDay = fc.integer({ min: -800_000, max: 3_000_000 })
const utc = { zone: 'utc' } as const

describe('dates', () => {
  it('are those of Luxon, there and back', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { year, month, day: date, weekday } = DateTime.fromMillis(day * DAY, utc)
        expect(dateOf(day)).toEqual({ year, month, day: date })
        expect(dayOf(year, month, date)).toBe(day)
        expect(weekdayOf(day)).toBe(weekday - 1)
      }),
      { seed: 11 },
    )
  })

  it('months that run over are those of later or earlier years', () => {
    expect(writeDay(dayOf(2026, 13, 1))).toBe('2027-01-01')
    expect(writeDay(dayOf(2026, 0, 31))).toBe('2025-12-31')
    expect(writeDay(dayOf(2026, -11, 1))).toBe('2025-01-01')
    expect([1900, 2000, 2100, 2028].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
  })

  it('2026-11-30 is a Monday', () => {
    expect(WEEKDAYS[weekdayOf(dayOf(2026, 11, 30))]).toBe('monday')
  })

  it('adding months is what Luxon does: the 31st becomes the last day, the time of day stays', () => {
    const wall = fc.integer({ min: 0, max: 7_000_000_000 }).map((seconds) => seconds * 1000)
    fc.assert(
      fc.property(wall, fc.integer({ min: -2772, max: 2772 }), (from, months) => {
        expect(addMonths(from, months)).toBe(
          DateTime.fromMillis(from, utc).plus({ months }).toMillis(),
        )
      }),
      { seed: 12 },
    )
  })
})

describe('written', () => {
  it('an instant is as in JSON, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 7_289_654_399_999 }), (at) => {
        expect(writeUtc(at)).toBe(`${new Date(at).toISOString().slice(0, 19)}Z`)
      }),
      { seed: 13 },
    )
  })

  it('a wall clock is as one types it', () => {
    expect(writeWall(dayOf(2026, 11, 30) * DAY + 57_600_000)).toBe('2026-11-30 16:00')
    expect(writeTimeOfDay(57_605_000)).toBe('16:00:05')
    expect(writeTimeOfDay(DAY)).toBe('24:00')
  })
})
