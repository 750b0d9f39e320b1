import { describe, expect, it } from '@jest/globals'
import { writeUtc } from '../../src/time/wall.ts'
import { readWhen } from '../../src/time/when.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'

/** Now is Monday 2026-11-30 10:20 UTC; 2026-10-24 11:00 in Amsterdam where a clock change is near. */
const NOW = Date.parse('2026-11-30T10:20Z')

function when(text: string, zone = 'UTC', now = NOW): string {
  const read = readWhen(text, zoneNamed(zone) ?? UTC, now)
  return typeof read === 'string' ? read : writeUtc(read).replace(/:00Z$/, 'Z')
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

  it.each(['', 'soon', 'next', 'next tomorrow', '2w', 'mon-fri', 'tomorrow 9:00'])(
    'not %p',
    (text) => {
      expect(when(text)).toMatch(/^expected a time such as '2026-11-30 16:00'/)
    },
  )

  it('a length ahead that is none is told what to write', () => {
    expect(when('+2')).toMatch(/^expected a length such as '2 weeks'/)
    expect(when('-2 fortnights')).toBe(`write '-4 weeks'`)
  })

  it('what looks like a date is told what is wrong with it', () => {
    expect(when('2026-02-30')).toBe('there is no 2026-02-30: that month has 28 days')
  })
})
