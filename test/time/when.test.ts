import { describe, expect, it } from '@jest/globals'
import { writeDay, writeUtc } from '../../src/time/wall.ts'
import { readUntil, readWhen } from '../../src/time/when.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'

/** Now is Monday 2026-11-30 10:20 UTC; 2026-10-24 11:00 in Amsterdam where a clock change is near. */
const NOW = Date.parse('2026-11-30T10:20Z')

function when(text: string, zone = 'UTC', now = NOW): string {
  const read = readWhen(text, zoneNamed(zone) ?? UTC, now)
  return typeof read === 'string' ? read : writeUtc(read.at).replace(/:00Z$/, 'Z')
}

describe('a time in a flag', () => {
  it.each([
    ['now', '2026-11-30T10:20Z'],
    ['today', '2026-11-30T00:00Z'],
    ['tomorrow', '2026-12-01T00:00Z'],
    ['Tomorrow 09:00', '2026-12-01T09:00Z'],
    ['yesterday', '2026-11-29T00:00Z'],
    ['monday', '2026-12-07T00:00Z'],
    ['next monday', '2026-12-07T00:00Z'],
    ['tue', '2026-12-01T00:00Z'],
    ['next thursday', '2026-12-03T00:00Z'],
    ['next thursday 16:00', '2026-12-03T16:00Z'],
    ['last monday', '2026-11-23T00:00Z'],
    ['last friday', '2026-11-27T00:00Z'],
    ['last sunday', '2026-11-29T00:00Z'],
    ['+2w', '2026-12-14T10:20Z'],
    ['-3d', '2026-11-27T10:20Z'],
    ['+90min', '2026-11-30T11:50Z'],
    ['+90 minutes', '2026-11-30T11:50Z'],
    ['+2 weeks', '2026-12-14T10:20Z'],
    ['-1 month', '2026-10-30T10:20Z'],
    ['+15m', '2026-11-30T10:35Z'],
    ['-12h', '2026-11-29T22:20Z'],
    ['+3mo', '2027-02-28T10:20Z'],
    ['+1y', '2027-11-30T10:20Z'],
    ['2026-W48', '2026-11-23T00:00Z'],
    ['2026-w49', '2026-11-30T00:00Z'],
    ['2026-W49-3', '2026-12-02T00:00Z'],
    ['2026-12', '2026-12-01T00:00Z'],
    ['2027', '2027-01-01T00:00Z'],
    ['2026-11-30', '2026-11-30T00:00Z'],
    [' 2026-11-30 16:00 ', '2026-11-30T16:00Z'],
    ['2026-11-30T16:00+05:45', '2026-11-30T10:15Z'],
    ['2026-11-30T16:00', '2026-11-30T16:00Z'],
    ['tonight', '2026-11-30T18:00Z'],
    ['tonight 22:00', '2026-11-30T22:00Z'],
    ['noon', '2026-11-30T12:00Z'],
    ['midnight', '2026-12-01T00:00Z'],
    ['18:00', '2026-11-30T18:00Z'],
    ['10:20', '2026-12-01T10:20Z'],
    ['09:00', '2026-12-01T09:00Z'],
    ['9am', '2026-12-01T09:00Z'],
    ['at 6:30 pm', '2026-11-30T18:30Z'],
    ['12 a.m.', '2026-12-01T00:00Z'],
    ['12pm', '2026-11-30T12:00Z'],
    ['next thursday 9am', '2026-12-03T09:00Z'],
    ['thursday at noon', '2026-12-03T12:00Z'],
    ['9am tomorrow', '2026-12-01T09:00Z'],
    ['on Friday, 18:00', '2026-12-04T18:00Z'],
    ['monday 24:00', '2026-12-08T00:00Z'],
    ['2026-12-24 4pm', '2026-12-24T16:00Z'],
    ['thurs', '2026-12-03T00:00Z'],
    ['this friday', '2026-12-04T00:00Z'],
    ['this week', '2026-11-30T00:00Z'],
    ['next week', '2026-12-07T00:00Z'],
    ['last week', '2026-11-23T00:00Z'],
    ['next month', '2026-12-01T00:00Z'],
    ['last month', '2026-10-01T00:00Z'],
    ['next year', '2027-01-01T00:00Z'],
    ['weekend', '2026-12-05T00:00Z'],
    ['in 2 hours', '2026-11-30T12:20Z'],
    ['in an hour', '2026-11-30T11:20Z'],
    ['in 3 days', '2026-12-03T10:20Z'],
    ['2 weeks ago', '2026-11-16T10:20Z'],
    ['25 Dec', '2026-12-25T00:00Z'],
    ['Dec 25', '2026-12-25T00:00Z'],
    ['25th of December', '2026-12-25T00:00Z'],
    ['Fri 25 Dec', '2026-12-25T00:00Z'],
    ['friday, december 25th, 2026', '2026-12-25T00:00Z'],
    ['25 dec 18:00', '2026-12-25T18:00Z'],
    ['9am on 25 Dec 2027', '2027-12-25T09:00Z'],
    // That of today, or the next one.
    ['30 nov', '2026-11-30T00:00Z'],
    ['29 Nov', '2027-11-29T00:00Z'],
    ['29 feb', '2028-02-29T00:00Z'],
    ['december', '2026-12-01T00:00Z'],
    ['nov', '2026-11-01T00:00Z'],
    ['march', '2027-03-01T00:00Z'],
    ['Sept 2027', '2027-09-01T00:00Z'],
    ['24.12.2026', '2026-12-24T00:00Z'],
    ['24/12/2026', '2026-12-24T00:00Z'],
    ['12/24/2026', '2026-12-24T00:00Z'],
    ['2026/12/24', '2026-12-24T00:00Z'],
    ['3.3.2027', '2027-03-03T00:00Z'],
  ])('%s', (text, expected) => {
    expect(when(text)).toBe(expected)
  })

  it('a word or a period is its first instant in the zone of the viewer', () => {
    expect(when('today', 'Asia/Kathmandu')).toBe('2026-11-29T18:15Z')
    expect(when('2026-12', 'America/New_York')).toBe('2026-12-01T05:00Z')
    expect(when('2026-W49', 'Pacific/Chatham')).toBe('2026-11-29T10:15Z')
    // What is Monday in London is Tuesday in Chatham.
    expect(when('today', 'Pacific/Chatham', Date.parse('2026-11-30T12:00Z'))).toBe(
      '2026-11-30T10:15Z',
    )
  })

  it('days keep the time on the wall across a clock change, hours are elapsed', () => {
    const now = Date.parse('2026-10-24T09:00Z')
    expect(when('+1d', 'Europe/Amsterdam', now)).toBe('2026-10-25T10:00Z')
    expect(when('+24h', 'Europe/Amsterdam', now)).toBe('2026-10-25T09:00Z')
    expect(when('tomorrow', 'Africa/Cairo', Date.parse('2026-04-23T12:00Z'))).toBe(
      '2026-04-23T22:00Z',
    )
  })

  it.each([
    '',
    'soon',
    'next',
    'next tomorrow',
    '2w',
    'mon-fri',
    'foo monday',
    'monday or tuesday',
    '5',
    '9',
    'monday 9',
    'a day',
    'in',
    'ago',
    'tonight or so',
    'today tomorrow',
    'mond',
    '18:00 09:00',
    'the 25th',
    'may day',
    'dece',
    'decem 25',
    '1900h',
  ])('not %p', (text) => {
    expect(when(text)).toMatch(/^expected a time such as '2026-11-30 16:00'/)
  })

  it.each([
    ['1/2/2026', /^which is the month\?/],
    ['1.2.2026', /^which is the month\?/],
    ['1-2-2026 9am', /^which is the month\?/],
    ['24.12.', /^which is the month of '24\.12\.'\? Write it as in '25 Dec'/],
    ['25/12', /^which is the month of '25\/12'\? Write it as in '25 Dec'/],
    [
      'friday midnight',
      `'midnight' begins the day, or ends it: write 'friday 00:00' or 'friday 24:00'`,
    ],
    ['tonight 02:00', `on which day? Write 'today 02:00' or 'tomorrow 02:00'`],
    ['this monday', `which one? Write 'today' or 'next monday'`],
    ['next weekend', `which one? Write 'weekend' for the first, or a date`],
    ['Thu 25 Dec 2026', '2026-12-25 is a Friday: leave out one of the two'],
    ['31 feb', 'there is no 31 February'],
    ['15pm', `there is no time '15pm'`],
    ['25:00', /^there is no time/],
    ['tomorrow 9:00', `write two digits: 'tomorrow 09:00'`],
    ['16.00', /^expected|^which/],
  ])('what can be read in two ways, or in none, is told so: %s', (text, why) => {
    if (typeof why === 'string') expect(when(text)).toBe(why)
    else expect(when(text)).toMatch(why)
  })

  it.each([
    ['today', '2026-11-30..2026-11-30'],
    ['25 Dec', '2026-12-25..2026-12-25'],
    ['next week', '2026-12-07..2026-12-13'],
    ['weekend', '2026-12-05..2026-12-06'],
    ['2026-W49', '2026-11-30..2026-12-06'],
    ['2026-W49-3', '2026-12-02..2026-12-02'],
    ['2027-02', '2027-02-01..2027-02-28'],
    ['february', '2027-02-01..2027-02-28'],
    ['2027', '2027-01-01..2027-12-31'],
    ['next year', '2027-01-01..2027-12-31'],
    ['+30 minutes', 'none'],
    ['+1d', 'none'],
    ['noon', 'none'],
    ['tonight', 'none until 2026-12-01T07:00Z'],
    ['tomorrow 09:00', 'none'],
  ])('the days of %s', (text, expected) => {
    const read = readWhen(text, UTC, NOW)
    if (typeof read === 'string') throw new Error(read)
    const { days, end } = read
    const said = days ? `${writeDay(days.first)}..${writeDay(days.last)}` : 'none'
    const until = end === undefined ? '' : ` until ${writeUtc(end).replace(/:00Z$/, 'Z')}`
    expect(said + until).toBe(expected)
  })

  it('on a Sunday the weekend is the one that is going on', () => {
    expect(when('weekend', 'UTC', Date.parse('2026-12-06T12:00Z'))).toBe('2026-12-05T00:00Z')
  })

  it('a length ahead that is none is told what to write', () => {
    expect(when('+2')).toMatch(/^expected a length such as '2 weeks'/)
    expect(when('-2 fortnights')).toBe(`write '-4 weeks'`)
  })

  it('what looks like a date is told what is wrong with it', () => {
    expect(when('2026-02-30')).toBe('there is no 2026-02-30: that month has 28 days')
  })
})

describe('the end of a stretch', () => {
  it.each([
    // From, to: what counts from somewhere counts from the beginning.
    ['friday 18:00', '22:00', '2026-12-04T22:00Z'],
    ['friday 18:00', '9am', '2026-12-05T09:00Z'],
    ['tomorrow', '+8h', '2026-12-01T08:00Z'],
    ['saturday', 'monday', '2026-12-07T00:00Z'],
    ['2026-12-18', 'monday', '2026-12-21T00:00Z'],
    ['2026-12-18', 'monday 9am', '2026-12-21T09:00Z'],
    ['friday', 'friday', '2026-12-04T00:00Z'],
    ['today 12:00', 'friday', '2026-12-04T00:00Z'],
    ['today 18:00', 'tomorrow 09:00', '2026-12-01T09:00Z'],
    ['2026-12-18', 'tomorrow', '2026-12-01T00:00Z'],
  ])('%s..%s', (first, last, expected) => {
    const from = readWhen(first, UTC, NOW)
    if (typeof from === 'string') throw new Error(from)
    const to = readUntil(last, from.at, UTC, NOW)
    expect(typeof to === 'string' ? to : writeUtc(to.at).replace(/:00Z$/, 'Z')).toBe(expected)
  })
})

it('a zone behind a time is said by its flag: the time alone would be another by the clock of the viewer', () => {
  expect(when('2026-12-24 16:00 Europe/Berlin')).toBe(
    `the zone is said by --tz: write '2026-12-24 16:00' and --tz Europe/Berlin`,
  )
  expect(when('2026-12-24 16:00 PST')).toBe(
    `the zone is said by --tz: write '2026-12-24 16:00' and the zone there, such as Europe/Amsterdam`,
  )
})
