import { expect, it } from '@jest/globals'
import { zoneNamed } from '../../src/time/zone.ts'
import { Clock } from '../../src/views/clock.ts'
import { plain } from '../../src/views/paint.ts'

const said = (name: string, ...times: string[]): string => {
  const zone = zoneNamed(name)
  if (zone === undefined) throw new Error(name)
  const now = Date.parse('2026-01-01T00:00Z')
  const clock = new Clock({ zone, now, width: Infinity, paint: plain })
  const lines = times.map((time) => clock.say(Date.parse(time)))
  return `\n${[...lines, clock.explain()].join('\n')}`
}

it('marks each time of a day on which the clock changes, and explains it once', () => {
  expect(
    said(
      'Europe/Amsterdam',
      '2026-03-28T12:00Z',
      '2026-03-29T00:30Z',
      '2026-03-29T12:00Z',
      '2026-10-25T12:00Z',
    ),
  ).toMatchInlineSnapshot(`
   "
   Sat 28 Mar 13:00
   Sun 29 Mar 01:30*
   Sun 29 Mar 14:00*
   Sun 25 Oct 13:00*
   * Sun 29 Mar: the clock goes forward from 02:00 to 03:00, UTC+2 from then on.
   * Sun 25 Oct: the clock goes back from 03:00 to 02:00, UTC+1 from then on.
   Times in Europe/Amsterdam (UTC+1 now).
   "
  `)
})

it('says which of two equal times it is', () => {
  expect(said('Europe/Amsterdam', '2026-10-25T00:30Z', '2026-10-25T01:30Z')).toMatchInlineSnapshot(`
   "
   Sun 25 Oct 02:30 (UTC+2)*
   Sun 25 Oct 02:30 (UTC+1)*
   * Sun 25 Oct: the clock goes back from 03:00 to 02:00, UTC+1 from then on.
   Times in Europe/Amsterdam (UTC+1 now).
   "
  `)
  expect(said('Australia/Lord_Howe', '2026-04-04T14:45Z', '2026-04-04T15:15Z'))
    .toMatchInlineSnapshot(`
   "
   Sun 5 Apr 01:45 (UTC+11)*
   Sun 5 Apr 01:45 (UTC+10:30)*
   * Sun 5 Apr: the clock goes back from 02:00 to 01:30, UTC+10:30 from then on.
   Times in Australia/Lord_Howe (UTC+11 now).
   "
  `)
})

it('a change at midnight belongs to the day that begins with it; a lost day has its dates', () => {
  expect(said('Africa/Cairo', '2026-04-23T21:00Z', '2026-04-24T10:00Z')).toMatchInlineSnapshot(`
   "
   Thu 23 Apr 23:00
   Fri 24 Apr 13:00*
   * Fri 24 Apr: the clock goes forward from 00:00 to 01:00, UTC+3 from then on.
   Times in Africa/Cairo (UTC+2 now).
   "
  `)
  expect(said('Pacific/Apia', '2011-12-30T09:00Z', '2011-12-30T11:00Z')).toMatchInlineSnapshot(`
   "
   Thu 29 Dec 2011 23:00
   Sat 31 Dec 2011 01:00*
   * Sat 31 Dec 2011: the clock goes forward from Fri 30 Dec 2011 00:00 to Sat 31 Dec 2011 00:00, UTC+14 from then on.
   Times in Pacific/Apia (UTC+13 now).
   "
  `)
})

it('names the zone, and says UTC only once', () => {
  expect(said('UTC')).toBe('\nTimes in UTC.\n')
  expect(said('Etc/UTC')).toBe('\nTimes in Etc/UTC.\n')
  expect(said('Europe/London')).toBe('\nTimes in Europe/London (UTC now).\n')
  expect(said('Asia/Kathmandu')).toBe('\nTimes in Asia/Kathmandu (UTC+5:45 now).\n')
})
