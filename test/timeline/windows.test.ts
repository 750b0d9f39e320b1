import { describe, expect, it } from '@jest/globals'
import type { HolidayBook } from '../../src/model/holidays.ts'
import { dayOf } from '../../src/time/wall.ts'
import { openWithin } from '../../src/timeline/windows.ts'
import { instant, range, rotation, workspace } from './picture.ts'

/** `2026-11-30T09:00Z > 2026-11-30T17:00Z`: when the windows of a layer are open. */
function open(
  zone: string,
  during: string,
  text: string,
  holidays = '{}',
  book?: HolidayBook,
): string[] {
  const w = workspace(
    `
    holidays: ${holidays}
    rotations:
      primary:
        timezone: ${zone}
        layers: [{ start: 1970-01-02, turn: 1 week, members: [alice], during: ${during} }]`,
    book,
  )
  const [layer] = rotation(w).layers
  if (layer === undefined) throw new Error('a layer is missing')
  return openWithin(layer.during, layer.zone, range(text, layer.zone)).map(
    ({ start, end }) => `${instant(start)} > ${instant(end)}`,
  )
}

describe('a window opens on each of its days', () => {
  it.each([
    ['mon', ['11-30']],
    ['monday', ['11-30']],
    ['[tue, thu]', ['12-01', '12-03']],
    ['sat-mon', ['11-30', '12-05', '12-06']],
    ['wed-wed', ['12-02']],
    ['[mon, company]', ['11-30', '12-04', '12-05']],
    ['company', ['12-04', '12-05']],
  ])('%s', (days, expected) => {
    const found = open(
      'UTC',
      `{ days: ${days}, from: 09:00, to: 17:00 }`,
      '2026-11-30..2026-12-07',
      '{ company: [2026-12-04..2026-12-05] }',
    )
    expect(found.map((line) => line.slice(5, 10))).toEqual(expected)
  })

  it('without days it opens every day', () => {
    expect(open('UTC', '{ from: 09:00, to: 17:00 }', '2026-11-30..2026-12-07')).toHaveLength(7)
  })

  it('it closes at the next `to`, so the day after where that is not later', () => {
    expect(open('UTC', '{ days: fri, from: 22:00, to: 06:00 }', '2026-11-30..2026-12-07')).toEqual([
      '2026-12-04T22:00Z > 2026-12-05T06:00Z',
    ])
    expect(open('UTC', '{ days: fri, from: 09:00, to: 09:00 }', '2026-11-30..2026-12-07')).toEqual([
      '2026-12-04T09:00Z > 2026-12-05T09:00Z',
    ])
  })

  it('24:00 is the end of the day', () => {
    expect(open('UTC', '{ days: fri, from: 00:00, to: 24:00 }', '2026-11-30..2026-12-07')).toEqual([
      '2026-12-04T00:00Z > 2026-12-05T00:00Z',
    ])
  })

  it('`except` takes away the days of a list, also one that `days` names', () => {
    const found = open(
      'UTC',
      '{ days: [fri, company], from: 09:00, to: 17:00, except: [closed] }',
      '2026-11-30..2026-12-14',
      '{ company: [2026-12-01..2026-12-02], closed: [2026-12-02, 2026-12-11] }',
    )
    expect(found.map((line) => line.slice(5, 10))).toEqual(['12-01', '12-04'])
  })

  it('a night that begins before a holiday is open into it', () => {
    const found = open(
      'UTC',
      '{ from: 22:00, to: 06:00, except: company }',
      '2026-12-03..2026-12-06',
      '{ company: [2026-12-04] }',
    )
    expect(found).toEqual([
      '2026-12-03T00:00Z > 2026-12-03T06:00Z',
      '2026-12-03T22:00Z > 2026-12-04T06:00Z',
      '2026-12-05T22:00Z > 2026-12-06T00:00Z',
    ])
  })

  it('public holidays are a table passed in, asked a year at a time', () => {
    const asked: number[] = []
    const book: HolidayBook = (code) =>
      code === 'NL'
        ? { code, daysOf: (year) => (asked.push(year), [dayOf(year, 4, 27), dayOf(year, 12, 25)]) }
        : undefined
    const found = open(
      'UTC',
      '{ days: dutch, from: 09:00, to: 17:00 }',
      '2026-11-30..2027-05-01',
      '{ dutch: [NL, 2027-01-01] }',
      book,
    )
    expect(found.map((line) => line.slice(0, 10))).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-04-27',
    ])
    expect([...new Set(asked)]).toEqual([2026, 2027])
  })
})

describe('a weekly stretch', () => {
  it('opens on one day and closes on another', () => {
    expect(open('UTC', '{ from: fri 17:00, to: mon 09:00 }', '2026-12-01..2026-12-08')).toEqual([
      '2026-12-04T17:00Z > 2026-12-07T09:00Z',
    ])
  })

  it('may last a whole week, and then is always open', () => {
    expect(open('UTC', '{ from: mon 09:00, to: mon 09:00 }', '2026-12-01..2027-02-01')).toEqual([
      '2026-12-01T00:00Z > 2027-02-01T00:00Z',
    ])
  })

  it('within one day it is short, backwards almost a week', () => {
    expect(open('UTC', '{ from: tue 09:00, to: tue 08:00 }', '2026-12-01..2026-12-09')).toEqual([
      '2026-12-01T00:00Z > 2026-12-01T08:00Z',
      '2026-12-01T09:00Z > 2026-12-08T08:00Z',
      '2026-12-08T09:00Z > 2026-12-09T00:00Z',
    ])
  })

  it('`except` goes by its first day', () => {
    const found = open(
      'UTC',
      '{ from: fri 17:00, to: mon 09:00, except: company }',
      '2026-12-01..2026-12-22',
      '{ company: [2026-12-04, 2026-12-12] }',
    )
    expect(found).toEqual([
      '2026-12-11T17:00Z > 2026-12-14T09:00Z',
      '2026-12-18T17:00Z > 2026-12-21T09:00Z',
    ])
  })
})

describe('windows of one layer add up', () => {
  it('where they overlap or touch', () => {
    const found = open(
      'UTC',
      '[{ from: 09:00, to: 12:00 }, { from: 11:00, to: 13:00 }, { from: 13:00, to: 14:00 }, { from: 15:00, to: 16:00 }]',
      '2026-12-01..2026-12-02',
    )
    expect(found).toEqual([
      '2026-12-01T09:00Z > 2026-12-01T14:00Z',
      '2026-12-01T15:00Z > 2026-12-01T16:00Z',
    ])
  })

  it('each day from midnight to midnight is always open', () => {
    expect(
      open('Africa/Cairo', '{ from: 00:00, to: 24:00 }', '2026-01-01..2027-01-01'),
    ).toHaveLength(1)
  })
})

describe('windows keep to the wall clock of their zone', () => {
  it.each([
    ['Europe/Amsterdam', '2026-03-29', ['2026-03-29T07:00Z > 2026-03-29T15:00Z']],
    ['Europe/Amsterdam', '2026-10-25', ['2026-10-25T08:00Z > 2026-10-25T16:00Z']],
    ['Australia/Lord_Howe', '2026-10-04', ['2026-10-03T22:00Z > 2026-10-04T06:00Z']],
    ['Pacific/Chatham', '2026-09-27', ['2026-09-26T19:15Z > 2026-09-27T03:15Z']],
    ['Asia/Kathmandu', '2026-12-01', ['2026-12-01T03:15Z > 2026-12-01T11:15Z']],
  ])('09:00 to 17:00 in %s on %s', (zone, day, expected) => {
    expect(open(zone, '{ from: 09:00, to: 17:00 }', `${day} 04:00..${day} 23:00`)).toEqual(expected)
  })

  it('a night over a clock change is an hour shorter or longer', () => {
    const night = '{ from: 22:00, to: 06:00 }'
    expect(open('Europe/Amsterdam', night, '2026-03-28 12:00..2026-03-29 12:00')).toEqual([
      '2026-03-28T21:00Z > 2026-03-29T04:00Z',
    ])
    expect(open('America/New_York', night, '2026-10-31 12:00..2026-11-01 12:00')).toEqual([
      '2026-11-01T02:00Z > 2026-11-01T11:00Z',
    ])
  })

  it('what a clock change makes empty or backwards holds nothing', () => {
    expect(
      open('Europe/Amsterdam', '{ from: 02:00, to: 03:00 }', '2026-03-29..2026-03-30'),
    ).toEqual([])
    expect(
      open('Europe/Amsterdam', '{ from: 02:30, to: 03:15 }', '2026-03-29..2026-03-30'),
    ).toEqual([])
  })

  it('a window that begins in the hour that is skipped is cut short', () => {
    expect(
      open('Africa/Cairo', '{ from: 00:00, to: 02:00 }', '2026-04-23 12:00..2026-04-24 12:00'),
    ).toEqual(['2026-04-23T22:00Z > 2026-04-23T23:00Z'])
  })

  it("on Apia's lost day opens nothing of its own", () => {
    expect(open('Pacific/Apia', '{ from: 09:00, to: 17:00 }', '2011-12-29..2012-01-01')).toEqual([
      '2011-12-29T19:00Z > 2011-12-30T03:00Z',
      '2011-12-30T19:00Z > 2011-12-31T03:00Z',
    ])
  })
})
