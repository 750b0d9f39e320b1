import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY, END_OF_TIME, HOUR } from '../../src/time/instant.ts'
import { isMonthDay } from '../../src/time/month-day.ts'
import { dayOf } from '../../src/time/wall.ts'
import { zoneNamed } from '../../src/time/zone.ts'
import type { PublicHolidays } from '../../src/model/holidays.ts'
import { EVERY_WEEKDAY } from '../../src/model/days.ts'
import type { Window } from '../../src/model/window.ts'
import { Openings } from '../../src/timeline/openings.ts'
import { openingOf } from '../../src/timeline/windows.ts'
import { instant, rotation, time, workspace } from './picture.ts'

const ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
].map((name) => zoneNamed(name) ?? fail(name))

function fail(name: string): never {
  throw new Error(`there is no ${name}`)
}

const window = (
  weekdays: number,
  from: number,
  length: number,
  more: Partial<Window> = {},
): Window => ({
  weekdays,
  monthDays: [],
  lists: [],
  except: [],
  from,
  length,
  ...more,
})

const MONTH_DAYS: Window['monthDays'] = [
  { kind: 'weekday', nth: 5, weekday: 4 },
  { kind: 'date', date: 30 },
]

const newYear: PublicHolidays = {
  code: 'XX',
  daysOf: (year) => [dayOf(year, 1, 1), dayOf(year, 5, 1), dayOf(year, 12, 30)],
}

const aWindow = fc
  .record({
    weekdays: fc.integer({ min: 0, max: EVERY_WEEKDAY }),
    from: fc.integer({ min: 0, max: 47 }).map((half) => (half * HOUR) / 2),
    length: fc.integer({ min: 1, max: 7 * 48 }).map((half) => (half * HOUR) / 2),
    lists: fc.boolean(),
    except: fc.boolean(),
    month: fc.boolean(),
  })
  .map(({ weekdays, from, length, lists, except, month }) =>
    window(month ? 0 : weekdays, from, length, {
      monthDays: month ? MONTH_DAYS : [],
      lists:
        lists || weekdays === 0
          ? [{ name: 'x', ranges: [], yearly: [], countries: [newYear] }]
          : [],
      except:
        except && weekdays !== 0
          ? [{ name: 'y', ranges: [], yearly: [], countries: [newYear] }]
          : [],
    }),
  )

/** Around the changes of the zones above, and elsewhere. */
const aStart = fc.oneof(
  fc.integer({ min: 0, max: 80 * 365 * 24 }).map((hours) => hours * HOUR),
  fc
    .constantFrom(
      '2011-12-28',
      '2026-03-27',
      '2026-10-23',
      '2026-04-22',
      '2026-02-13',
      '2026-04-03',
    )
    .chain((day) => fc.integer({ min: 0, max: 95 }).map((h) => time(day) + h * HOUR)),
)

describe('openings', () => {
  it('nth and countAt are inverse: at an opening one more has been', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.array(aWindow, { minLength: 1, maxLength: 3 }),
        aStart,
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 }),
        (zone, windows, start, numbers) => {
          const openings = new Openings(windows, zone, start)
          for (const number of numbers) {
            const at = openings.nth(number)
            if (at === Infinity) {
              expect(openings.countAt(END_OF_TIME)).toBeLessThanOrEqual(number + 1)
            } else {
              expect(openings.countAt(at)).toBe(number + 1)
              expect(openings.countAt(at - 1)).toBe(number)
            }
          }
        },
      ),
      { seed: 1, numRuns: 150 },
    )
  })

  it('counting by arithmetic agrees with looking at every day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.array(aWindow, { minLength: 1, maxLength: 3 }),
        aStart,
        (zone, windows, start) => {
          const openings = new Openings(windows, zone, start)
          const found = new Set<number>()
          const first = Math.floor(start / DAY)
          for (let day = first - 10; day < first + 60; day += 1) {
            for (const each of windows) {
              const opens =
                (each.weekdays >> (((day % 7) + 10) % 7)) & 1 ||
                isMonthDay(each.monthDays, day) ||
                each.lists.some(({ countries }) => countries.some((c) => isIn(c, day)))
              if (
                !opens ||
                each.except.some(({ countries }) => countries.some((c) => isIn(c, day)))
              )
                continue
              const opening = openingOf(each, zone, day)
              if (opening && opening.end > start) found.add(Math.max(opening.start, start))
            }
          }
          const sorted = [...found].sort((a, b) => a - b).filter((at) => at < start + 50 * DAY)
          expect(sorted.map((_, i) => openings.nth(i))).toEqual(sorted)
        },
      ),
      { seed: 2, numRuns: 120 },
    )
  })

  it('asked in any order the answers are the same', () => {
    const together = office()
    for (const number of [50_000, 0, 3, 49_999, 260, 1, 25_000]) {
      expect(together.nth(number)).toBe(office().nth(number))
    }
  })

  it('there are none after the last year', () => {
    const openings = new Openings([window(EVERY_WEEKDAY, 0, DAY)], ZONES[0] ?? fail('it'), 0)
    expect(instant(openings.nth(END_OF_TIME / DAY - 1))).toBe('2200-12-31T00:00Z')
    expect(openings.nth(END_OF_TIME / DAY)).toBe(Infinity)
  })

  it('two changes of the clock in one turn do not shift the count', () => {
    const w = workspace(`
      rotations:
        primary:
          timezone: Africa/Casablanca
          start: 2026-02-10
          turn: 1 shift
          members: [alice, bob]
          during: { from: 02:00, to: 03:00 }`)
    const [layer] = rotation(w).layers
    const openings = new Openings(
      layer?.during ?? [],
      layer?.zone ?? fail('it'),
      time('2026-02-10'),
    )
    // On 22 March 02:00 becomes 03:00: nothing opens that day.
    expect(openings.countAt(time('2026-03-22T12:00Z'))).toBe(40)
    expect(openings.countAt(time('2026-03-23T12:00Z'))).toBe(41)
  })
})

/** Office hours in Amsterdam. */
function office(): Openings {
  return new Openings([window(31, 9 * HOUR, 8 * HOUR)], ZONES[1] ?? fail('it'), 0)
}

function isIn({ daysOf }: PublicHolidays, day: number): boolean {
  return daysOf(new Date(day * DAY).getUTCFullYear()).includes(day)
}
